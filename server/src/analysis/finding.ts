import type { Localized } from '../localized.ts';
import type { ManifestSlot, Place } from '../model/place.ts';
import type { FixProposal, Scope, Severity } from '../rules/rule.ts';

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

export type FoundByBlock = ReadonlyMap<ManifestSlot['block'], readonly Finding[]>;

/** Findings by the blocks that they are in. */
export const byBlock = (findings: readonly Finding[]): FoundByBlock =>
  grouped(findings, ({ place }) => place.slot.block);

/** Findings by the slots that they are in. */
export const bySlot = (findings: readonly Finding[]): ReadonlyMap<ManifestSlot, readonly Finding[]> =>
  grouped(findings, ({ place }) => place.slot);

/** Lists of findings, each of one block, by the blocks. */
export const listsByBlock = (lists: readonly (readonly Finding[])[]): FoundByBlock =>
  new Map(lists.flatMap(findings => (findings[0] === undefined ? [] : [[findings[0].place.slot.block, findings]])));

/** New findings, but the list from before where a block has the same. */
export function steady(before: FoundByBlock, now: FoundByBlock): FoundByBlock {
  const lists = [...now].map(([block, findings]) => {
    const known = before.get(block);
    return [block, known !== undefined && sameFindings(known, findings) ? known : findings] as const;
  });
  return new Map(lists);
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
