import { expect, test } from 'vitest';
import { parseSegment } from '../../server/src/syntax/parse.ts';
import { coreType } from '../../server/src/syntax/scalar.ts';
import type { Node, ScalarNode } from '../../server/src/syntax/tree.ts';
import { checkAll } from './check.ts';

checkAll('sound text', {
  'an item': ['  - action: share\n    image: x\n\n', '[{action: share, image: x}]'],
  'an entry': ['  web:\n    type: ECS\n', '{web: {type: ECS}}'],
  'a key': ['region: cn-north-4\n', '{region: cn-north-4}'],
  'a flow document': ['{"a": [1, "b"], c: {}}\n', '{"a": [1, "b"], c: {}}'],
  'an empty text': ['', 'nothing'],
  'blank lines and comments': ['\n  # one\n\n# two\n', 'nothing'],
  'a document without content': ['---\n', 'nothing'],
  'plain scalars are their source text': [
    'a: [0123, yes, 1e5, 7.10, ~, null]\n',
    '{a: [0123, yes, 1e5, 7.10, ~, null]}',
  ],
  styles: [
    "a: 'it''s'\nb: \"x\\ty\"\nc: |\n  d\n  e\nf: >-\n  g\n  h\n",
    "{a: 'it's', b: \"x\ty\", c: |d⏎e⏎|, f: |g h|}",
  ],
  'folded scalars': ['a: b\n  c\n\n  d\ne: "f\n  g"\n', '{a: b c⏎d, e: "f g"}'],
  'empty values': ['a:\nb: # no\nc: |\nd:\n- \n-\n', '{a: ~, b: ~, c: ||, d: [~, ~]}'],
  'a merge key is a pair': ['<<: *a\nb: 1\n', '{<<: *a, b: 1}'],
  'an alias without an anchor is no fault': ['a: *nowhere\n', '{a: *nowhere}'],
  'anchors, also on nothing': ['a: &x\nb: &y [1]\nc: &z {d: &w e}\n', '{a: &x ~, b: &y [1], c: &z {d: &w e}}'],
  'tags are ignored': [
    'a: !foo b\nc: !!str 1\nd: !!set {e}\nf: !x!y [g]\nh: !\ni: !!int x\n',
    '{a: b, c: 1, d: {e: ~}, f: [g], h: ~, i: x}',
  ],
  'explicit keys': ['? a\n: b\n? {c: d}\n: - e\n', '{a: b, {c: d}: [e]}'],
  'a flow pair without a value': ['{action: share, ten, image: x}\n', '{action: share, ten: ~, image: x}'],
  'pairs in a flow list': ['[a: b, {c: d}: e]\n', '[{a: b}, {{c: d}: e}]'],
  'a key that is only a colon': ['- : v\n', '[{~: v}]'],
  'keys that come twice': ['a: 1\na: 2\n', '{a: 1, a: 2}'],
  'tabs that do not indent': ['a:\tb\nc: "d\te"\t\nf: [1,\n  \t2]\n', '{a: b, c: "d\te", f: [1, 2]}'],
  CRLF: ['- a: b\r\n  c: |\r\n    d\r\n    e\r\n\r\n', '[{a: b, c: |d⏎e⏎|}]'],
  'lone carriage returns end lines': ['a: b\rc: d\r', '{a: b, c: d}'],
  'a byte order mark': ['\uFEFFa: b\nc: d\n', '{a: b, c: d}'],
  'a byte order mark before an indented map': ['\uFEFF  a: b\n  c: d\n', '{a: b, c: d}'],
  'NUL and lone surrogates': ['a: \0\nb: \uD800\n', '{a: \0, b: \uD800}'],
});

/** Every node's own text, in the order of the text; of an empty one, where it is. */
function texts(node: Node, text: string): string[] {
  const { start, end } = node;
  const own = start === end ? `@${start}` : text.slice(start, end);
  if (node.kind === 'map') return [own, ...node.pairs.flatMap(p => [...texts(p.key, text), ...texts(p.value, text)])];
  return node.kind === 'seq' ? [own, ...node.items.flatMap(item => texts(item, text))] : [own];
}

test.each([
  ['  - a: b  # c\n\n# d\n', ['- a: b', 'a: b', 'a', 'b']],
  [
    'a: |\n  b\n  c\n\n\nd: >-  # e\n  f\n',
    ['a: |\n  b\n  c\n\n\nd: >-  # e\n  f', 'a', '|\n  b\n  c', 'd', '>-  # e\n  f'],
  ],
  ['a: &x !t [ b, "c" ] # d\r\n', ['a: &x !t [ b, "c" ]', 'a', '[ b, "c" ]', 'b', '"c"']],
  ['a: | # b\n', ['a: |', 'a', '|']],
  ['a:\n  b: c\nd:\n', ['a:\n  b: c\nd:', 'a', 'b: c', 'b', 'c', 'd', '@12']],
  ['a: *x # b\n', ['a: *x', 'a', '*x']],
  ['a: | # b\n    \n', ['a: |', 'a', '|']],
  ['  : b\n', [': b', '@2', 'b']],
  ['[ : ]\n', ['[ : ]', ':', '@2', '@3']],
  ['?  a: b\n', ['?  a: b', 'a: b', 'a', 'b', '@7']],
  ['a: - b\n', ['a: - b', 'a', '- b']],
  ['a: b: c\n  d: e\nf: g\n', ['a: b: c\n  d: e\nf: g', 'a', 'b: c\n  d: e', 'f', 'g']],
  ['a: &x "b\nc: d\n', ['a: &x "b\nc: d', 'a', '"b', 'c', 'd']],
  ['a: "x" y\n', ['a: "x" y', 'a', '"x" y']],
  ['@a: 1\n', ['@a: 1', '@a', '1']],
  ['{@a}\n', ['{@a}', '@a', '@3']],
  ['? @a\n', ['? @a', '@a', '@4']],
  ['\t{\na: [\n', ['\t{']],
])('the spans of %j', (text, expected) => {
  const { root } = parseSegment(text);
  expect(root && texts(root, text)).toEqual(expected);
});

test.each([
  ['a:   \nb: 1\n', 2],
  ['a: # c\n', 2],
  ['a:', 2],
])('the absent value of %j is just behind the colon', (text, offset) => {
  const { root } = parseSegment(text);
  expect(root?.kind === 'map' && root.pairs[0]?.value).toMatchObject({ start: offset, end: offset });
});

test('an absent item is just behind the dash', () => {
  const { root } = parseSegment('-   # c\n');
  expect(root?.kind === 'seq' && root.items[0]).toMatchObject({ start: 1, end: 1 });
});

const types: Record<ReturnType<typeof coreType>, string[]> = {
  null: ['', '~', 'null', 'Null', 'NULL'],
  boolean: ['true', 'True', 'FALSE'],
  integer: ['0', '0123', '-7', '+1', '0o17', '0x1F'],
  float: ['1.5', '1.', '.5', '1e5', '-1.2E-3', '.inf', '-.INF', '.NaN'],
  string: ['yes', 'nULL', '0b1', '1_000', '1.2.3', '0x', '40 GB', '.', '-', '1e'],
};

test.each(Object.entries(types))('plain scalars that are %s', (type, values) => {
  for (const value of values) expect(coreType(scalar('plain', value)), value).toBe(type);
});

test.each(['single', 'double', 'block'] as const)('a scalar of style %s is a string', style => {
  expect(coreType(scalar(style, '12'))).toBe('string');
});

function scalar(style: ScalarNode['style'], value: string): ScalarNode {
  return { kind: 'scalar', start: 0, end: 0, style, value };
}
