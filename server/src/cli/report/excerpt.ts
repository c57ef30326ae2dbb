import { printable } from './printable.ts';
import { widthOf } from './width.ts';

/** A line of source as a terminal shows it, and a part of it: where it begins and how wide it is, in columns. */
export interface Excerpt {
  readonly line: string;
  readonly column: number;
  readonly width: number;
}

/** How much is shown of a long line: before the part, and in all. In characters. */
const longestLead = 60;
const longestLine = 160;

/** Shows the part of `line` from `start` to `end`. */
export function excerptOf(line: string, start: number, end: number): Excerpt {
  const from = line.length > longestLine ? Math.max(0, start - longestLead) : 0;
  const to = Math.min(line.length, from + longestLine);
  const lead = (from > 0 ? '…' : '') + printable(line.slice(from, start), 0);
  const column = widthOf(lead);
  const part = printable(line.slice(start, Math.min(end, to)), column);
  const width = widthOf(part);
  const tail = printable(line.slice(Math.min(end, to), to), column + width) + (to < line.length ? '…' : '');
  return { line: (lead + part + tail).trimEnd(), column, width: Math.max(1, width) };
}
