import type { Localized } from '../../localized.ts';

/** The kinds of thing that a manifest declares, makes and refers to by name. */
export type ThingKind = 'image' | 'server' | 'backup' | 'bucket';

/** What the value of a key may be. One description for binding, completion, hover, schema and docs. */
export type ValueType =
  /** Any scalar; a plain one is its source text. */
  | { readonly kind: 'text' }
  /** A file's path, relative to the manifest. */
  | { readonly kind: 'path' }
  /** `bucket:object` */
  | { readonly kind: 'object' }
  | { readonly kind: 'boolean' }
  | { readonly kind: 'integer'; readonly min: number }
  /** A number with a unit; `unit` is what a bare number means. */
  | { readonly kind: 'size'; readonly unit: 'GB' | 'MB' }
  | { readonly kind: 'word'; readonly of: WordListName }
  | { readonly kind: 'region' }
  /** The name or id of a thing declared or made before. */
  | { readonly kind: 'reference'; readonly to: ThingKind }
  /** The name by which later operations know what this one makes. */
  | { readonly kind: 'name' }
  | { readonly kind: 'tags' }
  | { readonly kind: 'list'; readonly of: ValueType }
  /** A map whose keys the author chooses: names, or what `by` says. */
  | { readonly kind: 'map'; readonly of: ValueType; readonly by?: 'region' | 'rule' }
  /** A map with known keys. */
  | { readonly kind: 'shape'; readonly of: ShapeName }
  | { readonly kind: 'either'; readonly of: readonly ValueType[] }
  | { readonly kind: 'operations' }
  /** Bound elsewhere. */
  | { readonly kind: 'anything' };

export interface KeyDef {
  readonly value: ValueType;
  /** One or two sentences of Markdown: what it is and what it decides. */
  readonly doc: Localized;
  readonly required?: true;
  /** What IMS takes where the key is absent, as one would write it. */
  readonly default?: string;
}

export type Keys = Readonly<Record<string, KeyDef>>;

export type ShapeName =
  | 'manifest'
  | 'account'
  | 'inventory'
  | 'server'
  | 'disk'
  | 'data-disk'
  | 'backup'
  | 'bucket'
  | 'image';

export interface ShapeDef {
  readonly doc: Localized;
  readonly keys: Keys;
}

export interface WordDef {
  /** The canonical spelling. */
  readonly word: string;
  /** Understood, in any letter case, and left alone. */
  readonly synonyms: readonly string[];
  readonly doc: Localized;
}

export interface WordListDef {
  readonly doc: Localized;
  readonly words: readonly WordDef[];
  /** Other words are legal: a value that is known, and none of these. */
  readonly open: boolean;
}

export type WordListName =
  | 'api-version'
  | 'action'
  | 'server-type'
  | 'server-status'
  | 'image-status'
  | 'architecture'
  | 'boot-disk'
  | 'backup-type'
  | 'storage-class'
  | 'image-type'
  | 'disk-format'
  | 'export-format'
  | 'platform'
  | 'os-type'
  | 'os-bit'
  | 'origin'
  | 'created-from'
  | 'import-type'
  | 'firmware'
  | 'license'
  | 'severity';

/**
 * At least one of `keys` must be present: always, when another key is present, or when it is absent or false.
 * A key that several needs ask for is missing once.
 */
export interface Need {
  readonly keys: readonly string[];
  readonly when?: { readonly key: string } | { readonly not: string } | 'across-regions';
}

export interface ActionDef {
  readonly doc: Localized;
  /** The API requests that do it, one or the other; none where only the console can. */
  readonly requests: readonly string[];
  /** What exists afterwards under the operation's `name`. */
  readonly makes?: 'image' | 'server';
  /** Every key that the action takes beyond the common ones, in the order in which an author would write them. */
  readonly keys: Keys;
  readonly needs: readonly Need[];
  /** Keys of the request that the action itself says, each with the value that it stands for. */
  readonly implies?: Readonly<Record<string, string>>;
}

export interface RegionDef {
  readonly id: string;
  /** The official display name, where there is one. */
  readonly name?: string;
}
