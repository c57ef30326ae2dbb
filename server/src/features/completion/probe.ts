import { parseSegment } from '../../syntax/parse.ts';
import type { Slot } from '../../syntax/slot.ts';
import { type Segment, split, startState } from '../../syntax/split.ts';
import type { MapNode, Node } from '../../syntax/tree.ts';
import type { Cursor } from './cursor.ts';

/** A word that no manifest has: what is expected at its place is found by reading the text with it. */
const marker = '\uE000';

/** How the marker is written: as a scalar, as a key, as an item of a list. */
export const forms = ['key', 'scalar', 'item'] as const;
export type Form = (typeof forms)[number];

/** The text of a slot with the marker for the word at the cursor, read as it would be then. */
export interface Probe {
  readonly form: Form;
  readonly segment: Segment;
  readonly root: Node;
  /** Where the marker is in the segment. */
  readonly at: number;
  /** The marker begins a segment that comes behind what the slot holds now. */
  readonly isBehind: boolean;
}

export const isMarker = (node: Node): boolean => node.kind === 'scalar' && node.value === marker;

/** The keys of a map beside the marker. */
export const namesIn = (map: MapNode): readonly string[] =>
  map.pairs.flatMap(({ key }) => (key.kind === 'scalar' && !isMarker(key) ? [key.value] : []));

/** The readings of a slot in which the marker stands somewhere, broken as the text may be elsewhere. */
export function probesAt(slot: Slot | undefined, cursor: Cursor): readonly Probe[] {
  const text = slot?.segment.text ?? '';
  const { start, end } = cursor.span;
  const [head, tail] = [text.slice(0, start), text.slice(end)];
  const probe = (form: Form, behind: string): readonly Probe[] =>
    read(slot, form, head, written(form, cursor) + behind);
  const whole = formsOf(cursor).flatMap(form => probe(form, tail));
  if (whole.length > 0) return whole;
  // What is open at the cursor is closed there.
  const closed = closing(head) + tail.replace(/^[^\r\n]*/, '');
  return closed === tail ? [] : formsOf(cursor).flatMap(form => probe(form, closed));
}

function formsOf({ isKey, isValue, beginsLine }: Cursor): readonly Form[] {
  if (isKey) return ['key'];
  if (isValue) return ['scalar'];
  return beginsLine ? forms : ['key', 'scalar'];
}

function written(form: Form, { gap, behind, isKey }: Cursor): string {
  const word = form === 'item' ? `- ${marker}` : form === 'key' && !isKey ? `${marker}: ` : marker;
  return gap + word + behind;
}

function read(slot: Slot | undefined, form: Form, head: string, rest: string): readonly Probe[] {
  const { segments } = split(head + rest, slot?.segment.before ?? startState);
  const [index, start] = indexAt(segments, head.length);
  const segment = segments[index];
  if (segment === undefined || segment.misaligned) return [];
  const { root } = parseSegment(segment.text);
  const found = root !== undefined && holdsMarker(root, form === 'key');
  const at = head.length + rest.indexOf(marker) - start;
  return found ? [{ form, segment, root, at, isBehind: index > 0 }] : [];
}

/** Which segment holds an offset, and where that begins. */
function indexAt(segments: readonly Segment[], offset: number): readonly [index: number, start: number] {
  let start = 0;
  for (const [i, { text }] of segments.entries()) {
    if (offset < start + text.length) return [i, start];
    start += text.length;
  }
  return [segments.length, start];
}

function holdsMarker(node: Node, asKey: boolean): boolean {
  switch (node.kind) {
    case 'map':
      return node.pairs.some(({ key, value }) => (asKey && isMarker(key)) || holdsMarker(value, asKey));
    case 'seq':
      return node.items.some(item => holdsMarker(item, asKey));
    default:
      return !asKey && isMarker(node);
  }
}

/** What closes the brackets that a text leaves open. */
function closing(head: string): string {
  const open: string[] = [];
  for (const [token] of head.matchAll(/(?<=^|[\s,[{:])(?:"(?:[^"\\]|\\.)*"|'[^']*'|#.*)|[{}[\]]/gm)) {
    if (token === '{') open.push('}');
    else if (token === '[') open.push(']');
    else if (token === '}' || token === ']') open.pop();
  }
  return open.reverse().join('');
}
