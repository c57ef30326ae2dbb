import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readPlain } from '../../server/src/syntax/plain.ts';
import { split, startState } from '../../server/src/syntax/split.ts';
import { isPlain } from './isPlain.ts';

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

const operations = (text: string): string[] =>
  split(text, startState).segments.flatMap(({ role, text }) => (role === 'item' ? [text] : []));

test('what is read as plain says what yaml makes of it: any characters', () => {
  let plain = 0;
  fc.assert(
    fc.property(soup, text => {
      if (isPlain(text) || isPlain(`a: ${text}`) || isPlain(`- ${text}`)) plain++;
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
