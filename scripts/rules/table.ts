import { existsSync, readFileSync } from 'node:fs';
import type { Outcome } from '../../server/src/analysis/judge.ts';
import { constraintRules, groupRules } from '../../server/src/rules/index.ts';
import { fixKind, sourceOf, table } from './page.ts';
import { pageFolder } from './pages.ts';
import { type Case, fixedCases, goldenOf, isConstraint, type Rule, type Study, studies } from './study.ts';

/**
 * What there is for each rule. Boundary: cases with an operation on each side. Fails, holds, undecided: findings of the
 * cases, and operations. Golden: whether the fixes lead to the file with the fixed cases.
 */
export const rulesTable = (): string =>
  table(
    ['rule', 'source', 'cases', 'boundary', 'fails', 'holds', 'undecided', 'fix', 'golden', 'page'],
    studies().map(study => [
      study.rule.id,
      sourceOf(study.rule),
      ...counts(study),
      fixKind(study, 'en'),
      ...files(study.rule),
    ]),
  );

/** How many constraints the ledger of each action lists. */
export function ledgerTable(): string {
  const listed = [...constraintRules, ...groupRules].flatMap(({ actions }) => actions);
  return table(
    ['action', 'rules in its ledger'],
    [...new Set(listed)].sort().map(action => [action, `${listed.filter(other => other === action).length}`]),
  );
}

function counts({ rule, cases }: Study): readonly string[] {
  const findings = cases.flatMap(one => one.findings.filter(found => found.rule === rule.id)).length;
  if (!isConstraint(rule)) return [`${cases.length}`, '–', `${findings}`, '–', '–'];
  const has = ({ verdicts }: Case, wanted: Outcome): boolean => verdicts.some(({ outcome }) => outcome === wanted);
  const count = (wanted: Outcome): number =>
    cases.flatMap(({ verdicts }) => verdicts.filter(({ outcome }) => outcome === wanted)).length;
  const boundary = cases.filter(one => has(one, 'violated') && has(one, 'holds')).length;
  return [cases.length, boundary, findings, count('holds'), count('undecided')].map(String);
}

function files(rule: Rule): readonly string[] {
  const golden = goldenOf(rule);
  const holds = golden && readFileSync(golden, 'utf8') === fixedCases(rule);
  const wanted = rule.fixes === undefined ? '–' : 'missing';
  const page = existsSync(`${pageFolder}/${rule.id}.md`) ? 'yes' : 'missing';
  return [golden === undefined ? wanted : holds ? 'yes' : 'differs', page];
}
