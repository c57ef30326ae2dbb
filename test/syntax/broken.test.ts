import { expect, test } from 'vitest';
import { parseSegment } from '../../server/src/syntax/parse.ts';
import { checkAll, print } from './check.ts';

checkAll('a key that is being typed', {
  'in the middle': [
    '  - action: share\n    ima\n    tenants: [a]\n',
    '[!{action: share, tenants: [a]}]',
    'half-typed-key ima',
  ],
  'without its space': [
    '  - action: share\n    image:x\n    tenants: [a]\n',
    '[!{action: share, tenants: [a]}]',
    'half-typed-key image:x',
  ],
  first: ['  - ima\n    tenants: [a]\n', '[!{tenants: [a]}]', 'half-typed-key ima'],
  'first of a later item': ['- a: 1\n- ima\n  b: 2\n', '[{a: 1}, !{b: 2}]', 'half-typed-key ima'],
  last: ['  - action: share\n    ima\n', '[!{action: share}]', 'half-typed-key ima'],
  'last, at the end of the text': ['  - action: share\n    ima', '[!{action: share}]', 'half-typed-key ima'],
  'below a nested map': ['- tags:\n    a: b\n  ima\n', '[!{tags: {a: b}}]', 'half-typed-key ima'],
  'in a nested map': ['- tags:\n    ima\n    a: b\n  c: d\n', '[{tags: !{a: b}, c: d}]', 'half-typed-key ima'],
  'with its value below': [
    '- action: share\n  tags\n    team: x\n  image: y\n',
    '[!{action: share, image: y}]',
    'half-typed-key tags',
  ],
  'an alias': ['- a: b\n  *ima\n  c: d\n', '[!{a: b, c: d}]', 'half-typed-key *ima'],
  'the name of an entry': ['  web\n    type: ECS\n', '✗', 'half-typed-key web'],
  'two in a row': ['- a: b\n  foo\n  bar\n  c: d\n', '[!{a: b, c: d}]', 'half-typed-key foo'],
  'two apart': ['- foo\n  a: b\n  bar\n  c: d\n', '[!{a: b, c: d}]', 'half-typed-key foo', 'half-typed-key bar'],
  CRLF: ['- a: b\r\n  ima\r\n  c: d\r\n', '[!{a: b, c: d}]', 'half-typed-key ima'],
});

checkAll('quotes', {
  unclosed: ['- a: "x\n  b: [c]\n', '[{a: ✗, b: [c]}]', 'unclosed-quote "x'],
  'unclosed, single': ["- a: 'x # no\n  b: [c]\n", '[{a: ✗, b: [c]}]', "unclosed-quote 'x # no"],
  'nothing but the quote': ['- a: "\n  b: c\n', '[{a: ✗, b: c}]', 'unclosed-quote "'],
  'closed by the next quote below': ['- a: "x\n    y: "z"\n  b: c\n', '[{a: !{y: "z"}, b: c}]', 'unclosed-quote "x'],
  'two unclosed': ['- a: "x\n  b: "y\n  c: d\n', '[{a: ✗, b: ✗, c: d}]', 'unclosed-quote "x', 'unclosed-quote "y'],
  'at a key': ['- a: b\n  "ima\n  c: d\n', '[!{a: b, c: d}]', 'unclosed-quote "ima'],
  'at a key, single': ["- a: b\n  'ima\n  c: d\n", '[!{a: b, c: d}]', "unclosed-quote 'ima"],
  'at the first key': ['- "ima\n  c: d\n', '[!{c: d}]', 'unclosed-quote "ima'],
  'in a list': ['- a: [x, "y]\n  b: c\n', '[{a: ![x], b: c}]', 'unclosed-quote "y]'],
  'in a flow map': ['- {a: x, b: "y}\n', '[!{a: x, b: ✗}]', 'unclosed-quote "y}'],
  'a bad escape': [
    '- a: "x\\qy"\n  b: "\\x4"\n  c: "\\u00e9"\n',
    '[{a: ✗, b: ✗, c: "é"}]',
    'bad-escape \\q',
    'bad-escape \\x4',
  ],
  'text after a quote': ['- a: "x" y\n  b: c\n', '[{a: ✗, b: c}]', 'text-after-value y'],
});

const faultsBeside = (value: string): string[] =>
  parseSegment(`a: "${value} c"\nb: @x\n`).faults.map(({ code, span }) => `${code} ${span.end - span.start}`);

test.each([
  ...['0', 'a', 'b', 'e', 'f', 'n', 'r', 't', 'v', 'N', 'L', 'P', '_', ' ', '"', '/', '\\', '\t', '\n', '\r\n'],
  ...['x4f', 'u00e9', 'uFFFF', 'U0001F600', 'U0010ffff'],
])('\\%j is an escape', code => {
  expect(faultsBeside(`\\${code}`)).toEqual(['reserved-character 2']);
});

test.each([...['q', 'x', 'x4', 'xg1', 'u', 'u12', 'u00g0', 'U0001F60', 'U00110000', 'U10000000', '1', 'é']])(
  '\\%s is none',
  code => {
    expect(faultsBeside(`a\\${code}`)[0]).toMatch(/^bad-escape /);
  },
);

checkAll('flow collections', {
  'unclosed list': ['- a: [x, y\n  b: 1\n  c: 2\n', '[{a: ![x, y], b: 1, c: 2}]', 'unclosed-flow ['],
  'unclosed map': ['- a: {x: 1,\n     y: 2\n  b: 1\n  c: 2\n', '[{a: !{x: 1, y: 2}, b: 1, c: 2}]', 'unclosed-flow {'],
  'nothing but the bracket': ['- a: [\n  b: 1\n', '[{a: ![], b: 1}]', 'unclosed-flow ['],
  'without the value': ['- a: {x: \n  b: 1\n', '[{a: !{x: ~}, b: 1}]', 'unclosed-flow {'],
  'the innermost is told': [
    '- {action: share, tenants: [a, b}\n',
    '[{action: share, tenants: ![a, b]}]',
    'unclosed-flow [',
  ],
  'a document': ['{a: 1, b: [2', '!{a: 1, b: ![2]}', 'unclosed-flow ['],
  'with an anchor': ['a: &x [1\nb: 2\n', '{a: &x ![1], b: 2}', 'unclosed-flow ['],
  'one bracket too many': ['- a: [1]]\n  b: 2\n', '[{a: ![1], b: 2}]', 'text-after-value ]'],
  'a closing bracket alone': ['- a: ]\n  b: 2\n', '[{a: ✗, b: 2}]', 'not-yaml ]'],
  'text behind': ['- a: [1] x\n  b: 2\n', '[{a: ![1], b: 2}]', 'text-after-value x'],
  'a comma too many': ['- [a,, b]\n', '[![a, b]]', 'not-yaml ,'],
  'a comma missing at the end of a line': ['{"a": 1\n "b": 2}\n', '!{"a": 1}', 'text-after-value "b": 2}'],
  'a pair in a value': ['- {a: 1 b: 2, c: 3}\n', '[{a: ✗, c: 3}]', 'nested-on-one-line 1 b: 2'],
  'a comma missing before a collection': ['{a: b\n {c: d}, e: f}\n', '!{a: b, e: f}', 'text-after-value {c: d}'],
  'a list on the line of its key': ['- {a: - b}\n', '[{a: ✗}]', 'nested-on-one-line -'],
  'text behind braces': ['- a: {b: c} d\n', '[{a: !{b: c}}]', 'text-after-value d'],
  'in the place of a key': ['- a: b\n  {\n  c: d\n', '[!{a: b, c: d}]', 'unclosed-flow {'],
  'the inner of two, closed': ['{a: {b: 1}', '!{a: {b: 1}}', 'unclosed-flow {'],
  'a key that is one': ['{\n[a\n', '!{![a]: ~}', 'unclosed-flow ['],
  'an unclosed quote in the place of a key': ['{a: b, "c', '!{a: b}', 'unclosed-quote "c'],
  'an anchor without a name': ['{a: & b, c: & d}\n', '{a: ✗, c: ✗}', 'not-yaml &', 'not-yaml &'],
});

checkAll('indentation', {
  'too deep, below a plain value': [
    '- action: share\n   image: x\n  b: c\n',
    '[!{action: share, b: c}]',
    'bad-indentation image: x',
  ],
  'too deep, below a quoted value': [
    '- a: "x"\n   image: x\n  b: c\n',
    '[!{a: "x", b: c}]',
    'bad-indentation image: x',
  ],
  'too deep, several lines': ['- a: x\n   b: 1\n   c: 2\n  d: 3\n', '[!{a: x, d: 3}]', 'bad-indentation b: 1'],
  'too shallow': ['  - a: x\n   b: 1\n    c: 2\n', '[!{a: x, c: 2}]', 'bad-indentation b: 1'],
  'at the dash': ['  - a: x\n  b: 1\n    c: 2\n', '[!{a: x, c: 2}]', 'bad-indentation b: 1'],
  'left of everything': ['  a: 1\n b: 2\n', '!{a: 1}', 'bad-indentation b: 2'],
  'a list among keys': ['- a: 1\n  - b\n  c: 2\n', '[!{a: 1, c: 2}]', 'bad-indentation - b'],
  'two apart': [
    '- a: x\n   b: 1\n  c: y\n   d: 2\n',
    '[!{a: x, c: y}]',
    'bad-indentation b: 1',
    'bad-indentation d: 2',
  ],
  'a tab': ['- a:\n  \tb: 1\n  c: 2\n', '![!{a: ✗, c: 2}]', 'tab-indentation \t'],
  'several lines with tabs': ['- a:\n\tb: 1\n\t\tc: 2\n  d: 3\n', '![!{a: ✗, d: 3}]', 'tab-indentation \t'],
  'a tab below a value': ['- a: b\n\tc: 1\n  d: 2\n', '![!{a: b, d: 2}]', 'tab-indentation \t'],
  'a tab in a list': ['a: [\n\tx\n]\nb: 1\n', '!{a: ![], b: 1}', 'tab-indentation \t'],
  'nothing but tabs': ['\t- a: b\n\t  c: d\n', '✗', 'tab-indentation \t'],
  'several tabs': ['- a:\n\t\tb: 1\n', '![!{a: ✗}]', 'tab-indentation \t\t'],
  'below an alias': ['a: *x\n b: c\n', '!{a: *x}', 'bad-indentation b: c'],
  'below a quoted key': ['"a": b\n   c: d\n', '!{"a": b}', 'bad-indentation c: d'],
  'below nothing': ['-\na: b\n', '![~]', 'bad-indentation a: b'],
  'below an item that is a list': ['- - a\n  b: c\n', '[![a]]', 'bad-indentation b: c'],
  'below a map in braces': ['- a: {b: c}\n    d: e\n', '[!{a: {b: c}}]', 'bad-indentation d: e'],
  'a tab below an empty block scalar': ['a: |\n\t- b\n', '!{a: ||}', 'tab-indentation \t'],
  'a tab in braces, below a broken key': ['a: {\n  @b\n\tc: d\n', '!{a: !{✗: ~}}', 'reserved-character @b'],
  'below an explicit key': ['  ? a\n  - {b: c\nd: e\n', '!{a: ~}', 'unclosed-flow {', 'bad-indentation d: e'],
  'a closing bracket': ['"a": b\n}\n', '!{"a": b}', 'bad-indentation }'],
});

checkAll('other broken values', {
  '@': ['- a: @x\n  b: 1\n', '[{a: ✗, b: 1}]', 'reserved-character @x'],
  '`': ['- [a, `x, b]\n', '[[a, ✗, b]]', 'reserved-character `x'],
  '%': ['- a: %x\n  b: 1\n', '[{a: ✗, b: 1}]', 'reserved-character %x'],
  '% in the first column': ['%x\n', '✗', 'reserved-character %x'],
  'at a key': ['- @a: 1\n  b: 2\n', '[!{✗: 1, b: 2}]', 'reserved-character @a'],
  'not in the middle': ['a: b > c\nd: @e\n', '{a: b > c, d: ✗}', 'reserved-character @e'],
  'two keys on a line': ['- image: a: b\n  c: 1\n', '[{image: ✗, c: 1}]', 'nested-on-one-line a: b'],
  'two keys on a line, and more below': ['a: b: c\n  d: e\nf: g\n', '{a: ✗, f: g}', 'nested-on-one-line b: c'],
  'two keys on a line, below an explicit one': ['? a\nb: c: d\n', '{a: ~, b: ✗}', 'nested-on-one-line c: d'],
  'a list on the line of its key': ['- a: - b\n  c: 1\n', '[{a: ✗, c: 1}]', 'nested-on-one-line - b'],
  'an anchor without a name': ['- a: &\n  b: 1\n', '[{a: ✗, b: 1}]', 'not-yaml &'],
  'an alias without a name': ['- a: *\n  b: 1\n', '[{a: ✗, b: 1}]', 'not-yaml *'],
  'an alias with an anchor': ['- a: &x *y\n  b: 1\n', '[{a: &x ✗, b: 1}]', 'not-yaml *y'],
  'an anchor with a space before its name': ['a: & b\nc: d\n', '{a: ✗, c: d}', 'not-yaml &'],
  'an alias without a name, with text behind': ['* "x', '✗', 'not-yaml *'],
  'a block scalar in the place of a key': ['- a: *b\n    |\n  c: d\n', '[!{a: *b, c: d}]', 'not-yaml |'],
  'a block scalar with text in its header': ['- a: |x\n  b: 1\n', '[{a: ✗, b: 1}]', 'not-yaml x'],
  'breaks of every kind': [
    '- a: "x\n  b: [y\n  ima\n  c: @z\n  d: 1\n',
    '[!{a: ✗, b: ![y], c: ✗, d: 1}]',
    'unclosed-quote "x',
    'unclosed-flow [',
    'half-typed-key ima',
    'reserved-character @z',
  ],
});

checkAll('several causes', {
  'lines to the left, then a tab': ['   - a: b\n  a: b\n\ta: b\n', '![!{a: b}]', 'bad-indentation a: b'],
  'too deep, then a tab': ['a: b\n   c: d\n\te: f\n', '!{a: b}', 'bad-indentation c: d'],
  'a tab, then too deep': ['a: b\n\tc: d\n e: f\n', '!{a: b}', 'tab-indentation \t'],
  'an unclosed quote, then a tab': ['"a: b\n\tc: d\n', '✗', 'unclosed-quote "a: b'],
  'a conflict without an end, then a word': ['a: b\n<<<<<<< c\nd\n', '!{a: b}', 'conflict-marker <<<<<<< c'],
  'an unclosed list below a line that belongs nowhere': [
    '  a: b\nc: d\n  [e\n',
    '!{a: b}',
    'bad-indentation c: d',
    'unclosed-flow [',
  ],
  'two unclosed, of which one is told, then a reserved character': [
    '- a: {b: [c\n  d: @e\n',
    '[{a: !{b: ![c]}, d: ✗}]',
    'unclosed-flow [',
    'reserved-character @e',
  ],
  'two unclosed, of which one is told, then a third': [
    '- a: {b: [c\n  d: [e\n',
    '[{a: !{b: ![c]}, d: ![e]}]',
    'unclosed-flow [',
    'unclosed-flow [',
  ],
  'eight are explained, and the ninth is told': [
    Array.from({ length: 10 }, (_, i) => `k${i}: @${i}\n`).join(''),
    '{k0: ✗, k1: ✗, k2: ✗, k3: ✗, k4: ✗, k5: ✗, k6: ✗, k7: ✗, k8: ✗, k9: @9}',
    ...Array.from({ length: 8 }, (_, i) => `reserved-character @${i}`),
    'not-yaml @8',
  ],
});

test.each([
  { what: 'length', text: `a: @b\nc: @d\ne: @f\ng: @h\n# ${'x'.repeat(600_000)}\n`, explained: 2 },
  { what: 'number of causes', text: 'a: @b\n'.repeat(2_000), explained: 5 },
])('of a text of great $what, less is explained', ({ text, explained }) => {
  const { faults } = parseSegment(text);
  expect(faults.map(({ code }) => code)).toEqual([...Array(explained).fill('reserved-character'), 'not-yaml']);
});

test('broken text leaves the stack traces of others as they are', () => {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 7;
  parseSegment('a: @b\n');
  expect(Error.stackTraceLimit).toBe(7);
  Error.stackTraceLimit = stackTraceLimit;
});

const ours = '<<<<<<< HEAD\n  image: a\n';
const theirs = '=======\n  image: b\n  c: d\n>>>>>>> theirs\n';
checkAll('conflicts', {
  one: [
    `- action: share\n${ours}${theirs}  e: f\n`,
    '![!{action: share, image: a, e: f}]',
    'conflict-marker <<<<<<< HEAD',
  ],
  'with the base': [
    `- x: y\n${ours}||||||| base\n  image: q\n${theirs}`,
    '![!{x: y, image: a}]',
    'conflict-marker <<<<<<< HEAD',
  ],
  two: [
    `- x: y\n${ours}${theirs}  e: f\n${ours}${theirs}`,
    '![!{x: y, image: a, e: f, image: a}]',
    'conflict-marker <<<<<<< HEAD',
    'conflict-marker <<<<<<< HEAD',
  ],
  'without its end': [`- a: b\n${ours}=======\n  image: b\n`, '![!{a: b, image: a}]', 'conflict-marker <<<<<<< HEAD'],
  'in a text that YAML reads over it': [
    'x\n<<<<<<< HEAD\ny\n=======\nz\n>>>>>>> theirs\n',
    '✗',
    'conflict-marker <<<<<<< HEAD',
  ],
  'of fewer characters is none': ['- a: |\n    <<<<<<\n  b: "<<<<<<< c"\n', '[{a: |<<<<<<⏎|, b: "<<<<<<< c"}]'],
  'a half': ['=======\n- a: b\n>>>>>>> theirs\n', '✗', 'conflict-marker ======='],
  'where YAML sees a key': [
    '{\n<<<<<<< HEAD\n"a": 1\n=======\n"a": 2\n>>>>>>> theirs\n}\n',
    '!{"a": 1}',
    'conflict-marker <<<<<<< HEAD',
  ],
});

test.each([
  { depth: 98, codes: [] },
  { depth: 99, codes: ['too-deep'] },
])('a list in a key, $depth deep', ({ depth, codes }) => {
  const { faults } = parseSegment(`a: ${'['.repeat(depth)}${']'.repeat(depth)}\n`);
  expect(faults.map(({ code }) => code)).toEqual(codes);
});

test('what nests too deep leaves what is around it', () => {
  const { root, faults } = parseSegment(`- a: b\n  c: ${'['.repeat(200)}`);
  expect(print(root)).toMatch(/^\[\{a: b, c: (?:!\[)+\]+\}\]$/);
  expect(faults.map(({ code }) => code)).toEqual(['too-deep']);
});

const typed = [
  'image: web',
  'tenants: [a, "b c"]',
  'tags: {team: {a: [d',
  'name: "x"',
  "name: 'x'",
  'description: |',
  'description: >-',
  'a: &b c',
  'a: *b',
  'a: !t b',
  'a: %',
  'a: - b',
  '- b',
  '"k": v',
  '? k',
  '{',
  '[',
  '# c',
];

test.each(typed)('typing %j, one fault at most, and the other keys are read', line => {
  const keys = ['action: share', 'server: web', 'volumes: [a, b]', 'disks:', '  one: 1', 'size: "x y"'];
  for (let length = 1; length <= line.length; length++) {
    for (const at of [1, 2, 3, 5, 6]) {
      const lines = keys.toSpliced(at, 0, line.slice(0, length));
      const { root, faults } = parseSegment(`  - ${lines.join('\n    ')}\n`);
      expect(faults.length, lines.join('\n')).toBeLessThanOrEqual(1);
      expect(print(root)).toMatch(
        /^\[!?\{.*action: share.*server: web.*volumes: \[a, b\].*disks: \{one: 1\}.*size: "x y"/,
      );
    }
  }
});
