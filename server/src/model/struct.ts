import { pairOf } from '../syntax/pairs.ts';
import { coreType } from '../syntax/scalar.ts';
import type { MapNode, Node } from '../syntax/tree.ts';
import { type Entries, entriesOf, type Follow, itemsOf, type Part } from './parts.ts';
import { at, keyOf, type Place } from './place.ts';
import { readSize } from './size.ts';
import { type KeyDef, type Keys, type ValueType, wordLists } from './vocabulary/index.ts';
import { readWord, regionOfName } from './words.ts';

/** A key with its value, as it stands in a map or came into it by a merge. */
export interface Field extends Part {
  readonly def: KeyDef;
}

/** Looks at values as the aliases in them mean them, and notes nothing. */
export interface Look {
  readonly follow: Follow;
  readonly struct: (node: Node, place: Place, keys: Keys) => Struct;
}

/** What a map has under its known keys, in the order of the text. */
export type Fields = Pick<ReadonlyMap<string, Field>, 'get' | 'has' | 'keys' | 'values' | typeof Symbol.iterator>;

/** The fields of a map that has all of them itself, taken from its pairs when they are asked for. */
export class OwnFields implements Fields {
  constructor(
    private readonly map: MapNode,
    private readonly place: Place,
    private readonly known: Keys,
  ) {}

  has(name: string): boolean {
    return this.valueOf(name) !== undefined;
  }

  get(name: string): Field | undefined {
    const node = this.valueOf(name);
    if (node === undefined) return undefined;
    const place = at(this.place, name);
    return { def: this.known[name] as KeyDef, place, node, source: place };
  }

  private valueOf(name: string): Node | undefined {
    if (!Object.hasOwn(this.known, name)) return undefined;
    return pairOf(this.map, name)?.value;
  }

  *keys(): MapIterator<string> {
    for (const [name] of this) yield name;
  }

  *values(): MapIterator<Field> {
    for (const [, field] of this) yield field;
  }

  *[Symbol.iterator](): MapIterator<[string, Field]> {
    const names = new Set(this.map.pairs.flatMap(({ key }) => (key.kind === 'scalar' ? [key.value] : [])));
    for (const name of names) {
      const field = this.get(name);
      if (field !== undefined) yield [name, field];
    }
  }
}

/** A value that is there and can be read, where it stands; or why not. */
export type Given<T> = { readonly value: T; readonly place: Place } | 'absent' | 'unreadable';

export type StandIns = ReadonlyMap<string, Field>;

const nothingKnown: Entries = { parts: new Map(), whole: false };

/** A map with known keys, bound. Reads values by the type that its caller asks for. */
export class Struct {
  constructor(
    readonly place: Place,
    readonly fields: Fields,
    /** Keys that a misspelt or foreign one stands in for; its value cannot be read where it means something else. */
    readonly standIns: StandIns,
    /** Part of the map could not be read: what seems absent may be there. */
    readonly damaged: boolean,
    readonly look: Look,
  ) {}

  /** Whether a key is written, be it under a name that stands in for it. */
  has(key: string): boolean {
    return this.fields.has(key) || this.standIns.has(key);
  }

  /** Whether it is known that there is no such key. */
  lacks(key: string): boolean {
    return !this.has(key) && !this.damaged;
  }

  /** Where a key's value stands, or else the map. */
  placeOf(key: string): Place {
    return this.field(key)?.place ?? this.place;
  }

  /** The key's field, or that of what stands in for it. */
  field(key: string): Field | undefined {
    return this.fields.get(key) ?? this.standIns.get(key);
  }

  /** The fields, and those that stand in for others, by the key that is meant. */
  *meant(): Iterable<readonly [string, Field]> {
    yield* this.fields;
    for (const standIn of this.standIns) if (!this.fields.has(standIn[0])) yield standIn;
  }

  private read<T>(key: string, reader: (node: Node, source: Place) => T | undefined): Given<T> {
    const field = this.field(key);
    if (field === undefined) return this.lacks(key) ? 'absent' : 'unreadable';
    const value = reader(field.node, field.source);
    return value === undefined ? 'unreadable' : { value, place: field.place };
  }

  text(key: string): Given<string> {
    return this.read(key, readText);
  }
  size(key: string, unit: 'GB' | 'MB' = 'GB'): Given<number> {
    return this.read(key, node => sizeOf(node, unit));
  }
  flag(key: string): Given<boolean> {
    return this.read(key, readFlag);
  }
  integer(key: string): Given<number> {
    return this.read(key, readInteger);
  }
  region(key: string): Given<string> {
    return this.read(key, readRegion);
  }
  /** The canonical word; where other words are legal too, one that the list does not have as it is written. */
  word(key: string): Given<string> {
    return this.read(key, node => wordOf(node, this.field(key)?.def.value));
  }

  /** A list's items with their places. */
  items(key: string): Given<readonly Part[]> {
    const { follow } = this.look;
    return this.read(key, (node, source) =>
      node.kind === 'seq' && !node.damaged ? itemsOf(node, source, follow) : undefined,
    );
  }

  /** A map's entries. */
  entries(key: string): Entries {
    const field = this.field(key);
    return field === undefined ? nothingKnown : entriesOf(field.node, field.source, this.look.follow);
  }

  /** The tags of a map or of one of the request bodies' lists, by key. */
  tags(key: string): Given<ReadonlyMap<string, Place>> {
    return this.read(key, (node, source) => {
      if (node.kind === 'seq') return node.damaged ? undefined : tagsListed(itemsOf(node, source, this.look.follow));
      const { parts, whole } = this.entries(key);
      return whole ? new Map([...parts].map(([name, { place }]) => [name, keyOf(place)])) : undefined;
    });
  }
}

/** Whether nothing is written, or `null` in one of its spellings, the longest of which has four characters. */
export const isNull = (node: Node): boolean =>
  node.kind === 'scalar' && node.value.length <= 4 && coreType(node) === 'null';

export const readText = (node: Node): string | undefined =>
  node.kind === 'scalar' && !isNull(node) ? node.value : undefined;

export function readFlag(node: Node): boolean | undefined {
  const text = readText(node)?.toLowerCase();
  return text === 'true' ? true : text === 'false' ? false : undefined;
}

export function readInteger(node: Node): number | undefined {
  const text = readText(node);
  return text !== undefined && /^\d+$/.test(text) ? Number(text) : undefined;
}

export function sizeOf(node: Node, unit: 'GB' | 'MB'): number | undefined {
  const text = readText(node);
  return text === undefined ? undefined : readSize(text, unit);
}

export function readRegion(node: Node): string | undefined {
  const text = readText(node);
  return text === undefined ? undefined : (regionOfName(text) ?? text);
}

function wordOf(node: Node, type: ValueType | undefined): string | undefined {
  const text = readText(node);
  if (text === undefined || type?.kind !== 'word') return text;
  return readWord(type.of, text) ?? (wordLists[type.of].open ? text : undefined);
}

function tagsListed(items: readonly Part[]): ReadonlyMap<string, Place> | undefined {
  const tags = new Map<string, Place>();
  for (const { node, place } of items) {
    const name = tagName(node);
    if (name === undefined) return undefined;
    tags.set(name, place);
  }
  return tags;
}

/** The key of `team.sre` (or an inventory's `team=sre`), or of `{key: team, value: sre}`. */
export function tagName(item: Node): string | undefined {
  if (item.kind === 'map') {
    const key = pairOf(item, 'key');
    return key && readText(key.value);
  }
  return readText(item)?.split('.', 1)[0];
}
