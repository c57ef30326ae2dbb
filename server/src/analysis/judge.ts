import { type Crowd, firstTooMany, isTooMany, type Member } from '../facts/crowd.ts';
import type { Scene } from '../facts/scene.ts';
import type { Stock } from '../facts/stock.ts';
import { type Evidence, Fact, type Missing, type Truth } from '../facts/truth.ts';
import type { Localized } from '../localized.ts';
import type { Declaration } from '../model/model.ts';
import { type Place, samePlace } from '../model/place.ts';
import type { Problem } from '../model/problem.ts';
import type { ActionName } from '../model/vocabulary/index.ts';
import { constraintRules, groupRules, manifestRules, quotaRules } from '../rules/index.ts';
import type { Constraint, ConstraintRule, GroupRule, ManifestRule, RuleSettings } from '../rules/rule.ts';
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
  readonly rule: Constraint;
  readonly outcome: Outcome;
  /** What the outcome rests on. */
  readonly evidence: readonly Evidence[];
  /** What an undecided rule lacks. */
  readonly missing: readonly Missing[];
}

/** An operation with what is known when it runs, and every constraint that applies to it with its outcome. */
export interface Judged {
  readonly scene: Scene;
  readonly verdicts: readonly Verdict[];
}

/** The ledgers of the operations of one item. */
export function ledgers(
  scenes: readonly Scene[],
  settings: RuleSettings,
  stockAfter: (scene: Scene) => Stock,
): readonly Judged[] {
  const shared = new Map<Scene, Verdict[]>(scenes.map(scene => [scene, []]));
  for (const { rule, crowd } of crowdsOf(scenes)) {
    const verdict = verdictOf(rule, isTooMany(crowd));
    for (const { scene } of crowd.members) shared.get(scene)?.push(verdict);
  }
  return scenes.map(scene => {
    const { action } = scene.operation;
    const own = action === undefined ? [] : rulesOf(action);
    const verdicts = own.map(rule => verdictOf(rule, rule.violated(scene, settings)));
    const quotas = quotaRules
      .filter(({ actions }) => action !== undefined && actions.includes(action))
      .map(rule => verdictOf(rule, rule.violated(stockAfter(scene))));
    return { scene, verdicts: [...verdicts, ...(shared.get(scene) ?? []), ...quotas] };
  });
}

function verdictOf(rule: Verdict['rule'], { value, evidence, missing }: Truth): Verdict {
  return { rule, outcome: value === undefined ? 'undecided' : value ? 'violated' : 'holds', evidence, missing };
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
      message: rule.message(scene, settings),
      place,
      related: relatedTo(place, evidence),
      proposals: scope => rule.fixes?.(scene, scope, settings) ?? [],
    });
  }
  return findings;
}

/** The constraints that the operations of one item violate together, each told on the first operation too many. */
export function judgeTogether(scenes: readonly Scene[]): readonly Finding[] {
  return crowdsOf(scenes).flatMap(({ rule, crowd }) => {
    const place = firstTooMany(crowd)?.scene.place;
    if (place === undefined) return [];
    return [
      {
        rule: rule.id,
        severity: rule.severity,
        message: rule.message(crowd),
        place,
        related: [],
        proposals: () => rule.fixes?.(crowd) ?? [],
      },
    ];
  });
}

/** The quota that is exceeded from an operation on. */
export function judgeQuota(place: Place, stock: Stock): readonly Finding[] {
  return quotaRules.flatMap(({ id, severity, violated, message }) => {
    const { value, evidence } = violated(stock);
    if (value !== true) return [];
    const related = relatedTo(place, evidence);
    return [{ rule: id, severity, message: message(stock), place, related, proposals: () => [] }];
  });
}

const one = new Fact('count', 'operation', { value: 1, from: undefined });

/** The operations of one item as each rule counts them. */
function crowdsOf(scenes: readonly Scene[]): readonly { readonly rule: GroupRule; readonly crowd: Crowd }[] {
  return groupRules.flatMap(rule => {
    const counted = scenes.filter(({ operation: { action } }) => action !== undefined && rule.actions.includes(action));
    // An operation by itself can only be too many where it may stand for several.
    const least = rule.amount === undefined ? 2 : 1;
    if (counted.length < least) return [];
    const crowds = new Map<unknown, Member[]>();
    for (const scene of counted) {
      const member = { scene, counts: rule.counts(scene), amount: rule.amount?.(scene) ?? one };
      const key = rule.per?.(scene);
      const members = crowds.get(key);
      if (members === undefined) crowds.set(key, [member]);
      else members.push(member);
    }
    return [...crowds.values()]
      .filter(({ length }) => length >= least)
      .map(members => ({ rule, crowd: { members, limit: rule.limit } }));
  });
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
    related.push({ message: originLabel(fact, value, from), place: from });
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
