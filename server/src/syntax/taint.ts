import { columnOf } from './lines.ts';
import type { MapNode, Node, Pair, SeqNode, Span } from './tree.ts';

// White space and comments, to the end or to the dash of the next item.
const ONLY_TRIVIA = /^(?:\s|#[^\n]*(?:\n|$))*$/;
const AFTER_DASH = /^(?:\s|#[^\n]*(?:\n|$))*-/;

/** A stretch of the text that could not be read where it is. */
export interface Stretch {
  readonly span: Span;
  /** The column that says what it belongs to, if that is known. */
  readonly column: number | undefined;
  /** What it says all the same. */
  readonly node: Node | undefined;
}

/**
 * The node with what a stretch breaks marked: the value where it stands is broken, or the collection where it stands
 * between others is damaged. `text` is the text without what was broken.
 */
export function taint(node: Node, stretch: Stretch, text: string): Node {
  switch (node.kind) {
    case 'map':
      return taintMap(node, stretch, text);
    case 'seq':
      return taintSeq(node, stretch, text);
    default:
      return instead(node, stretch);
  }
}

function taintMap(map: MapNode, stretch: Stretch, text: string): MapNode {
  const { start } = stretch.span;
  const i = map.pairs.findLastIndex(({ key }) => key.start <= start);
  const pair = map.pairs[i];
  if (!pair) return { ...map, damaged: true };
  if (contains(pair.key, start)) {
    return { ...withPair(map, i, inOrder(taint(pair.key, stretch, text), pair.value)), damaged: true };
  }
  if (!reaches(pair.value, map, stretch, text)) return { ...map, damaged: true };
  const tainted = withPair(map, i, inOrder(pair.key, taint(pair.value, stretch, text)));
  return stretch.column === undefined ? { ...tainted, damaged: true } : tainted;
}

function taintSeq(seq: SeqNode, stretch: Stretch, text: string): SeqNode {
  const { start } = stretch.span;
  const before = seq.items.findLastIndex(item => item.start <= start);
  const afterDash = AFTER_DASH.test(text.slice(seq.items[before]?.end ?? seq.start, start));
  const i = afterDash ? before + 1 : before;
  const item = seq.items[i];
  if (!item || !(afterDash || reaches(item, seq, stretch, text))) return { ...seq, damaged: true };
  const tainted = taint(item, stretch, text);
  const items = seq.items.with(i, tainted);
  return { ...seq, ...join(seq, tainted), items, damaged: seq.damaged || stretch.column === undefined };
}

/** Whether a stretch hits the child that stands there, rather than the collection that the child is in. */
function reaches(child: Node, parent: MapNode | SeqNode, { span: { start }, column }: Stretch, text: string): boolean {
  if (contains(child, start)) return true;
  const between = text.slice(child.end, start);
  if (/^[ \t]*$/.test(between)) return true;
  if (!ONLY_TRIVIA.test(between)) return false;
  if (parent.style === 'flow' || (column !== undefined && column <= columnOf(text, parent.start))) return false;
  return isOpen(child) || child.start === child.end;
}

/** Whether a node goes on for as long as the lines below are indented. */
function isOpen(node: Node): boolean {
  return (node.kind === 'map' || node.kind === 'seq') && (node.style === 'block' || node.damaged);
}

function withPair(map: MapNode, i: number, pair: Pair): MapNode {
  return { ...map, ...join(join(map, pair.key), pair.value), pairs: map.pairs.with(i, pair) };
}

/** A pair whose key or value has got longer: a value that is not read stays behind its key. */
function inOrder(key: Node, value: Node): Pair {
  const start = key.end;
  if (start <= value.start || value.kind === 'map' || value.kind === 'seq') return { key, value };
  return { key, value: { ...value, start, end: Math.max(start, value.end) } };
}

function instead(node: Node, stretch: Stretch): Node {
  const place = node.start === node.end ? stretch.span : join(node, stretch.span);
  const read: Node = stretch.node ?? { kind: 'broken', ...place };
  return node.anchor === undefined ? read : { ...read, anchor: node.anchor };
}

function contains({ start, end }: Node, offset: number): boolean {
  return start <= offset && offset < end;
}

function join(a: Span, b: Span): Span {
  return { start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) };
}
