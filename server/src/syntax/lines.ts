import type { Span } from './tree.ts';

/** Where the line begins that `offset` is in. */
export function lineStart(text: string, offset: number): number {
  return offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
}

/** Where the content of the line ends that `offset` is in: before trailing space and the line break. */
export function lineEnd(text: string, offset: number): number {
  const newline = text.indexOf('\n', offset);
  return trimEnd(text, offset, newline < 0 ? text.length : newline);
}

/** Where the line begins below the one that `offset` is in. */
export function nextLine(text: string, offset: number): number {
  const newline = text.indexOf('\n', offset);
  return newline < 0 ? text.length : newline + 1;
}

/** From `offset` to the end of its line's content. */
export function restOfLine(text: string, offset: number): Span {
  return { start: offset, end: lineEnd(text, offset) };
}

/** How far into its line `offset` is. */
export function columnOf(text: string, offset: number): number {
  return offset - lineStart(text, offset);
}

/** Whether nothing but white space stands before `offset` in its line. */
export function beginsLine(text: string, offset: number): boolean {
  return indentationOf(text, offset).length === columnOf(text, offset);
}

/** The white space at the start of the line, up to `offset`. */
export function indentationOf(text: string, offset: number): string {
  const start = lineStart(text, offset);
  return text.slice(start, Math.min(skipBlanks(text, start), offset));
}

/** `end`, moved left over white space and line breaks, but not beyond `start`. */
export function trimEnd(text: string, start: number, end: number): number {
  let i = end;
  while (i > start && isWhite(text.charCodeAt(i - 1))) i--;
  return i;
}

/** `start`, moved right over white space and line breaks. */
export function skipWhite(text: string, start: number): number {
  let i = start;
  while (i < text.length && isWhite(text.charCodeAt(i))) i++;
  return i;
}

function skipBlanks(text: string, start: number): number {
  let i = start;
  while (text.charCodeAt(i) === 0x20 || text.charCodeAt(i) === 0x09) i++;
  return i;
}

/** The text with stretches turned into spaces, all but their line breaks: what follows keeps its place. */
export function erase(text: string, stretches: readonly Span[]): string {
  const parts: string[] = [];
  let end = 0;
  for (const stretch of stretches) {
    const lines = text.slice(stretch.start, stretch.end).split('\n');
    parts.push(text.slice(end, stretch.start), lines.map(line => ' '.repeat(line.length)).join('\n'));
    end = stretch.end;
  }
  parts.push(text.slice(end));
  return parts.join('');
}

/**
 * A line and the lines below it that hang on it: up to the first with content whose indentation does not `belong`.
 * Returns the end of the last one's content.
 */
export function endOfBlock(text: string, offset: number, belongs: (indentation: string) => boolean): number {
  let end = lineEnd(text, offset);
  const line = /\n([ \t]*)([^\s].*)?/g;
  line.lastIndex = end;
  for (let match = line.exec(text); match; match = line.exec(text)) {
    const [, indentation = '', content] = match;
    if (content === undefined) continue;
    if (!belongs(indentation)) break;
    end = lineEnd(text, line.lastIndex - content.length);
  }
  return end;
}

/** The columns at which the block collections stand that are open above the line of `offset`. */
export function openColumns(text: string, offset: number): ReadonlySet<number> {
  const columns = new Set<number>();
  let limit = Number.POSITIVE_INFINITY;
  let start = lineStart(text, offset);
  while (start > 0 && limit > 0) {
    const end = start - 1;
    start = lineStart(text, end);
    const [, indent = '', dashes = '', content = ''] = /^( *)((?:- +)*)(.?)/.exec(text.slice(start, end)) ?? [];
    if (content.trim() === '' && dashes === '') continue;
    for (const column of dashColumns(indent.length, dashes)) if (column < limit) columns.add(column);
    limit = Math.min(limit, indent.length);
  }
  return columns;
}

function dashColumns(indent: number, dashes: string): number[] {
  const columns = [indent + dashes.length];
  for (let i = 0; i < dashes.length; i++) if (dashes[i] === '-') columns.push(indent + i);
  return columns;
}

function isWhite(code: number): boolean {
  return code === 0x20 || code === 0x09 || code === 0x0a || code === 0x0d;
}
