import { existsSync } from 'node:fs';
import type { Finding } from '../../server/src/analysis/finding.ts';
import type { Outcome } from '../../server/src/analysis/judge.ts';
import type { Scene } from '../../server/src/facts/scene.ts';
import type { Localized } from '../../server/src/localized.ts';
import type { Place } from '../../server/src/model/place.ts';
import { constraints, manifestRules } from '../../server/src/rules/index.ts';
import type { Constraint, ManifestRule, Severity } from '../../server/src/rules/rule.ts';
import { analysisOf, casesOf, fixed, folder, ruleIds as idsWithCases, joined } from '../../test/rules/cases.ts';

export type Rule = Constraint | ManifestRule;

/** A rule, and what the engine says of each of its cases. */
export interface Study {
  readonly rule: Rule;
  readonly cases: readonly Case[];
}

/** A manifest of a rule's case file, as its author would write it: without the margin that the tests read. */
export interface Case {
  readonly text: string;
  readonly findings: readonly Told[];
  /** What the rule says of each operation that it applies to. */
  readonly verdicts: readonly {
    readonly line: number;
    readonly outcome: Outcome;
    readonly missing: readonly string[];
    /** The operation uses something that another operation made. */
    readonly inherited: boolean;
  }[];
  readonly fixes: readonly OfferedFix[];
  /** The text after the first fix of each of the rule's findings. */
  readonly fixed: string;
}

export interface Told {
  readonly rule: string;
  readonly severity: Severity;
  readonly line: number;
  /** What is underlined. */
  readonly text: string;
  readonly message: Localized;
  readonly related: readonly { readonly line: number; readonly message: Localized }[];
}

export interface OfferedFix {
  readonly title: Localized;
  readonly safe: boolean;
}

const allRules: readonly Rule[] = [...constraints, ...(Object.values(manifestRules) as ManifestRule[])];

/** All rules, in the order of their ids. */
export const studies = (): readonly Study[] =>
  [...allRules]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map(rule => ({ rule, cases: hasCases(rule) ? casesOf(rule.id).map(text => studyCase(rule.id, text)) : [] }));

export const isConstraint = (rule: Rule): rule is Constraint => 'source' in rule;

export const hasCases = ({ id }: Rule): boolean => idsWithCases.includes(id);

/** The file with a rule's cases after their fixes; nothing where there is none. */
export function goldenOf({ id }: Rule): string | undefined {
  const path = `${folder}/${id}.fixed.ims.yaml`;
  return existsSync(path) ? path : undefined;
}

/** What the file with the fixed cases should hold. */
export const fixedCases = ({ id }: Rule): string =>
  joined(casesOf(id).map(text => fixed(text, ({ rule }) => rule === id)));

/** The rule finds something in it. */
const fails = ({ rule }: Study, { findings }: Case): boolean => findings.some(found => found.rule === rule.id);

/** The first case with findings of this rule only, or else with one at all. */
export function failingExample(study: Study): Case | undefined {
  const failing = study.cases.filter(one => fails(study, one));
  return failing.find(({ findings }) => findings.every(({ rule }) => rule === study.rule.id)) ?? failing[0];
}

/**
 * The first case without findings that the rule holds for. If there is none: a failing one after its fixes, if
 * need be without what they leave; or at least one that the rule is silent about.
 */
export function passingExample({ rule, cases }: Study): Case | undefined {
  const isClean = ({ findings }: Case): boolean => findings.length === 0;
  const passes = (one: Case): boolean =>
    isClean(one) && (!isConstraint(rule) || one.verdicts.some(({ outcome }) => outcome === 'holds'));
  const derived = (derive: (one: Case) => string): Case | undefined =>
    cases.map(one => studyCase(rule.id, withoutTitle(derive(one)))).find(passes);
  return (
    cases.find(passes) ??
    derived(({ fixed }) => fixed) ??
    derived(({ fixed }) => withoutFailing(studyCase(rule.id, fixed))) ??
    cases.find(isClean)
  );
}

const withoutTitle = (text: string): string => text.replace(/^# .*\n/, '');

/** A case without the operations and entries that something is found in. */
function withoutFailing({ text, findings }: Case): string {
  const lines = text.split('\n');
  const indentOf = (index: number): number => lines[index]?.search(/\S|$/) ?? 0;
  const starts = findings.map(({ line }) =>
    lines.slice(0, line).findLastIndex(content => /^ +- |^ {2}\S/.test(content)),
  );
  for (const start of [...new Set(starts)].filter(start => start >= 0).sort((a, b) => b - a)) {
    let end = start + 1;
    while (end < lines.length && indentOf(end) > indentOf(start)) end++;
    lines.splice(start, end - start);
  }
  return lines.join('\n').replace(/\noperations:\s*$/, '\noperations: []\n');
}

/** The failing example if it can be fixed, or else the first case that can. */
export function fixableExample(study: Study): Case | undefined {
  const failing = failingExample(study);
  return [...(failing ? [failing] : []), ...study.cases].find(({ text, fixed }) => fixed !== text);
}

/** The severities that the rule's findings have, its own first. */
export function severitiesOf({ rule, cases }: Study): readonly Severity[] {
  const found = cases.flatMap(({ findings }) => findings.filter(finding => finding.rule === rule.id));
  return [...new Set([rule.severity, ...found.map(({ severity }) => severity)])];
}

/** A fix by its title, and how safe it is: that can depend on what is known where it is offered. */
export interface KnownFix {
  readonly title: Localized;
  readonly safety: readonly Safety[];
}

export type Safety = 'safe' | 'unsafe';

/** The fixes offered for some cases of a rule. */
export function fixesOf(cases: readonly Case[]): readonly KnownFix[] {
  const offered = cases.flatMap(({ fixes }) => fixes);
  const byTitle = new Map(offered.map(({ title }) => [title.en, title]));
  return [...byTitle.values()].map(title => ({
    title,
    safety: safetyOf(offered.filter(other => other.title.en === title.en)),
  }));
}

/** How safe the fixes of some cases are. */
export const safetyOf = (fixes: readonly OfferedFix[]): readonly Safety[] => [
  ...(fixes.some(({ safe }) => safe) ? (['safe'] as const) : []),
  ...(fixes.some(({ safe }) => !safe) ? (['unsafe'] as const) : []),
];

const isMadeByOperation = ({ image, server }: Scene): boolean =>
  [image.state, server.state].some(state => state?.place?.slot.segment.section === 'operations');

const margin = / #[!?] .*$/gm;

function studyCase(rule: string, marked: string): Case {
  const text = marked.replace(margin, '');
  const analysis = analysisOf(text);
  const ofRule = (finding: Finding): boolean => finding.rule === rule;
  const lineOf = (place: Place): number => analysis.document.positionAt(analysis.rangeOf(place).start).line + 1;
  const textOf = (place: Place): string => {
    const { start, end } = analysis.rangeOf(place);
    return text.slice(start, end);
  };
  return {
    text,
    findings: analysis.findings().map(({ rule, severity, place, message, related }) => ({
      rule,
      severity,
      line: lineOf(place),
      text: textOf(place),
      message,
      related: related.map(({ place, message }) => ({ line: lineOf(place), message })),
    })),
    verdicts: [...analysis.document.slots()].flatMap(slot =>
      analysis.operationsOf(slot).flatMap(({ scene, verdicts }) =>
        verdicts
          .filter(verdict => verdict.rule.id === rule)
          .map(({ outcome, missing }) => ({
            line: lineOf(scene.place),
            outcome,
            missing: [...new Set(missing.map(({ fact }) => fact))],
            inherited: isMadeByOperation(scene),
          })),
      ),
    ),
    fixes: analysis
      .findings()
      .filter(ofRule)
      .flatMap(finding => analysis.fixes(finding).map(({ title, safe }) => ({ title, safe }))),
    fixed: fixed(text, ofRule),
  };
}
