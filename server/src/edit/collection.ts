import { nodeAt, type Place } from '../model/place.ts';
import { beginsLine, lineStart, skipWhite } from '../syntax/lines.ts';
import type { Slot } from '../syntax/slot.ts';
import type { MapNode, Node, SeqNode } from '../syntax/tree.ts';

/** A pair or an item with all of its text: from its dash, question mark, anchor or tag to the end of its value. */
export interface Entry {
  readonly start: number;
  readonly end: number;
  readonly key: Node | undefined;
  readonly value: Node;
}

/** A map or list as it stands in a text. */
export interface Collection {
  readonly slot: Slot;
  readonly text: string;
  /** The text's own line ending. */
  readonly eol: string;
  /** Nothing stands around it in its segment. */
  readonly isRoot: boolean;
  /** The key that leads to it. */
  readonly key: Node | undefined;
  readonly node: MapNode | SeqNode;
  readonly entries: readonly Entry[];
  /** Keys are in double quotes here, and texts are to be too. */
  readonly json: boolean;
}

export function collectionAt(place: Place): Collection | undefined {
  const found = nodeAt(place);
  if (found?.node.kind !== 'map' && found?.node.kind !== 'seq') return undefined;
  const { node, key } = found;
  const { slot, path } = place;
  const text = slot.segment.text;
  return {
    slot,
    text,
    eol: lineEnding(slot),
    isRoot: path.length === 0,
    key,
    node,
    entries: entriesOf(text, node),
    json: isJson(place),
  };
}

/** The end of an entry with what follows it in its line: a comma, a comment. */
export function tailOf({ text, node }: Collection, { end }: Entry): number {
  const tail = node.style === 'flow' ? /(?:\s*,)?(?:[ \t]+#[^\r\n]*)?/y : /(?:[ \t]+#[^\r\n]*)?/y;
  tail.lastIndex = end;
  tail.test(text);
  return tail.lastIndex;
}

/** The comma behind an entry of a flow collection. */
export function commaAfter(text: string, { end }: Entry): number | undefined {
  const comma = skipWhite(text, end);
  return text[comma] === ',' ? comma : undefined;
}

/** What stands between two entries of a flow collection: each on its own line where all are, else a comma and space. */
export function separatorOf({ text, eol, entries }: Collection): string {
  const [first] = entries;
  if (first === undefined) return ', ';
  if (entries.every(({ start }) => beginsLine(text, start))) return `,${eol}${indentTo(text, first.start)}`;
  return inlineSeparator(text, first);
}

/** The comma and space behind the first entry of a flow collection that is in one line. */
export function inlineSeparator(text: string, { end }: Entry): string {
  return /^,[ \t]*(?=[^\s#])/.exec(text.slice(end))?.[0] ?? ', ';
}

/** White space that leads a line to the column of `offset`. */
export function indentTo(text: string, offset: number): string {
  return text.slice(lineStart(text, offset), offset).replace('\uFEFF', '').replace(/[^\t]/g, ' ');
}

/** Where the text of the line ends that `offset` is in, and the line break begins. */
export function breakAfter(text: string, offset: number): number {
  const end = text.slice(offset).search(/\r?\n/);
  return end < 0 ? text.length : offset + end;
}

export function entriesOf(text: string, node: MapNode | SeqNode): Entry[] {
  const dashes = node.kind === 'seq' && node.style === 'block';
  const children = node.kind === 'map' ? node.pairs : node.items.map(value => ({ key: undefined, value }));
  let previous = node.start;
  return children.map(({ key, value }, i) => {
    const from = i === 0 && node.style === 'block' ? lineStart(text, previous) : previous;
    const start = dashes ? skipGap(text, previous) : startWithMarks(text, from, key ?? value);
    previous = Math.max(endOf(text, value), key?.end ?? start + 1);
    return { start, end: previous, key, value };
  });
}

/** The start of a node with the question mark, anchor and tag before it, not before `from`. */
function startWithMarks(text: string, from: number, { start }: Node): number {
  return start - (marks.exec(text.slice(from, start))?.[0].length ?? 0);
}

/** A node has one anchor and one tag at most. */
const marks = /(?:\?[ \t]+)?(?:(?<![^\s,[\]{}])[&!][^\s,[\]{}]*[ \t]+){0,2}$/;

/** The end of a node, with the blank lines behind it that a block scalar has in its value. */
function endOf(text: string, node: Node): number {
  const last = lastScalar(node);
  const { end } = node;
  if (last?.style !== 'block' || !/\n\s/.test(last.value.slice(last.value.trimEnd().length))) return end;
  const blank = /(?:[ \t]*(?:\r?\n|$))*/y;
  blank.lastIndex = end;
  blank.test(text);
  return end + text.slice(end, blank.lastIndex).replace(/\r?\n$/, '').length;
}

function lastScalar(node: Node | undefined): Extract<Node, { kind: 'scalar' }> | undefined {
  if (node?.kind === 'scalar') return node;
  if (node?.kind === 'map') return lastScalar(node.pairs.at(-1)?.value);
  return node?.kind === 'seq' ? lastScalar(node.items.at(-1)) : undefined;
}

/** `offset`, moved right over white space and comments. */
function skipGap(text: string, offset: number): number {
  const gap = /\s*(?:#[^\r\n]*(?:[\r\n]\s*|$))*/y;
  gap.lastIndex = offset;
  gap.test(text);
  return gap.lastIndex;
}

/** The nearest flow map with keys tells the style of those in it. */
function isJson(place: Place): boolean {
  for (let length = place.path.length; length >= 0; length--) {
    const node = nodeAt({ ...place, path: place.path.slice(0, length) })?.node;
    if (node?.kind !== 'map' || node.style !== 'flow' || node.pairs[0] === undefined) continue;
    const { key } = node.pairs[0];
    return key.kind === 'scalar' && key.style === 'double';
  }
  return false;
}

/** The line ending of the segment; where it has none, that of the section. */
export function lineEnding(slot: Slot): string {
  const [first] = slot.block.slots;
  return /\r?\n/.exec(slot.segment.text)?.[0] ?? /\r?\n/.exec(first?.segment.text ?? '')?.[0] ?? '\n';
}
