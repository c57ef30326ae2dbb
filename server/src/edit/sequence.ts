import { at, nodeAt, type Place } from '../model/place.ts';
import { beginsLine, lineStart } from '../syntax/lines.ts';
import type { Node } from '../syntax/tree.ts';
import { type Collection, collectionAt, commaAfter, type Entry, indentTo, separatorOf, tailOf } from './collection.ts';
import type { Unrolled } from './edit.ts';
import { startOfComments } from './insert.ts';
import { removal } from './remove.ts';
import { quotedLike } from './scalar.ts';
import type { Replacement } from './value.ts';

/** An item of a list of operations, and the list of its own operations if it is a group. */
interface Item {
  readonly outer: Collection;
  readonly entry: Entry;
  readonly group: Collection | undefined;
}

/** Cuts a group into several: a new one begins with each of the members at `starts`. */
export function splitting(outer: Collection, place: Place, starts: readonly number[]): Replacement[] {
  const item = itemAt(outer, place);
  if (item?.group === undefined) return [];
  const { group } = item;
  return starts.flatMap(start => {
    const [last, first] = [group.entries[start - 1], group.entries[start]];
    if (last === undefined || first === undefined) return [];
    if (group.node.style === 'block') return [blockCut(item, group, first)];
    const isInline = !outer.text.slice(last.end, first.start).includes('\n');
    return isInline ? [inlineCut(item, group, last, first)] : cutOverLines(item, group, last);
  });
}

/** The members stay where they are, comments included: only the head of a group comes between. */
function blockCut({ outer: { text, eol }, entry }: Item, group: Collection, first: Entry): Replacement {
  const start = breakAbove(group, first);
  const head = text.slice(entry.start, group.key?.end);
  return { start, end: start, text: `${eol}${indentTo(text, entry.start)}${head}:` };
}

function inlineCut(item: Item, group: Collection, last: Entry, first: Entry): Replacement {
  const { text } = group;
  const { start, end } = group.node;
  const opening = /^[ \t]*/.exec(text.slice(start + 1))?.[0] ?? '';
  const closing = /(?<![ \t])[ \t]*$/.exec(text.slice(0, end - 1))?.[0] ?? '';
  return { start: last.end, end: first.start, text: closing + boundary(item, group) + opening };
}

function cutOverLines(item: Item, group: Collection, last: Entry): Replacement[] {
  const { text, eol, entries, node } = group;
  const bracket = node.end - 1;
  const closing = eol + (beginsLine(text, bracket) ? indentTo(text, bracket) : indentTo(text, last.start));
  const tail = tailOf(group, last);
  const comma = commaAfter(text, last);
  const final = entries.at(-1);
  const keepsComma = comma === undefined || (final !== undefined && commaAfter(text, final) !== undefined);
  const cut = { start: tail, end: tail, text: closing + boundary(item, group) };
  return keepsComma ? [cut] : [{ start: comma, end: comma + 1, text: '' }, cut];
}

/** What closes a group in flow style and opens the next. */
function boundary({ outer, entry }: Item, { node }: Collection): string {
  const { text, eol } = outer;
  const between = outer.node.style === 'flow' ? separatorOf(outer) : eol + indentTo(text, entry.start);
  return text.slice(node.end - 1, entry.end) + between + text.slice(entry.start, node.start + 1);
}

/** Puts operations of an item behind it, each an item of its own. */
export function unrolling(outer: Collection, place: Place, operations: readonly Unrolled[]): Replacement[] {
  const item = itemAt(outer, place);
  if (item === undefined) return [];
  const { entry, group } = item;
  const moved = new Set<Entry>();
  let behind = '';
  for (const unrolled of operations) {
    const list = group ?? outer;
    const own = group === undefined ? entry : entryAt(group, unrolled.operation);
    if (own === undefined) return [];
    if (unrolled.moves) moved.add(own);
    behind += asItem(item, list, own, unrolled);
  }
  const start = outer.node.style === 'block' ? tailOf(outer, entry) : entry.end;
  return [...(group === undefined ? [] : takenOut(group, moved)), { start, end: start, text: behind }];
}

function asItem({ outer, entry }: Item, list: Collection, own: Entry, unrolled: Unrolled): string {
  const { text, eol } = outer;
  const indent = indentTo(text, entry.start);
  if (list.node.style === 'block') {
    const above = unrolled.moves ? text.slice(breakAbove(list, own), own.start) : eol + indentTo(text, own.start);
    const behind = unrolled.moves ? text.slice(own.end, tailOf(list, own)) : '';
    return shifted(above + textOf(text, own, unrolled) + behind, indentTo(text, own.start), indent);
  }
  const comment = unrolled.moves ? (/#.*/.exec(text.slice(own.end, tailOf(list, own)))?.[0] ?? '') : '';
  const operation = textOf(text, own, unrolled);
  if (outer.node.style === 'block') {
    const dash = /^-[ \t]+/.exec(text.slice(entry.start))?.[0] ?? '- ';
    return eol + indent + dash + operation + (comment && ` ${comment}`);
  }
  return comment === '' ? separatorOf(outer) + operation : `,${eol}${indent}${comment}${eol}${indent}${operation}`;
}

/** The text of an operation with the values that it is to have; a copy of it does not have its anchor. */
function textOf(text: string, { start, end, value }: Entry, { operation, moves, values = [] }: Unrolled): string {
  const marks = text.slice(start, value.start);
  let result = moves ? marks : marks.replace(/(?<!\S)&\S+\s+/, '');
  let from = value.start;
  const replaced = values.flatMap(([key, text]) => {
    const node = nodeAt(at(operation, key))?.node;
    return node === undefined ? [] : [{ start: node.start, end: node.end, text: quotedLike(node, text) }];
  });
  for (const { start, end, text: value } of replaced.sort((a, b) => a.start - b.start)) {
    result += text.slice(from, start) + value;
    from = end;
  }
  return result + text.slice(from, end);
}

/** Lines that are moved from one indentation to another; those that are less far in stay. */
const shifted = (lines: string, from: string, to: string): string =>
  lines
    .split('\n')
    .map(line => (line.startsWith(from) ? to + line.slice(from.length) : line))
    .join('\n');

function takenOut(group: Collection, moved: ReadonlySet<Entry>): Replacement[] {
  const { entries, node } = group;
  const spans =
    node.style === 'block'
      ? [...moved].map(entry => ({ start: breakAbove(group, entry), end: tailOf(group, entry) }))
      : removal(
          group,
          moved,
          entries.findLast(entry => !moved.has(entry)),
        );
  return spans.map(span => ({ ...span, text: '' }));
}

/** Before the line break above an entry of a block list and the comment lines that belong to it. */
function breakAbove({ text }: Collection, { start }: Entry): number {
  const line = startOfComments(text, lineStart(text, start), indentTo(text, start));
  return text.startsWith('\r\n', line - 2) ? line - 2 : line - 1;
}

/** A group that has an anchor stays as it is: where an alias stands for it, the operations taken out would be lost. */
function itemAt(outer: Collection, place: Place): Item | undefined {
  const entry = entryAt(outer, place);
  if (entry === undefined) return undefined;
  if (!isGroup(entry.value)) return { outer, entry, group: undefined };
  const group = collectionAt(at(place, 'parallel'));
  if (group?.node.kind !== 'seq') return undefined;
  const isReferred = entry.value.anchor !== undefined || group.node.anchor !== undefined;
  return isReferred ? undefined : { outer, entry, group };
}

const isGroup = (node: Node): boolean =>
  node.kind === 'map' &&
  node.pairs.length === 1 &&
  node.pairs.every(({ key }) => key.kind === 'scalar' && key.value === 'parallel');

function entryAt({ entries }: Collection, { path }: Place): Entry | undefined {
  const index = path.at(-1);
  return typeof index === 'number' ? entries[index] : undefined;
}
