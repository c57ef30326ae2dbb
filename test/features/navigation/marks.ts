import type { Stretch } from '../../../server/src/features/range.ts';

/** A text without its marks: where the cursor ‸ was, and what stood in ⟦ ⟧. */
export function marked(source: string): {
  readonly text: string;
  readonly cursor: number;
  readonly stretches: readonly Stretch[];
} {
  let text = '';
  let cursor = -1;
  const open: number[] = [];
  const stretches: Stretch[] = [];
  for (const letter of source) {
    if (letter === '‸') cursor = text.length;
    else if (letter === '⟦') open.push(text.length);
    else if (letter === '⟧') stretches.push({ start: open.pop() as number, end: text.length });
    else text += letter;
  }
  return { text, cursor, stretches };
}

/** The text with its stretches in ⟦ ⟧. */
export function withMarks(text: string, stretches: readonly Stretch[]): string {
  const marks = stretches.flatMap(({ start, end }) => [
    { at: start, mark: '⟦' },
    { at: end, mark: '⟧' },
  ]);
  return marks
    .sort((a, b) => b.at - a.at || (a.mark > b.mark ? -1 : 1))
    .reduce((result, { at, mark }) => result.slice(0, at) + mark + result.slice(at), text);
}
