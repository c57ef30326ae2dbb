import { manifestLines } from '../support/arbitrary.ts';
import type { Typed } from './wrong.ts';

/** Numbers from 0 to 1, the same for the same seed. */
export function randomFrom(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x9e3779b9) | 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32;
  };
}

type Random = () => number;
type Edit = Typed['edits'][number];

const below = (random: Random, limit: number): number => Math.floor(random() * limit);
export const oneOf = <T>(random: Random, all: readonly T[]): T => all[below(random, all.length)] as T;

/** What texts are hurt with: marks of YAML, and characters that break careless readers. */
const marks = [
  ...[
    '\n',
    '\r',
    '\r\n',
    '\t',
    ' ',
    '  ',
    '    ',
    '- ',
    '-',
    ': ',
    ':',
    '? ',
    ', ',
    '#',
    ' # ',
    '"',
    "'",
    '\\',
    '|',
    '>',
  ],
  ...[
    '[',
    ']',
    '{',
    '}',
    '{}',
    '[]',
    '&a ',
    '*a',
    '<<: ',
    '<<: *a',
    '!!str ',
    '!',
    '%',
    '@',
    '`',
    '~',
    'null',
    '=',
    '---\n',
  ],
  ...[
    '...\n',
    '\n---\n',
    '%YAML 1.2\n---\n',
    '|\n',
    '>-\n',
    '# ims-ignore: ',
    '\0',
    '\ufeff',
    '\ud83d',
    '\udca9',
    '💿',
    '镜像',
  ],
  ...['\u2028', '\u0085', '\u00a0', '__proto__', 'constructor', '0x1f', '1e400', '-0', '.nan', 'x'.repeat(300)],
  ...['<<<<<<< HEAD\n', '=======\n', '>>>>>>> b\n'],
];

/** Some lines of a text. */
function linesOf(random: Random, text: string): string {
  const lines = text.match(/.*(?:\r\n|\r|\n|$)/g) ?? [];
  const from = below(random, lines.length);
  return lines.slice(from, from + 1 + below(random, 6)).join('');
}

/** Where a line begins. */
const lineStart = (random: Random, text: string): number => {
  const at = text.lastIndexOf('\n', below(random, text.length + 1));
  return at + 1;
};

const words = /[\w.@-]+/g;

/** An edit of a text, which may take pieces of another one. */
const kinds: readonly ((random: Random, text: string, other: string) => Edit)[] = [
  // A mark somewhere.
  (random, text) => {
    const start = below(random, text.length + 1);
    return { start, end: Math.min(text.length, start + below(random, 3)), text: oneOf(random, marks) };
  },
  // Something goes.
  (random, text) => {
    const start = below(random, text.length + 1);
    const most = oneOf(random, [1, 4, 60, 400]);
    return { start, end: Math.min(text.length, start + 1 + below(random, most)), text: '' };
  },
  // Lines of another text, or of a manifest.
  (random, text, other) => {
    const start = lineStart(random, text);
    return { start, end: start, text: random() < 0.5 ? linesOf(random, other) : `${oneOf(random, manifestLines)}\n` };
  },
  // The lines of a stretch once more, further in or out.
  (random, text) => {
    const start = lineStart(random, text);
    const lines = linesOf(random, text.slice(start));
    const moved = random() < 0.5 ? lines.replace(/^ {1,2}/gm, '') : lines.replace(/^(?=.)/gm, '  ');
    return { start, end: random() < 0.5 ? start : start + lines.length, text: moved };
  },
  // A word of the text or of another one in the place of a word.
  (random, text, other) => {
    const places = [...text.matchAll(words)];
    const source = (random() < 0.5 ? text : other).match(words) ?? ['x'];
    if (places.length === 0) return { start: 0, end: 0, text: oneOf(random, source) };
    const { index, 0: word } = oneOf(random, places);
    return { start: index, end: index + word.length, text: oneOf(random, source) };
  },
];

/** A few edits of a text, one after another. */
export function editsOf(random: Random, text: string, corpus: readonly string[]): Typed['edits'] {
  const edits: Edit[] = [];
  let now = text;
  for (let left = 1 + below(random, 4); left > 0; left--) {
    const edit = oneOf(random, kinds)(random, now, oneOf(random, corpus));
    edits.push(edit);
    now = now.slice(0, edit.start) + edit.text + now.slice(edit.end);
  }
  return edits;
}
