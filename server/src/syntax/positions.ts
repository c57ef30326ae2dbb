import type { Document, Position, Range } from './document.ts';
import { countWhile } from './search.ts';
import type { Span } from './tree.ts';

/** Tells the positions of many offsets of a text: each costs no more than a search. */
export function positionsInText(text: string): (offset: number) => Position {
  const starts = [0];
  for (const { 0: lineBreak, index } of text.matchAll(/\r\n|\n|\r/g)) starts.push(index + lineBreak.length);
  return offset => {
    const line = countWhile(starts, start => start <= offset) - 1;
    return { line, character: offset - (starts[line] as number) };
  };
}

/** The same of a document: what is in one segment costs no more than a search. */
export function positionsIn<Memo>(document: Document<Memo>): (offset: number) => Position {
  let last: SegmentPositions = { start: 0, end: 0, line: 0, within: positionsInText('') };
  return offset => {
    if (offset < last.start || offset >= last.end) last = segmentAt(document, offset);
    const { line, character } = last.within(offset - last.start);
    return { line: last.line + line, character };
  };
}

/** The same for stretches of the text, as ranges. */
export function rangesIn<Memo>(document: Document<Memo>): (stretch: Span) => Range {
  const position = positionsIn(document);
  return ({ start, end }) => ({ start: position(start), end: position(end) });
}

/** A segment, and what tells positions in it. */
interface SegmentPositions {
  readonly start: number;
  readonly end: number;
  readonly line: number;
  readonly within: (offset: number) => Position;
}

function segmentAt<Memo>(document: Document<Memo>, offset: number): SegmentPositions {
  const found = document.slotAt(offset);
  if (found === undefined) return { start: 0, end: 0, line: 0, within: positionsInText('') };
  const { slot, start } = found;
  const { text } = slot.segment;
  return { start, end: start + text.length, line: document.startOf(slot).line, within: positionsInText(text) };
}
