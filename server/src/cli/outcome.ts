import type { Severity } from '../analysis/finding.ts';
import type { Missing } from '../facts/truth.ts';
import type { Localized } from '../localized.ts';
import type { Position } from '../syntax/document.ts';
import type { Unreadable } from './files.ts';

/** Where something is: zero-based, in UTF-16 code units. */
export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** A finding with its place in the text worked out. */
export interface Problem {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: Localized;
  readonly range: Range;
  readonly related: readonly { readonly message: Localized; readonly range: Range }[];
}

/** An operation with the constraints that cannot be decided for it, at its action. */
export interface Undecided {
  readonly range: Range;
  readonly constraints: readonly { readonly rule: string; readonly missing: readonly Missing[] }[];
}

export interface CheckedFile {
  readonly path: string;
  readonly text: string;
  readonly problems: readonly Problem[];
  /** There if it is asked for. */
  readonly undecided: readonly Undecided[] | undefined;
}

/** What a check has found out. */
export interface Outcome {
  readonly files: readonly CheckedFile[];
  readonly unreadable: readonly Unreadable[];
}
