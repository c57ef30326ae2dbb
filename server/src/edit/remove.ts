import { beginsLine, lineStart, nextLine, skipWhite, trimEnd } from '../syntax/lines.ts';
import type { Span } from '../syntax/tree.ts';
import { breakAfter, type Collection, commaAfter, type Entry, tailOf } from './collection.ts';

/** The stretches that go with `removed` entries, of which `last` is the last one that stays. */
export function removal(collection: Collection, removed: ReadonlySet<Entry>, last: Entry | undefined): Span[] {
  const spans: Span[] = [];
  let movedUp = false;
  for (const entry of collection.entries) {
    if (!removed.has(entry)) {
      movedUp = false;
    } else if (last === undefined || entry.start > last.start) {
      spans.push(atEnd(collection, entry));
    } else {
      const tail = tailOf(collection, entry);
      movedUp ||= !ownsLines(collection.text, entry, tail);
      spans.push(movedUp ? upToNext(collection, entry, tail) : itsLines(collection, entry, tail));
    }
  }
  return [...spans, ...commaOf(collection, last)];
}

/** The comma that `last` has only because of the entries that followed it. */
function commaOf({ text, node, entries }: Collection, last: Entry | undefined): Span[] {
  const final = entries.at(-1);
  if (node.style === 'block' || !last || !final || last === final) return [];
  const comma = commaAfter(text, last);
  return comma === undefined || commaAfter(text, final) !== undefined ? [] : [{ start: comma, end: comma + 1 }];
}

function itsLines({ text }: Collection, { start }: Entry, tail: number): Span {
  return { start: lineStart(text, start), end: nextLine(text, tail) };
}

/** What follows moves into the place of the entry. */
function upToNext({ text }: Collection, { start }: Entry, tail: number): Span {
  return { start, end: skipWhite(text, tail) };
}

/** An entry behind which nothing stays: the white space before it goes with it. */
function atEnd(collection: Collection, entry: Entry): Span {
  const { text, entries } = collection;
  const tail = tailOf(collection, entry);
  if (ownsLines(text, entry, tail)) {
    const start = lineStart(text, entry.start);
    if (start === 0) return itsLines(collection, entry, tail);
    return { start: text.startsWith('\r\n', start - 2) ? start - 2 : start - 1, end: breakAfter(text, tail) };
  }
  const before = entries[entries.indexOf(entry) - 1]?.end ?? collection.node.start;
  const afterComment = text.slice(before, entry.start).includes('#');
  return { start: afterComment ? entry.start : trimEnd(text, before, entry.start), end: tail };
}

function ownsLines(text: string, { start }: Entry, tail: number): boolean {
  return beginsLine(text, start) && text.slice(tail, breakAfter(text, tail)).trim() === '';
}
