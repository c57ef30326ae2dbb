import { pairOf } from '../syntax/pairs.ts';
import type { Slot } from '../syntax/slot.ts';
import type { Node, Span } from '../syntax/tree.ts';

/**
 * A key of a map (its first pair of that name), the index of an item or of a pair; alone, a fault of the tree, or a
 * stretch of a comment.
 */
export type Step =
  | string
  | number
  | { readonly pair: number }
  | { readonly fault: number }
  | { readonly comment: Span };

/**
 * Where something stands, symbolically: it stays true while the text around it is edited, and becomes a position only
 * when a finding leaves the server. The path leads from the root of the slot's tree.
 */
export interface Place {
  readonly slot: Slot;
  readonly path: readonly Step[];
  /** The value at the path, or the key that leads to it. */
  readonly part: 'value' | 'key';
}

export const at = (place: Place, ...steps: readonly Step[]): Place => ({
  slot: place.slot,
  path: place.path.concat(steps),
  part: 'value',
});

export const keyOf = (place: Place): Place => ({ slot: place.slot, path: place.path, part: 'key' });

export function samePlace(a: Place | undefined, b: Place | undefined): boolean {
  if (a === b) return true;
  if (a === undefined || b === undefined) return false;
  return (
    a.slot === b.slot &&
    a.part === b.part &&
    a.path.length === b.path.length &&
    a.path.every((step, i) => sameStep(step, b.path[i]))
  );
}

/** Whether a place is another, or in it. */
export const isWithin = (inner: Place, { slot, path }: Place): boolean =>
  inner.slot === slot && path.every((step, i) => sameStep(step, inner.path[i]));

const sameStep = (a: Step, b: Step | undefined): boolean =>
  a === b || (typeof a === 'object' && typeof b === 'object' && JSON.stringify(a) === JSON.stringify(b));

/** The node that stands at a place, and the key that leads to it; nothing where the text no longer has it. */
export function nodeAt(place: Place): { readonly node: Node; readonly key: Node | undefined } | undefined {
  let node = place.slot.tree.root;
  let key: Node | undefined;
  for (const step of place.path) {
    if (typeof step === 'number') {
      node = node?.kind === 'seq' ? node.items[step] : undefined;
      key = undefined;
    } else {
      const pairs = node?.kind === 'map' ? node.pairs : [];
      const pair = typeof step === 'object' ? pairs['pair' in step ? step.pair : -1] : pairOf(node, step);
      node = pair?.value;
      key = pair?.key;
    }
  }
  return node && { node, key };
}

/**
 * The smallest stretch to underline, relative to the segment: a value within one line, else the key that leads to it,
 * else the first line of what stands there, or the dash behind which nothing does.
 */
export function spanOf(place: Place): Span {
  const [first] = place.path;
  if (typeof first === 'object' && 'fault' in first) {
    const fault = place.slot.tree.faults[first.fault];
    if (fault !== undefined) return fault.span;
  }
  if (typeof first === 'object' && 'comment' in first) return first.comment;
  const found = nodeAt(place);
  const text = place.slot.segment.text;
  if (found === undefined || place.path.length === 0) {
    const start = Math.max(0, text.search(/^[^\S\r\n\u2028\u2029]*[^\s#]/m));
    return firstLine(text, { start, end: text.length }, true);
  }
  const { node, key } = found;
  const oneLine = node.end > node.start && !text.slice(node.start, node.end).includes('\n');
  const block = (node.kind === 'map' || node.kind === 'seq') && node.style === 'block';
  const isNothing = key === undefined && node.start === node.end;
  if (isNothing) return { start: Math.max(0, node.start - 1), end: node.end };
  const span = place.part === 'value' && oneLine && !block ? node : (key ?? node);
  return firstLine(text, span);
}

function firstLine(text: string, { start, end }: Span, trim = false): Span {
  const from = trim ? start + (/^\s*/.exec(text.slice(start))?.[0].length ?? 0) : start;
  const line = /^[^\r\n]*/.exec(text.slice(from, end))?.[0].trimEnd() ?? '';
  return { start: from, end: from + line.length };
}
