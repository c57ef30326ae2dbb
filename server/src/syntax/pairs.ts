import type { MapNode, Node, Pair } from './tree.ts';

/** In a map of so many pairs, to look at each takes longer than to keep where the names are. */
const many = 32;

const indexes = new WeakMap<MapNode, ReadonlyMap<string, Pair>>();

/** The first pair of a map with a key of that name; none where a node is no map. */
export function pairOf(node: Node | undefined, name: string): Pair | undefined {
  if (node?.kind !== 'map') return undefined;
  if (node.pairs.length >= many) return indexOf(node).get(name);
  return node.pairs.find(({ key }) => key.kind === 'scalar' && key.value === name);
}

function indexOf(map: MapNode): ReadonlyMap<string, Pair> {
  const known = indexes.get(map);
  if (known !== undefined) return known;
  const index = new Map<string, Pair>();
  for (const pair of map.pairs) {
    if (pair.key.kind === 'scalar' && !index.has(pair.key.value)) index.set(pair.key.value, pair);
  }
  indexes.set(map, index);
  return index;
}
