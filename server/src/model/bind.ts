import type { MapNode, Node } from '../syntax/tree.ts';
import { fits, misfit } from './check-value.ts';
import { type Follow, isMerge, layersOf } from './parts.ts';
import { at, keyOf, type Place, samePlace } from './place.ts';
import type { Problem } from './problem.ts';
import { type Field, type Look, OwnFields, readText, type StandIns, Struct } from './struct.ts';
import { foreignKeys, type KeyDef, type Keys, shapes, type ValueType } from './vocabulary/index.ts';
import { nearest, regionOfName } from './words.ts';

/** Finds what an alias means at its place; nothing where no such anchor stands before it. */
export type Resolve = (name: string, from: Place) => { readonly node: Node; readonly place: Place } | undefined;

const isUnclosed = (node: Node): boolean =>
  (node.kind === 'map' || node.kind === 'seq') && node.style === 'flow' && node.damaged;

/** Binds nodes to the vocabulary and notes what does not fit. */
export class Binder {
  readonly problems: Problem[] = [];
  readonly look: Look;

  constructor(readonly resolve: Resolve) {
    this.look = lookWith(resolve);
  }

  /** A node with its alias, if it is one, followed. */
  follow(node: Node, place: Place): { readonly node: Node; readonly place: Place } {
    let found = { node, place };
    for (let hops = 0; found.node.kind === 'alias' && hops < 20; hops++) {
      const { name } = found.node;
      const target = this.resolve(name, found.place);
      if (target === undefined || samePlace(target.place, found.place)) {
        this.problems.push({ rule: 'unknown-reference', place, kind: 'anchor', name });
        break;
      }
      found = target;
    }
    return found.node.kind === 'alias'
      ? { node: { kind: 'broken', start: found.node.start, end: found.node.end }, place: found.place }
      : found;
  }

  struct(node: Node, place: Place, keys: Keys): Struct {
    const damaged = node.kind === 'map' ? node.damaged : node.kind === 'broken';
    const own = node.kind === 'map' && hasAllItself(node) ? new OwnFields(node, place, keys) : undefined;
    const fields = own === undefined ? new Map<string, Field>() : undefined;
    const filling: Filling = { fields, standIns: nothingElse };
    const follow: Follow = (merge, from) => this.follow(merge, from);
    const { layers, isCut } = node.kind === 'map' ? layersOf(node, place, follow) : noLayers;
    for (const layer of layers) this.collect(layer.map, layer.place, keys, filling, layer.map === node);
    return new Struct(place, own ?? fields ?? new Map(), filling.standIns, damaged || isCut, this.look);
  }

  /** Reads the pairs of a map, its own or one that is merged into it. */
  private collect(map: MapNode, place: Place, keys: Keys, struct: Filling, isOwn: boolean): void {
    const { fields } = struct;
    let known: ReadonlySet<string> | undefined;
    const names = (): ReadonlySet<string> => (known ??= namesOf(map));
    const seen = new Map<string, Place>();
    for (const [i, { key, value }] of map.pairs.entries()) {
      if (key.kind !== 'scalar') {
        if (key.kind !== 'broken')
          this.unknownKey('?', { node: value, place: at(place, { pair: i }) }, keys, names(), struct);
        continue;
      }
      const name = key.value;
      const here = at(place, name);
      if (isMerge(key)) continue;
      const first = seen.get(name);
      if (first !== undefined) {
        this.problems.push({ rule: 'duplicate-key', place: keyOf(at(place, { pair: i })), key: name, first });
        continue;
      }
      seen.set(name, keyOf(here));
      const def = Object.hasOwn(keys, name) ? keys[name] : undefined;
      if (def === undefined) {
        if (isOwn) this.unknownKey(name, { node: value, place: here }, keys, names(), struct);
      } else if (fields?.has(name) !== true) {
        const { node, place: source } = this.follow(value, here);
        fields?.set(name, { def, place: here, node, source });
        if (isOwn) this.value(def.value, node, source, here);
      }
    }
  }

  private unknownKey(key: string, pair: Pair, keys: Keys, names: ReadonlySet<string>, struct: Filling): void {
    const { node: value, place } = pair;
    const known = Object.hasOwn(foreignKeys, key) ? foreignKeys[key] : undefined;
    const foreign = known !== undefined && Object.hasOwn(keys, known.key) && !names.has(known.key) ? known : undefined;
    const near = nearest(
      key,
      Object.keys(keys).filter(name => !names.has(name)),
    );
    const meant = foreign?.key ?? near;
    if (meant !== undefined && !struct.standIns.has(meant)) {
      const { node: written, place: source } = new Binder(this.resolve).follow(value, place);
      const { start, end } = written;
      const node: Node = foreign?.unit === undefined ? written : { kind: 'broken', start, end };
      struct.standIns = new Map([...struct.standIns, [meant, { def: keys[meant] as KeyDef, place, node, source }]]);
    }
    this.problems.push({ rule: 'unknown-key', place: keyOf(place), key, foreign, nearest: near });
  }

  /** Notes what is wrong with a value; `place` is where it is told, `source` where the value stands. */
  value(type: ValueType, node: Node, source: Place, place: Place): void {
    const wrong = misfit(type, node);
    // What a bracket that is still open will be is not known: that it is open is told.
    if (wrong !== undefined && isUnclosed(node)) return;
    if (wrong !== undefined) {
      const told = node.start === node.end ? keyOf(place) : place;
      const text = node.kind === 'scalar' ? node.value : '';
      this.problems.push({ rule: 'invalid-value', place: told, text, expected: type, nearest: wrong.nearest });
      return;
    }
    if (node.kind === 'broken') return;
    switch (type.kind) {
      case 'either': {
        const option = type.of.find(candidate => fits(candidate, node));
        if (option !== undefined) this.value(option, node, source, place);
        break;
      }
      case 'list':
        if (node.kind === 'seq') {
          node.items.forEach((item, i) => {
            const target = this.follow(item, at(source, i));
            this.value(type.of, target.node, target.place, at(source, i));
          });
        }
        break;
      case 'map':
        if (node.kind === 'map') this.entries(type, node, source);
        break;
      case 'shape':
        this.required(this.struct(node, source, shapes[type.of].keys), shapes[type.of].keys, keyOf(place));
        break;
      case 'region':
        this.regionName(node, place);
        break;
    }
  }

  private entries({ of, by }: ValueType & { kind: 'map' }, map: MapNode, place: Place): void {
    const seen = new Map<string, Place>();
    for (const [i, { key, value }] of map.pairs.entries()) {
      if (key.kind !== 'scalar' || key.value === '<<') continue;
      const here = at(place, key.value);
      const first = seen.get(key.value);
      if (first !== undefined) {
        this.problems.push({ rule: 'duplicate-key', place: keyOf(at(place, { pair: i })), key: key.value, first });
        continue;
      }
      seen.set(key.value, keyOf(here));
      if (by === 'region') this.regionName(key, keyOf(here));
      const target = this.follow(value, here);
      this.value(of, target.node, target.place, here);
    }
  }

  private regionName(node: Node, place: Place): void {
    const name = readText(node);
    const id = name === undefined ? undefined : regionOfName(name);
    if (name !== undefined && id !== undefined) this.problems.push({ rule: 'region-name', place, name, id });
  }

  /** Notes the required keys that a map lacks, unless a foreign name stands in or the map could not be read whole. */
  required(struct: Struct, keys: Keys, place: Place): void {
    for (const [key, def] of Object.entries(keys) as [string, KeyDef][]) {
      if (def.required === true && struct.lacks(key)) {
        this.problems.push({ rule: 'missing-key', place, map: struct.place, keys: [key] });
      }
    }
  }
}

/** One for all that is bound with the same anchors: every map of a manifest keeps it. */
const looks = new WeakMap<Resolve, Look>();

function lookWith(resolve: Resolve): Look {
  let look = looks.get(resolve);
  if (look === undefined) {
    look = {
      follow: (node, place) => new Binder(resolve).follow(node, place),
      struct: (node, place, keys) => new Binder(resolve).struct(node, place, keys),
    };
    looks.set(resolve, look);
  }
  return look;
}

/** A value, and where its key has it. */
interface Pair {
  readonly node: Node;
  readonly place: Place;
}

/** A struct whose fields are being collected. */
interface Filling {
  /** Absent where the map has all of them itself. */
  readonly fields: Map<string, Field> | undefined;
  standIns: StandIns;
}

const nothingElse: StandIns = new Map();
const noLayers: ReturnType<typeof layersOf> = { layers: [], isCut: false };

/** Whether nothing in a map stands elsewhere, by an alias or a merge. */
const hasAllItself = ({ pairs }: MapNode): boolean =>
  pairs.every(({ key, value }) => value.kind !== 'alias' && !isMerge(key));

const namesOf = (map: MapNode): ReadonlySet<string> =>
  new Set(map.pairs.flatMap(({ key }) => (key.kind === 'scalar' ? [key.value] : [])));
