import type { Scene } from '../facts/scene.ts';
import type { Evidence, Missing } from '../facts/truth.ts';
import type { Localized } from '../localized.ts';
import type { Declaration } from '../model/model.ts';
import { type Place, samePlace } from '../model/place.ts';
import type { Problem } from '../model/problem.ts';
import type { ActionName } from '../model/vocabulary/index.ts';
import { constraintRules, manifestRules } from '../rules/index.ts';
import type { ConstraintRule, ManifestRule, RuleSettings } from '../rules/rule.ts';
import type { Finding, RelatedPlace } from './finding.ts';
import { originLabel } from './origin.ts';

const rulesFor = new Map<ActionName, readonly ConstraintRule[]>();

function rulesOf(action: ActionName): readonly ConstraintRule[] {
  let rules = rulesFor.get(action);
  if (rules === undefined) {
    rules = constraintRules.filter(({ actions }) => actions.includes(action));
    rulesFor.set(action, rules);
  }
  return rules;
}

export type Outcome = 'holds' | 'violated' | 'undecided';

/** One line of an operation's ledger. */
export interface Verdict {
  readonly rule: ConstraintRule;
  readonly outcome: Outcome;
  /** What the outcome rests on. */
  readonly evidence: readonly Evidence[];
  /** What an undecided rule lacks. */
  readonly missing: readonly Missing[];
}

/** Every constraint that applies to an operation, with its outcome. */
export function ledger(scene: Scene, settings: RuleSettings): readonly Verdict[] {
  const { action } = scene.operation;
  if (action === undefined) return [];
  return rulesOf(action).map(rule => {
    const { value, evidence, missing } = rule.violated(scene, settings);
    return { rule, outcome: value === undefined ? 'undecided' : value ? 'violated' : 'holds', evidence, missing };
  });
}

/** The constraints that an operation violates. */
export function judge(scene: Scene, settings: RuleSettings): readonly Finding[] {
  const { action } = scene.operation;
  if (action === undefined) return [];
  const findings: Finding[] = [];
  for (const rule of rulesOf(action)) {
    const { value, evidence } = rule.violated(scene, settings);
    if (value !== true) continue;
    const place = rule.place(scene);
    findings.push({
      rule: rule.id,
      severity: rule.severity,
      message: rule.message(scene),
      place,
      related: relatedTo(place, evidence),
      proposals: () => rule.fixes?.(scene) ?? [],
    });
  }
  return findings;
}

/** The constraints that a declaration violates by itself. */
export function judgeDeclaration(declaration: Declaration): readonly Finding[] {
  return constraintRules.flatMap(({ id, severity, declared }) => {
    const violation = declared?.(declaration);
    if (violation === undefined) return [];
    const { place, message, fixes } = violation;
    return [{ rule: id, severity, message, place, related: [], proposals: () => fixes }];
  });
}

/** The places that decisive facts come from, each once, without the finding's own. */
function relatedTo(place: Place, evidence: readonly Evidence[]): readonly RelatedPlace[] {
  const related: { message: Localized; place: Place }[] = [];
  for (const { fact, value, from } of evidence) {
    if (from === undefined || samePlace(from, place) || related.some(other => samePlace(other.place, from))) continue;
    related.push({ message: originLabel(fact, value), place: from });
  }
  return related;
}

/** A problem of the manifest itself, as its rule tells it. */
export function tell(problem: Problem): Finding {
  const rule = manifestRules[problem.rule] as unknown as ManifestRule<'yaml-syntax'>;
  const told = problem as Extract<Problem, { rule: 'yaml-syntax' }>;
  return {
    rule: problem.rule,
    severity: rule.severityOf?.(told) ?? rule.severity,
    message: rule.message(told),
    place: problem.place,
    related: rule.related?.(told) ?? [],
    proposals: scope => rule.fixes?.(told, scope) ?? [],
  };
}
