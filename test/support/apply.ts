import type { TextChange } from '../../server/src/syntax/document.ts';

/** A text with changes made to it that are all in its own terms. */
export function applied(text: string, changes: readonly TextChange[]): string {
  let result = text;
  for (const { start, end, text: added } of [...changes].sort((a, b) => b.start - a.start)) {
    result = result.slice(0, start) + added + result.slice(end);
  }
  return result;
}
