import type { Analysis } from '../analysis/analysis.ts';
import { fits } from '../model/check-value.ts';
import { groupKeys, type Operation } from '../model/model.ts';
import { at, keyOf, type Place, samePlace } from '../model/place.ts';
import { readText } from '../model/struct.ts';
import { type KeyDef, type Keys, shapes, type ThingKind, type ValueType } from '../model/vocabulary/index.ts';
import type { Slot } from '../syntax/slot.ts';
import type { Segment } from '../syntax/split.ts';
import type { MapNode, Node, Span } from '../syntax/tree.ts';

export interface NamedKey {
  readonly name: string;
  readonly def: KeyDef;
}

/** What stands at an offset, as far as the vocabulary has a word for it. */
export type Spot = {
  readonly place: Place;
  readonly span: Span;
  /** What the scalar says; nothing where it cannot be read. */
  readonly text: string | undefined;
  /** The operation that it belongs to. */
  readonly operation: Operation | undefined;
} & (
  | { readonly kind: 'key'; readonly key: NamedKey }
  | { readonly kind: 'value'; readonly key: NamedKey; readonly type: ValueType }
  /** The name of a declared thing. */
  | { readonly kind: 'entry'; readonly of: ThingKind }
);

/** What stands at an offset of a slot's text. */
export function spotAt(analysis: Analysis, slot: Slot, offset: number): Spot | undefined {
  const type = typeOf(slot.segment);
  if (type === undefined) return undefined;
  const { root } = slot.tree;
  if (root === undefined) return undefined;
  const operations = analysis.modelOf(slot)?.items.flatMap(item => item.operations) ?? [];
  const place: Place = { slot, path: [], part: 'value' };
  return search(root, { place, type, key: undefined, operation: undefined }, { offset, operations });
}

function typeOf({ role, section = '' }: Segment): ValueType | undefined {
  if (role === 'item' || role === 'entry') return shapes.manifest.keys[section]?.value;
  return role === 'head' || role === 'key' || role === 'whole' ? { kind: 'shape', of: 'manifest' } : undefined;
}

interface Sought {
  readonly offset: number;
  readonly operations: readonly Operation[];
}

/** What is expected of a node, and what it belongs to. */
interface Expected {
  readonly place: Place;
  readonly type: ValueType;
  readonly key: NamedKey | undefined;
  readonly operation: Operation | undefined;
}

const covers = ({ start, end }: Node, { offset }: Sought): boolean => start <= offset && offset <= end;

function search(node: Node, expected: Expected, sought: Sought): Spot | undefined {
  if (!covers(node, sought)) return undefined;
  const type = settle(expected.type, node);
  if (type === undefined) return undefined;
  switch (node.kind) {
    case 'map':
      return searchMap(node, { ...expected, type }, sought);
    case 'seq': {
      const of = type.kind === 'list' ? type.of : type.kind === 'operations' ? type : undefined;
      if (of === undefined) return undefined;
      return first(node.items, (item, i) =>
        search(item, { ...expected, type: of, place: at(expected.place, i) }, sought),
      );
    }
    default: {
      const { place, key, operation } = expected;
      if (key === undefined || node.start === node.end) return undefined;
      const target = node.kind === 'alias' ? operation?.struct.fields.get(key.name)?.node : node;
      return { kind: 'value', place, span: node, text: target && readText(target), operation, key, type };
    }
  }
}

/** The one of several types that a value is meant as. */
function settle(type: ValueType, node: Node): ValueType | undefined {
  if (type.kind !== 'either') return type;
  const option = type.of.find(candidate => fits(candidate, node));
  return option && settle(option, node);
}

function searchMap(map: MapNode, expected: Expected, sought: Sought): Spot | undefined {
  const { type, place: here } = expected;
  const inOperation = type.kind === 'operations';
  const operation = inOperation ? sought.operations.find(({ place }) => samePlace(place, here)) : expected.operation;
  const seen = new Set<string>();
  return first(map.pairs, ({ key, value }, i) => {
    if (key.kind !== 'scalar') return undefined;
    const name = key.value;
    const place = at(here, seen.has(name) ? { pair: i } : name);
    seen.add(name);
    const onKey = { place: keyOf(place), span: key, text: name, operation };
    if (type.kind === 'map') {
      if (covers(key, sought)) return entry(type, expected.key, onKey);
      return search(value, { ...expected, place, type: type.of }, sought);
    }
    const def = inOperation
      ? (operation?.struct.fields.get(name)?.def ?? own(groupKeys, name))
      : type.kind === 'shape' && own(shapes[type.of].keys, name);
    if (!def) return undefined;
    const named: NamedKey = { name, def };
    if (covers(key, sought)) return { kind: 'key', ...onKey, key: named };
    return search(value, { place, type: def.value, key: named, operation }, sought);
  });
}

/** A key that the author chose: the name of a thing, or a region. */
function entry(
  { of, by }: ValueType & { kind: 'map' },
  key: NamedKey | undefined,
  spot: Pick<Spot, 'place' | 'span' | 'text' | 'operation'>,
): Spot | undefined {
  if (by === 'region' && key !== undefined) return { kind: 'value', ...spot, key, type: { kind: by } };
  return of.kind === 'shape' && isThing(of.of) ? { kind: 'entry', ...spot, of: of.of } : undefined;
}

const things: ReadonlySet<string> = new Set<ThingKind>(['image', 'server', 'backup', 'bucket']);
const isThing = (shape: string): shape is ThingKind => things.has(shape);

/** A key of that name, unless it is one that every object has. */
export const own = (keys: Keys, name: string): KeyDef | undefined =>
  Object.hasOwn(keys, name) ? keys[name] : undefined;

function first<T, R>(items: readonly T[], look: (item: T, index: number) => R | undefined): R | undefined {
  for (const [i, item] of items.entries()) {
    const found = look(item, i);
    if (found !== undefined) return found;
  }
  return undefined;
}
