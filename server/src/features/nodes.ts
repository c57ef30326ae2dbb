import { at, type Place } from '../model/place.ts';
import { pairOf } from '../syntax/pairs.ts';
import type { Slot } from '../syntax/slot.ts';
import type { Node, Pair, Span } from '../syntax/tree.ts';

/** A node on the way from the root to an offset. */
export interface Passed {
  readonly node: Node;
  readonly place: Place;
  /** The pair that it belongs to, as its key or its value. */
  readonly pair: Pair | undefined;
}

const covers = ({ start, end }: Span, offset: number): boolean => start <= offset && offset <= end;

/** The nodes around an offset of a slot, from the root to the innermost. */
export function nodesAt(slot: Slot, offset: number): readonly Passed[] {
  const passed: Passed[] = [];
  let next: Passed | undefined;
  const { root } = slot.tree;
  if (root !== undefined) next = { node: root, place: { slot, path: [], part: 'value' }, pair: undefined };
  while (next !== undefined) {
    passed.push(next);
    next = childAt(next, offset);
  }
  return passed;
}

function childAt({ node, place }: Passed, offset: number): Passed | undefined {
  if (node.kind === 'seq') {
    const i = node.items.findIndex(item => covers(item, offset));
    const item = node.items[i];
    return item && { node: item, place: at(place, i), pair: undefined };
  }
  if (node.kind !== 'map') return undefined;
  const i = node.pairs.findIndex(({ key, value }) =>
    covers({ start: key.start, end: Math.max(key.end, value.end) }, offset),
  );
  const pair = node.pairs[i];
  if (pair === undefined) return undefined;
  const first = pair.key.kind === 'scalar' ? pair.key.value : undefined;
  const isFirst = first !== undefined && pairOf(node, first) === pair;
  const here = at(place, isFirst ? first : { pair: i });
  if (covers(pair.key, offset)) return { node: pair.key, place: { ...here, part: 'key' }, pair };
  return { node: pair.value, place: here, pair };
}
