import type { Template } from '../../edit/template.ts';
import type { ActionName, ShapeName, ThingKind, WordListName } from '../../model/vocabulary/index.ts';

export type ItemKind = 'key' | 'action' | 'word' | 'region' | ThingKind | 'value' | 'unit' | 'skeleton' | 'rule';

/** What an item stands for: enough to tell about it later. */
export type Topic =
  | { readonly of: 'key'; readonly name: string; readonly shape: ShapeName }
  | { readonly of: 'key'; readonly name: string; readonly action: ActionName | undefined }
  | { readonly of: 'word'; readonly word: string; readonly list: WordListName }
  | { readonly of: 'action'; readonly action: ActionName }
  | { readonly of: 'region'; readonly region: string }
  | { readonly of: 'rule'; readonly rule: string }
  | { readonly of: 'thing'; readonly kind: ThingKind; readonly name: string; readonly point: Point };

/** Where in a manifest a name is used: after so many items of what stands at an offset, by an operation in a region. */
export interface Point {
  readonly offset: number;
  readonly items: number;
  readonly region: string | undefined;
}

export interface Item {
  readonly label: string;
  readonly kind: ItemKind;
  /** In a few words what the label means. */
  readonly detail?: string | undefined;
  /** What the typed word is compared with, where that is not the label. */
  readonly filter?: string | undefined;
  /** Lines below the first stand as far in as they say from where the line of the cursor begins. */
  readonly insert: Template;
  /** What is inserted calls for a value, and there are values to offer. */
  readonly asksForValue?: true;
  /** What may be typed to take the item, being inserted behind it. */
  readonly commitsOn?: readonly string[];
  readonly topic?: Topic;
}

export interface Completion {
  /** The likely ones first. */
  readonly items: readonly Item[];
  /** More typing may bring items that are not among these. */
  readonly isIncomplete: boolean;
  /** What an item replaces. */
  readonly start: number;
  readonly end: number;
  /** How far it replaces where what follows the cursor is to stay: a quote that is open does not. */
  readonly kept: number;
  /** The white space that the line of the cursor begins with. */
  readonly indentation: string;
}
