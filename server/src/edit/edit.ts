import type { Place } from '../model/place.ts';
import type { Slot } from '../syntax/slot.ts';
import type { Span } from '../syntax/tree.ts';

/**
 * A change to a manifest in the terms of the manifest; `write.ts` knows how it looks in the text. Edits that are
 * written together all have their places in the text as it is before. YAML text is that of a value on one line.
 */
export type Edit = NodeEdit | TextEdit;

/** Edits of text that no node has: comments, parts of them, and lines of their own. */
export type TextEdit = Cut | Comment | Line | Extension;

/** Takes out text that no node has: a comment, or a part of one. */
export interface Cut {
  readonly kind: 'cut';
  readonly slot: Slot;
  readonly span: Span;
}

/** Puts a comment (with its `#`) behind all that the line at `offset` says. */
export interface Comment {
  readonly kind: 'comment';
  readonly slot: Slot;
  readonly offset: number;
  readonly text: string;
}

/** Puts a line of its own above the line at `offset`, as far in as what stands there. */
export interface Line {
  readonly kind: 'line';
  readonly slot: Slot;
  readonly offset: number;
  readonly text: string;
}

/** Puts more text at the end of what a comment says. */
export interface Extension {
  readonly kind: 'extend';
  readonly slot: Slot;
  readonly offset: number;
  readonly text: string;
}

export type NodeEdit =
  /** Gives a key of the map at `map` a value (YAML text), in the place of the one that it has or as its last key. */
  | { readonly kind: 'set'; readonly map: Place; readonly key: string; readonly value: string }
  /** Takes a key with its value out of the map at `map`. */
  | { readonly kind: 'remove'; readonly map: Place; readonly key: string }
  /** Replaces the scalar at `place` by another text, in the quotes that it has. */
  | { readonly kind: 'replace'; readonly place: Place; readonly value: string }
  /** Renames the key that leads to `place`. */
  | { readonly kind: 'rename'; readonly place: Place; readonly key: string }
  /** Keeps only the first `count` items or pairs of the list or map at `place`. */
  | { readonly kind: 'keep'; readonly place: Place; readonly count: number }
  /** Puts a new operation in front of the item at `before` and its comments, in the style of that at `like`. Values are YAML text. */
  | {
      readonly kind: 'insert';
      readonly before: Place;
      readonly like: Place;
      readonly fields: readonly (readonly [string, string])[];
    }
  /** Cuts the `parallel` group at `item` into several, one after another: one begins with each of the members at `starts`. */
  | { readonly kind: 'split'; readonly item: Place; readonly starts: readonly number[] }
  /** Puts operations of `item`, a group or an operation, behind it in this order, each as an item of its own. */
  | { readonly kind: 'unroll'; readonly item: Place; readonly operations: readonly Unrolled[] };

export interface Unrolled {
  /** The item itself, or a member of it if it is a group. */
  readonly operation: Place;
  /** The member is taken out of its group, with its comments; else this is a copy. */
  readonly moves: boolean;
  /** Keys that it has, and the texts that they get instead, in the quotes that they have. */
  readonly values?: readonly (readonly [key: string, text: string])[];
}
