import { visible } from '../../visible.ts';
import { widthOf } from './width.ts';

const tabWidth = 4;

/** A text from a column on, in one line: tabs as spaces, and nothing that steers the terminal. */
export function printable(text: string, column = 0): string {
  let shown = '';
  let at = column;
  for (const character of text) {
    const next = character === '\t' ? ' '.repeat(tabWidth - (at % tabWidth)) : visible(character);
    shown += next;
    at += widthOf(next);
  }
  return shown;
}
