import { actionKeys, anyKeys, groupKeys, type Operation } from '../../model/model.ts';
import type { Step } from '../../model/place.ts';
import { type KeyDef, shapes, type ValueType } from '../../model/vocabulary/index.ts';
import type { Segment } from '../../syntax/split.ts';
import type { MapNode, Node, SeqNode } from '../../syntax/tree.ts';
import { type NamedKey, own } from '../spot.ts';
import { type Draft, draftOf } from './operation.ts';
import { type Form, isMarker, type Probe } from './probe.ts';

/** What is expected where a word is to be completed. */
export type Context = KeyContext | ValueContext;

/** A key of a map. */
export interface KeyContext extends Around {
  readonly kind: 'key';
  readonly type: MapType;
  readonly map: MapNode;
}

/** The value of a key, or an item of its list. */
export interface ValueContext extends Around {
  readonly kind: 'value';
  readonly type: ValueType;
}

/** The types of map: of an operation, with known keys, or with keys of the author's choice. */
export type MapType = Extract<ValueType, { kind: 'operations' | 'shape' | 'map' }>;

export interface Around {
  readonly form: Form;
  /** The key whose value this is, or is in. */
  readonly key: NamedKey | undefined;
  /** The path from the root of the text that was read. */
  readonly path: readonly Step[];
  /** The list that it, or the map that it begins, is an item of. */
  readonly list: SeqNode | undefined;
  /** The operation that it belongs to. */
  readonly operation: Draft | undefined;
  readonly inGroup: boolean;
  readonly inFlow: boolean;
  /** Keys are in double quotes here. */
  readonly json: boolean;
}

/** What is expected at the marker: several things where the value may be of several types. */
export function contextsIn({ form, root, segment, at }: Probe, operations: readonly Operation[]): readonly Context[] {
  const { role, section = '' } = segment;
  const inSection = role === 'item' || role === 'entry';
  const def = inSection ? own(shapes.manifest.keys, section) : undefined;
  const type = inSection ? def?.value : rootType(segment);
  if (type === undefined) return [];
  const around: Around = {
    form,
    key: def && { name: section, def },
    path: [],
    list: undefined,
    operation: undefined,
    inGroup: false,
    inFlow: false,
    json: false,
  };
  return new Search(segment.text, at, operations).search(root, type, around);
}

const rootType = ({ role }: Segment): ValueType | undefined =>
  role === 'head' || role === 'key' || role === 'whole' ? { kind: 'shape', of: 'manifest' } : undefined;

class Search {
  readonly #text: string;
  readonly #at: number;
  readonly #operations: readonly Operation[];

  constructor(text: string, at: number, operations: readonly Operation[]) {
    this.#text = text;
    this.#at = at;
    this.#operations = operations;
  }

  search(node: Node, type: ValueType, around: Around): readonly Context[] {
    if (node.end < this.#at || this.#at < node.start) return [];
    if (type.kind === 'either') return type.of.flatMap(option => this.search(node, option, around));
    switch (node.kind) {
      case 'map':
        return isMapType(type, around.path) ? this.#map(node, type, around) : [];
      case 'seq': {
        const of = itemType(type, around.path);
        if (of === undefined) return [];
        const inside = { ...around, list: node, inFlow: node.style === 'flow' };
        return node.items.flatMap((item, i) => this.search(item, of, { ...inside, path: [...around.path, i] }));
      }
      default:
        return around.form !== 'key' && isMarker(node) ? [{ ...around, kind: 'value', type }] : [];
    }
  }

  #map(map: MapNode, type: MapType, around: Around): readonly Context[] {
    const inFlow = map.style === 'flow';
    // A pair in a flow list is a map without braces: what begins there is an item.
    const isBare = inFlow && this.#text[map.start] !== '{';
    const quoted = map.pairs.some(({ key }) => key.kind === 'scalar' && key.style === 'double');
    const operation = type.kind === 'operations' ? draftOf(map, around.path, this.#operations) : around.operation;
    const here: Around = { ...around, operation, inFlow, json: inFlow && (quoted || around.json) };
    return map.pairs.flatMap(({ key, value }) => {
      if (key.kind !== 'scalar') return [];
      if (around.form === 'key' && isMarker(key)) return isBare ? [] : [{ ...here, kind: 'key', type, map }];
      const inside = { ...here, list: undefined, path: [...around.path, key.value] };
      if (type.kind === 'map') return this.search(value, type.of, inside);
      const def = type.kind === 'shape' ? own(shapes[type.of].keys, key.value) : operationKey(key.value, operation);
      if (def === undefined) return [];
      const inGroup = around.inGroup || def === groupKeys.parallel;
      return this.search(value, def.value, { ...inside, inGroup, key: { name: key.value, def } });
    });
  }
}

/** Of operations, an item is no list again. */
const itemType = (type: ValueType, path: readonly Step[]): ValueType | undefined =>
  type.kind === 'list' ? type.of : type.kind === 'operations' && typeof path.at(-1) !== 'number' ? type : undefined;

/** An operation is an item of a list. */
const isMapType = (type: ValueType, path: readonly Step[]): type is MapType =>
  type.kind === 'shape' || type.kind === 'map' || (type.kind === 'operations' && typeof path.at(-1) === 'number');

const operationKey = (name: string, operation: Draft | undefined): KeyDef | undefined =>
  own(groupKeys, name) ?? own(operation?.action === undefined ? anyKeys : actionKeys(operation.action), name);
