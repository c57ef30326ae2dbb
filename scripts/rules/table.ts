import { existsSync, readFileSync } from 'node:fs';
import type { Outcome } from '../../server/src/analysis/judge.ts';
import { type ActionName, actions } from '../../server/src/model/vocabulary/index.ts';
import { constraints } from '../../server/src/rules/index.ts';
import type { Constraint } from '../../server/src/rules/rule.ts';
import { brokenFixes } from '../../test/rules/cases.ts';
import { fixKind, sourceOf, table } from './page.ts';
import { pageFolder } from './pages.ts';
import { type Case, fixedCases, goldenOf, isConstraint, type Rule, type Study, studies } from './study.ts';

/** What the cases of a constraint cover. */
export interface Coverage {
  /** Cases on the one side of the boundary, and on the other; one case may be on both. */
  readonly violated: number;
  readonly holds: number;
  /** Judged by what the operation, or the declaration of what it uses, says. */
  readonly written: number;
  /** Judged by what another operation left behind; nothing where the operations use no image and no server. */
  readonly inherited: number | undefined;
  /** Undecided, for a fact is unknown. */
  readonly unknown: number;
}

export function coverageOf(rule: Constraint, cases: readonly Case[]): Coverage {
  const verdicts = cases.flatMap(one => one.verdicts);
  const decided = verdicts.filter(({ outcome }) => outcome !== 'undecided');
  const casesWith = (wanted: Outcome): number =>
    cases.filter(({ verdicts }) => verdicts.some(({ outcome }) => outcome === wanted)).length;
  return {
    violated: casesWith('violated'),
    holds: casesWith('holds'),
    written: decided.filter(({ inherited }) => !inherited).length,
    inherited: rule.actions.some(usesThings) ? decided.filter(({ inherited }) => inherited).length : undefined,
    unknown: verdicts.length - decided.length,
  };
}

const usesThings = (action: ActionName): boolean => 'image' in actions[action].keys || 'server' in actions[action].keys;

/** What there is for each rule: its cases, what they cover, its fix, whether the laws of fixes hold, and its page. */
export const rulesTable = (): string =>
  table(
    [
      ...['rule', 'source', 'cases', 'findings', 'violated in', 'holds in', 'written', 'inherited', 'unknown'],
      ...['fix', 'laws', 'golden', 'page'],
    ],
    studies().map(study => {
      const { rule, cases } = study;
      const findings = cases.flatMap(one => one.findings.filter(found => found.rule === rule.id)).length;
      return [
        rule.id,
        sourceOf(rule),
        `${cases.length}`,
        `${findings}`,
        ...coverage(study),
        fixKind(study, 'en'),
        ...files(study),
      ];
    }),
  );

function coverage({ rule, cases }: Study): readonly string[] {
  if (!isConstraint(rule)) return ['–', '–', '–', '–', '–'];
  const { violated, holds, written, inherited, unknown } = coverageOf(rule, cases);
  return [violated, holds, written, inherited ?? '–', unknown].map(String);
}

/** How many constraints the ledger of each action lists, and which. */
export function ledgerTable(): string {
  const names = Object.keys(actions) as ActionName[];
  return table(
    ['action', 'rules', 'in its ledger'],
    names.map(action => {
      const ids = constraints.filter(rule => rule.actions.includes(action)).map(({ id }) => id);
      return [action, `${ids.length}`, ids.sort().join(', ')];
    }),
  );
}

function files({ rule, cases }: Study): readonly string[] {
  const golden = goldenOf(rule);
  const holds = golden && readFileSync(golden, 'utf8') === fixedCases(rule);
  const wanted = rule.fixes === undefined ? '–' : 'missing';
  const page = ['', 'zh-cn/'].every(language => existsSync(`${pageFolder}/${language}${rule.id}.md`))
    ? 'yes'
    : 'missing';
  return [laws(rule, cases), golden === undefined ? wanted : holds ? 'yes' : 'differs', page];
}

/** Whether each fix takes its finding away and, unless it corrects a word, adds none. */
function laws({ id, fixes }: Rule, cases: readonly Case[]): string {
  if (fixes === undefined) return '–';
  return cases.every(({ text }) => brokenFixes(text, ({ rule }) => rule === id).length === 0) ? 'hold' : 'broken';
}
