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

/** The same of a document, as long as it is not edited. */
export function positionsIn(document: Document): (offset: number) => Position {
  let last: SegmentPositions | undefined;
  return offset => {
    if (last === undefined || offset < last.start || offset >= last.end) last = segmentAt(document, offset);
    if (last === undefined) return { line: 0, character: 0 };
    const { line, character } = last.within(offset - last.start);
    return { line: last.line + line, character };
  };
}

/** The same for stretches of the text, as ranges. */
export function rangesIn(document: Document): (stretch: Span) => Range {
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

function segmentAt({ blocks }: Document, offset: number): SegmentPositions | undefined {
  const block = blocks[Math.max(0, countWhile(blocks, block => block.offset <= offset) - 1)];
  let { offset: start = 0, line = 0 } = block ?? {};
  for (const { segment } of block?.slots ?? []) {
    const end = start + segment.text.length;
    if (offset < end || segment === block?.slots.at(-1)?.segment) {
      return { start, end, line, within: positionsInText(segment.text) };
    }
    start = end;
    line += segment.lines;
  }
  return undefined;
}
