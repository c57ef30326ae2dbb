import type { Localized } from '../localized.ts';
import type { Place } from '../model/place.ts';
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
