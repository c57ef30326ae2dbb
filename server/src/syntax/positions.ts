import type { Document, Position, Range } from './document.ts';
import { countWhile } from './search.ts';
import type { Span } from './tree.ts';

/** Tells the positions of many offsets: what is in one segment costs no more than a search. */
export function positionsIn<Memo>(document: Document<Memo>): (offset: number) => Position {
  let last = { start: 0, end: 0, line: 0, lines: [0] };
  return offset => {
    if (offset < last.start || offset >= last.end) last = segmentAt(document, offset);
    const { start, line, lines } = last;
    const within = countWhile(lines, lineStart => lineStart <= offset - start) - 1;
    return { line: line + within, character: offset - start - (lines[within] as number) };
  };
}

/** The same for stretches of the text, as ranges. */
export function rangesIn<Memo>(document: Document<Memo>): (stretch: Span) => Range {
  const position = positionsIn(document);
  return ({ start, end }) => ({ start: position(start), end: position(end) });
}

function segmentAt<Memo>(
  document: Document<Memo>,
  offset: number,
): { start: number; end: number; line: number; lines: number[] } {
  const found = document.slotAt(offset);
  if (found === undefined) return { start: 0, end: 0, line: 0, lines: [0] };
  const { slot, start } = found;
  const { text } = slot.segment;
  const lines = [0];
  for (const { 0: lineBreak, index } of text.matchAll(/\r\n|\n|\r/g)) lines.push(index + lineBreak.length);
  return { start, end: start + text.length, line: document.startOf(slot).line, lines };
}
