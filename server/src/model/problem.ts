import type { FaultCode, Span } from '../syntax/tree.ts';
import type { Place } from './place.ts';
import type { ForeignKey, ValueType } from './vocabulary/index.ts';

/** Why there is no inventory at a path. */
export type InventoryFault = 'missing' | 'unreadable' | 'no-json' | 'no-inventory' | 'outside';

/** What is wrong with a manifest as a manifest, before any constraint of IMS is looked at. `rule` says which rule tells it. */
export type Problem =
  | { readonly rule: 'yaml-syntax'; readonly place: Place; readonly code: FaultCode }
  | {
      readonly rule: 'unknown-key';
      readonly place: Place;
      readonly key: string;
      readonly foreign: ForeignKey | undefined;
      /** A known key, one edit away. */
      readonly nearest: string | undefined;
    }
  | {
      readonly rule: 'missing-key';
      readonly place: Place;
      /** The map that lacks it. */
      readonly map: Place;
      /** Any one of them would do. */
      readonly keys: readonly string[];
      /** `region` was written where the copy's `target_region` is meant. */
      readonly misnamed?: string;
    }
  | {
      readonly rule: 'invalid-value';
      readonly place: Place;
      readonly text: string;
      readonly expected: ValueType;
      /** What the author surely meant. */
      readonly nearest: string | undefined;
    }
  | { readonly rule: 'duplicate-key'; readonly place: Place; readonly key: string; readonly first: Place }
  | {
      readonly rule: 'exclusive-keys';
      readonly place: Place;
      readonly map: Place;
      readonly keys: readonly [string, string];
    }
  | { readonly rule: 'region-name'; readonly place: Place; readonly name: string; readonly id: string }
  | {
      readonly rule: 'unknown-reference';
      readonly place: Place;
      readonly kind: 'image' | 'server' | 'backup' | 'disk' | 'anchor';
      readonly name: string;
      /** The ids of the images that all have the name. */
      readonly ids?: readonly string[];
      /** The names of the disks that the server has. */
      readonly disks?: readonly string[];
    }
  | {
      readonly rule: 'unused-suppression';
      readonly place: Place;
      /** The rule that it names, if any. */
      readonly id: string;
      readonly why: 'unused' | 'unknown' | 'never' | 'nameless';
      /** The rule that an unknown one is one edit away from. */
      readonly nearest?: string | undefined;
      /** What to take out of the slot's text. */
      readonly cut: Span;
    }
  | { readonly rule: 'inventory-file'; readonly place: Place; readonly fault: InventoryFault }
  | { readonly rule: 'deleted-image'; readonly place: Place; readonly name: string; readonly deleted: Place }
  | { readonly rule: 'duplicate-name'; readonly place: Place; readonly name: string; readonly first: Place | undefined }
  | {
      readonly rule: 'parallel-dependency';
      readonly place: Place;
      readonly name: string;
      /** What the other operation of the group does to it. */
      readonly does: 'makes' | 'deletes';
      readonly other: Place;
    };

export type ProblemOf<R extends Problem['rule']> = Extract<Problem, { rule: R }>;
