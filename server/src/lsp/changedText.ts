import type { TextDocumentContentChangeEvent } from './protocol.ts';

/**
 * So many changes of one message are followed one by one. Hands make no more; where a formatter does, what lies between
 * its first and its last change is no manifest, and the text is read anew.
 */
export const handful = 20;

/** A text after changes, each of which is about what the one before has left. */
export function changedText(text: string, changes: readonly TextDocumentContentChangeEvent[]): string {
  let lines = linesOf(text);
  for (const change of changes) {
    if ('range' in change) replaceIn(lines, change);
    else lines = linesOf(change.text);
  }
  return lines.join('');
}

type Replacement = Extract<TextDocumentContentChangeEvent, { readonly range: unknown }>;

function replaceIn(lines: string[], { range: { start, end }, text }: Replacement): void {
  const before = cut(lines[start.line], start.character)[0];
  const after = cut(lines[end.line], end.character)[1];
  // The line before may end in the first half of a line break.
  const from = Math.max(0, Math.min(start.line, lines.length) - 1);
  const to = Math.min(end.line + 1, lines.length);
  const replaced = linesOf((start.line > from ? (lines[from] ?? '') : '') + before + text + after);
  if (replaced.length === to - from) for (const [i, line] of replaced.entries()) lines[from + i] = line;
  else lines.splice(from, to - from, ...replaced);
}

/** Each with its line break; none for the empty line at the end of a text. */
const linesOf = (text: string): string[] => (text === '' ? [] : text.split(/(?<=\n|\r(?!\n))/));

/** What of a line stands before a column and from it on; one past its end is its end. */
function cut(line = '', column: number): readonly [string, string] {
  const at = Math.min(column, line.replace(/(?:\r\n|\r|\n)$/, '').length);
  return [line.slice(0, at), line.slice(at)];
}
