import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readAny } from '../../server/src/syntax/parse.ts';
import { readPlain } from '../../server/src/syntax/plain.ts';
import { split, startState } from '../../server/src/syntax/split.ts';
import { edits, manifestText } from '../support/arbitrary.ts';

const samples = ['good', 'bad'].flatMap(folder =>
  readdirSync(`samples/${folder}`).map(file => readFileSync(`samples/${folder}/${file}`, 'utf8')),
);

/** Short texts over the characters that mean something in YAML. */
const soup = fc
  .array(
    fc.constantFrom(
      ...[
        'a',
        'b1',
        'key',
        'x-y',
        '中',
        '，',
        '.',
        '/',
        '~',
        '=',
        '(',
        '1',
        '-',
        '- ',
        ': ',
        ':',
        '\n',
        '\n  ',
        '\n    ',
      ],
      ...[
        ' ',
        '  ',
        '#',
        ' # c',
        "'",
        '"',
        "''",
        '\\',
        ',',
        ', ',
        '[',
        ']',
        '{',
        '}',
        '{ ',
        ' }',
        '[]',
        '{}',
        'a: ',
        'b: ',
      ],
      ...[
        '\n- ',
        '\n  - ',
        '\na: ',
        '\n  b: ',
        '"q"',
        "'q'",
        '|',
        '>',
        '&a ',
        '*a',
        '!t',
        '?',
        '%',
        '@',
        '---',
        '<<: ',
      ],
    ),
    { maxLength: 16 },
  )
  .map(parts => parts.join(''));

const pieces = (text: string): string[] => split(text, startState).segments.map(segment => segment.text);

const operations = (text: string): string[] =>
  split(text, startState).segments.flatMap(({ role, text }) => (role === 'item' ? [text] : []));

/** Returns whether the text is plain. */
function check(text: string): boolean {
  const tree = readPlain(text);
  if (tree !== undefined) expect(tree, JSON.stringify(text)).toEqual(readAny(text));
  return tree !== undefined;
}

test('what is read as plain says what yaml makes of it: manifests, edited anywhere', () => {
  let plain = 0;
  fc.assert(
    fc.property(fc.oneof(manifestText, fc.constantFrom(...samples)), edits, (start, script) => {
      let text = start;
      for (const { at, remove, insert } of script) {
        const from = Math.floor(at * (text.length + 1));
        text = text.slice(0, from) + insert + text.slice(from + remove);
        for (const piece of [text, ...pieces(text)]) if (check(piece)) plain++;
      }
    }),
    { numRuns: 1500 },
  );
  expect(plain).toBeGreaterThan(1000);
}, 300_000);

test('what is read as plain says what yaml makes of it: any characters', () => {
  let plain = 0;
  fc.assert(
    fc.property(soup, text => {
      if (check(text) || check(`a: ${text}`) || check(`- ${text}`)) plain++;
    }),
    { numRuns: 30_000 },
  );
  expect(plain).toBeGreaterThan(1000);
}, 300_000);

test('nearly every operation of the samples is plain', () => {
  const all = samples.flatMap(operations);
  const plain = all.filter(piece => readPlain(piece) !== undefined);
  expect(plain.length / all.length).toBeGreaterThan(0.8);
});
