import type { Localized } from '../localized.ts';
import type { Place } from '../model/place.ts';
import type { FixProposal, Scope, Severity } from '../rules/rule.ts';
import type { Block } from '../syntax/block.ts';
import type { Slot } from '../syntax/slot.ts';

export type { Severity };

export interface RelatedPlace {
  readonly message: Localized;
  readonly place: Place;
}

/** A violated constraint, at its place. */
export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: Localized;
  readonly place: Place;
  readonly related: readonly RelatedPlace[];
  /** The ways out that the rule knows of, not yet verified. */
  readonly proposals: (scope: Scope) => readonly FixProposal[];
}

/** Findings by the blocks that they are in. */
export const byBlock = (findings: readonly Finding[]): ReadonlyMap<Block, readonly Finding[]> =>
  grouped(findings, ({ place }) => place.slot.block);

/** Findings by the slots that they are in. */
export const bySlot = (findings: readonly Finding[]): ReadonlyMap<Slot, readonly Finding[]> =>
  grouped(findings, ({ place }) => place.slot);

/** New lists of findings, but the one from before where there is the same. */
export function steady(
  before: readonly (readonly Finding[])[],
  now: readonly (readonly Finding[])[],
): readonly (readonly Finding[])[] {
  const known = new Map(before.map(findings => [findings[0], findings]));
  return now.map(findings => {
    const same = known.get(findings[0]);
    return same !== undefined && sameFindings(same, findings) ? same : findings;
  });
}

export const sameFindings = (a: readonly Finding[], b: readonly Finding[]): boolean =>
  a.length === b.length && a.every((finding, i) => finding === b[i]);

function grouped<K>(findings: readonly Finding[], keyOf: (finding: Finding) => K): ReadonlyMap<K, readonly Finding[]> {
  const groups = new Map<K, Finding[]>();
  for (const finding of findings) {
    const key = keyOf(finding);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [finding]);
    else group.push(finding);
  }
  return groups;
}
