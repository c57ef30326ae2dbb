import type { MapNode, Node, SeqNode } from '../syntax/tree.ts';
import { at, type Place } from './place.ts';

/** A value in a map or a list, with its alias followed. */
export interface Part {
  readonly node: Node;
  /** Where it is written: at its alias, if it is one. */
  readonly place: Place;
  /** Where `node` stands. */
  readonly source: Place;
}

/** Finds what a node means at its place, if it is an alias: what means nothing is broken. */
export type Follow = (node: Node, place: Place) => { readonly node: Node; readonly place: Place };

interface Layer {
  readonly map: MapNode;
  readonly place: Place;
}

/** More than anyone merges into one map: what they would bring is not known. */
const mostMerges = 100;

/** A map, and those that come into it by `<<`, in the order in which they count; each is there once, however often it is named. */
export function layersOf(own: MapNode, at0: Place, follow: Follow): { layers: readonly Layer[]; isCut: boolean } {
  const layers: Layer[] = [{ map: own, place: at0 }];
  const merged = new Set<Node>();
  let isCut = false;
  const waiting = mergesIn(own, at0).reverse();
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { node, place } = follow(next.node, next.place);
    if (merged.has(node)) continue;
    if (merged.size === mostMerges) return { layers, isCut: true };
    merged.add(node);
    isCut ||= node.kind === 'broken';
    if (node.kind === 'map') layers.push({ map: node, place });
    waiting.push(...mergesIn(node, place).reverse());
  }
  return { layers, isCut };
}

/** The values that a map merges, or the items of a list of such. */
function mergesIn(node: Node, place: Place): { node: Node; place: Place }[] {
  if (node.kind === 'seq') return node.items.map((item, i) => ({ node: item, place: at(place, i) }));
  const pairs = node.kind === 'map' ? node.pairs.filter(({ key }) => isMerge(key)) : [];
  return pairs.map(({ value }) => ({ node: value, place: at(place, '<<') }));
}

export const isMerge = (key: Node): boolean => key.kind === 'scalar' && key.style === 'plain' && key.value === '<<';

export const itemsOf = ({ items }: SeqNode, source: Place, follow: Follow): readonly Part[] =>
  items.map((item, i) => {
    const place = at(source, i);
    const meant = follow(item, place);
    return { node: meant.node, place, source: meant.place };
  });

/** What a map has, by key: the first of each counts. Not `whole`: there may be more. */
export interface Entries {
  readonly parts: ReadonlyMap<string, Part>;
  readonly whole: boolean;
}

export function entriesOf(node: Node, place: Place, follow: Follow): Entries {
  if (node.kind !== 'map') return { parts: new Map(), whole: false };
  const parts = new Map<string, Part>();
  const { layers, isCut } = layersOf(node, place, follow);
  for (const { map, place } of layers) {
    for (const { key, value } of map.pairs) {
      if (key.kind !== 'scalar' || isMerge(key) || parts.has(key.value)) continue;
      const here = at(place, key.value);
      const meant = follow(value, here);
      parts.set(key.value, { node: meant.node, place: here, source: meant.place });
    }
  }
  const isWhole = layers.every(({ map }) => !map.damaged && map.pairs.every(({ key }) => key.kind === 'scalar'));
  return { parts, whole: isWhole && !isCut };
}
