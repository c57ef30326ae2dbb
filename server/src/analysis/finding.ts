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

/** Findings by the slots that they are in. */
export function bySlot(findings: readonly Finding[]): ReadonlyMap<ManifestSlot, readonly Finding[]> {
  const slots = new Map<ManifestSlot, Finding[]>();
  for (const finding of findings) {
    const { slot } = finding.place;
    const all = slots.get(slot);
    if (all === undefined) slots.set(slot, [finding]);
    else all.push(finding);
  }
  return slots;
}
