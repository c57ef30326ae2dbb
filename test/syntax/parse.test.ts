import { describe, expect, test } from 'vitest';
import { parseSegment } from '../../server/src/syntax/parse.ts';
import { coreType } from '../../server/src/syntax/scalar.ts';
import type { Node, ScalarNode } from '../../server/src/syntax/tree.ts';

/** A node on one line: `✗` is broken, `!` damaged, `~` empty, `'…'` `"…"` `|…|` the styles of scalars. */
function print(node: Node | undefined): string {
  if (!node) return 'nothing';
  const anchor = node.anchor === undefined ? '' : `&${node.anchor} `;
  return anchor + printContent(node);
}

function printContent(node: Node): string {
  switch (node.kind) {
    case 'scalar':
      return printScalar(node);
    case 'alias':
      return `*${node.name}`;
    case 'broken':
      return '✗';
    case 'seq':
      return `${node.damaged ? '!' : ''}[${node.items.map(print).join(', ')}]`;
    case 'map':
      return `${node.damaged ? '!' : ''}{${node.pairs.map(p => `${print(p.key)}: ${print(p.value)}`).join(', ')}}`;
  }
}

function printScalar({ style, value }: ScalarNode): string {
  const quote = { plain: '', single: "'", double: '"', block: '|' }[style];
  return value === '' && style === 'plain' ? '~' : quote + value.replaceAll('\n', '⏎') + quote;
}

/** Checks the tree of a text, and its faults: each as its code and the text at its span. */
function check(text: string, tree: string, ...faults: string[]): void {
  const { root, faults: found } = parseSegment(text);
  expect(print(root)).toBe(tree);
  expect(found.map(({ code, span }) => `${code} ${text.slice(span.start, span.end)}`)).toEqual(faults);
}

type Cases = Record<string, [text: string, tree: string, ...faults: string[]]>;

function checkAll(title: string, cases: Cases): void {
  describe(title, () => {
    for (const [name, [text, tree, ...faults]] of Object.entries(cases)) test(name, () => check(text, tree, ...faults));
  });
}

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
  'NUL and lone surrogates': ['a: \0\nb: \uD800\n', '{a: \0, b: \uD800}'],
});

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
});

checkAll('other broken values', {
  '@': ['- a: @x\n  b: 1\n', '[{a: ✗, b: 1}]', 'reserved-character @x'],
  '`': ['- [a, `x, b]\n', '[[a, ✗, b]]', 'reserved-character `x'],
  '%': ['- a: %x\n  b: 1\n', '[{a: ✗, b: 1}]', 'reserved-character %x'],
  '% in the first column': ['%x\n', '✗', 'reserved-character %x'],
  'at a key': ['- @a: 1\n  b: 2\n', '[!{✗: 1, b: 2}]', 'reserved-character @a'],
  'two keys on a line': ['- image: a: b\n  c: 1\n', '[{image: ✗, c: 1}]', 'nested-on-one-line a: b'],
  'a list on the line of its key': ['- a: - b\n  c: 1\n', '[{a: ✗, c: 1}]', 'nested-on-one-line - b'],
  'an anchor without a name': ['- a: &\n  b: 1\n', '[{a: ✗, b: 1}]', 'not-yaml &'],
  'an alias without a name': ['- a: *\n  b: 1\n', '[{a: ✗, b: 1}]', 'not-yaml *'],
  'an alias with an anchor': ['- a: &x *y\n  b: 1\n', '[{a: &x ✗, b: 1}]', 'not-yaml *y'],
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

/** Every node's own text, in the order of the text. */
function texts(node: Node, text: string): string[] {
  const own = text.slice(node.span.start, node.span.end);
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
  ['a:\n  b: c\nd:\n', ['a:\n  b: c\nd:', 'a', 'b: c', 'b', 'c', 'd', '']],
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
  expect(root?.kind === 'map' && root.pairs[0]?.value.span).toEqual({ start: offset, end: offset });
});

test('an absent item is just behind the dash', () => {
  const { root } = parseSegment('-   # c\n');
  expect(root?.kind === 'seq' && root.items[0]?.span).toEqual({ start: 1, end: 1 });
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
  return { kind: 'scalar', span: { start: 0, end: 0 }, style, value };
}
