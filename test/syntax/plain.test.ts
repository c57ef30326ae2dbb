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

const nested = (depth: number): string => `a: ${'['.repeat(depth)}${']'.repeat(depth)}\n`;
const indented = (depth: number): string =>
  Array.from({ length: depth }, (_, i) => `${' '.repeat(i)}a:${i === depth - 1 ? ' b' : ''}\n`).join('');

test.each([
  ...['a: b\n', 'a: b', 'a:\n', 'a:\nb:\n', 'a:\n  b: c\n', 'a:\n  b: c\nd: e\n', '  - a: b\n    c: d\n'],
  ...['a:\n- b\n- c\nd: e\n', 'a:\n  - b\nd: e\n', '- a\n- b: c\n  d: e\n- f\n', '-   a: b\n    c: d\n'],
  ...['# a\n\nb: c # d\n  # e\n\n', 'a: # b\n  c: d\n', 'a: b # c', '- a # b\n', 'a:   b   \n', 'a: "b"   # c\n'],
  ...["a: 'b # c'\n", 'a: "b: c"\n', "- 'a'\n", '- "a"\n', "a: ''\n", 'a: ""\n'],
  ...['a: []\n', 'a: {}\n', 'a: [ ]\n', 'a: [b]\n', 'a: [ b , c ]\n', 'a: [b, "c", \'d\', [e], {f: g}]\n', '- [a]\n'],
  ...['a: {b: c}\n', 'a: { b: c , d: [e] }\n', 'a: {b:   c}\n', '- {a: b}\n', 'a: [b] # c\n'],
  ...[
    'a: b:c\n',
    'a: b#c\n',
    'a: b, c]\n',
    'a: b c  d\n',
    'a: [b c, d:e]\n',
    'a: [b#c]\n',
    'a: /b\n',
    'a: ~\n',
    'a: .b\n',
  ],
  ...[
    'a: +1\n',
    'a: =b\n',
    'a: (b)\n',
    'a: _b\n',
    'a: 中\n',
    'a: \uD800\n',
    'a: b，c\n',
    'a.b-c_1: d\n',
    '_a: b\n',
    '1: b\n',
  ],
  ...[`${'a'.repeat(201)}: b\n`, nested(31), indented(32)],
])('read directly: %j', text => {
  expect(isPlain(text)).toBe(true);
});

test.each([
  ...[
    '',
    '\n',
    '# a\n',
    'a\n',
    '-\n',
    '- \n',
    '- a\n-\n',
    '- - a\n',
    '[a]\n',
    '{a: b}\n',
    '"a": b\n',
    '? a\n',
    ': a\n',
  ],
  ...['a: b\tc\n', 'a: b\r\n', '\uFEFFa: b\n', 'a: \u00A0b\n', 'a: b\u2028c\n', 'a: \x7F\n'],
  ...[
    'a: &b c\n',
    'a: *b\n',
    'a: !b c\n',
    'a: |\n  b\n',
    'a: >\n  b\n',
    'a: %b\n',
    'a: @b\n',
    'a: `b\n',
    'a: - b\n',
    'a: -b\n',
  ],
  ...[
    'a: b\n  c\n',
    'a: b: c\n',
    'a: b:\n',
    'a b: c\n',
    'a:b\n',
    'a: b\n  c: d\n',
    'a:\n  b: c\n d: e\n',
    'a: b\n- c\n',
  ],
  ...['- a\nb: c\n', '- a: b\n   c: d\n', '- a: b\n c: d\n', '- a\n  - b\n', '  a: b\nc: d\n', 'a:\n  - b\n - c\n'],
  ...['a: "b\\n"\n', 'a: "b\n', "a: 'b\n", "a: 'b''c'\n", 'a: "b" c\n', 'a: "b"#c\n', "a: 'b' c\n", 'a: "b\n  c"\n'],
  ...[
    'a: [b\n',
    'a: [b,]\n',
    'a: [b, , c]\n',
    'a: [,]\n',
    'a: [b] c\n',
    'a: [b]#c\n',
    'a: [b: c]\n',
    'a: [b\n  ]\n',
    'a: [b}\n',
  ],
  ...[
    'a: {b}\n',
    'a: {b: }\n',
    'a: {b: c\n',
    'a: {b: c,}\n',
    'a: {b: c d: e}\n',
    'a: {b: c]\n',
    'a: {b:c}\n',
    'a: ["b" c]\n',
  ],
  ...['---\na: b\n', 'a: b\n---\n', '%YAML 1.2\n', `${'a'.repeat(202)}: b\n`, nested(32), indented(33)],
])('read by the other reader: %j', text => {
  expect(isPlain(text)).toBe(false);
});

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
