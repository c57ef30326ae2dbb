import type { Severity } from '../analysis/finding.ts';
import type { Missing } from '../facts/truth.ts';
import type { Localized } from '../localized.ts';
import type { Range } from '../syntax/document.ts';
import type { Unreadable } from './files.ts';

/** A way out of a problem that means what the author meant. */
export interface SafeFix {
  readonly title: Localized;
  readonly changes: readonly { readonly range: Range; readonly text: string }[];
}

/** A finding with its place in the text worked out. */
export interface Problem {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: Localized;
  readonly range: Range;
  readonly related: readonly { readonly message: Localized; readonly range: Range }[];
  /** There if they are asked for: each has to be tried. */
  readonly fixes: readonly SafeFix[] | undefined;
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

/** A file on which the program itself failed. */
export interface Failure {
  readonly path: string;
  readonly error: string;
}

/** What a check has found out. */
export interface Outcome {
  readonly files: readonly CheckedFile[];
  readonly unreadable: readonly Unreadable[];
}

/** What is asked for beside the findings. */
export interface Asked {
  readonly undecided: boolean;
  readonly fixes: boolean;
}
