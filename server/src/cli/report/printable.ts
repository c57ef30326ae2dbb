import { widthOf } from './width.ts';

const tabWidth = 4;

/** A text from a column on, in one line: tabs as spaces, and nothing that steers the terminal or reorders what it shows. */
export function printable(text: string, column = 0): string {
  let shown = '';
  let at = column;
  for (const character of text) {
    const next = character === '\t' ? ' '.repeat(tabWidth - (at % tabWidth)) : character.replace(steering, '\ufffd');
    shown += next;
    at += widthOf(next);
  }
  return shown;
}

const steering = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u;
