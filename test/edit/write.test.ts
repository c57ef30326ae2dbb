import { describe, expect, test } from 'vitest';
import { apply, type EditData } from './apply.ts';

type Cases = Record<string, readonly [text: string, edits: EditData | readonly EditData[], expected: string]>;

const isOne = (edits: EditData | readonly EditData[]): edits is EditData => typeof edits[0] === 'string';

function checkAll(title: string, cases: Cases): void {
  describe(title, () => {
    test.each(Object.entries(cases))('%s', (_, [text, edits, expected]) => {
      expect(apply(text, ...(isOne(edits) ? [edits] : edits))).toBe(expected);
    });
  });
}

const ops = (...lines: string[]): string => ['operations:', ...lines, ''].join('\n');
const setK = ['set', 'operations/0', 'k', 'v'] as const;

checkAll('set: a key that is there', {
  'a plain value': ['a: x\n', ['set', '', 'a', 'y'], 'a: y\n'],
  'a value with a comment behind it': ['a: x  # why\nb: 1\n', ['set', '', 'a', 'y'], 'a: y  # why\nb: 1\n'],
  'a quoted value over two lines': ["a: 'x\n  z' # why\n", ['set', '', 'a', 'y'], 'a: y # why\n'],
  'no value': ['a:\n', ['set', '', 'a', 'y'], 'a: y\n'],
  'no value, with a comment': ['a:   # why\n', ['set', '', 'a', 'y'], 'a: y   # why\n'],
  'no value at the end of the text': ['a:', ['set', '', 'a', 'y'], 'a: y'],
  'a block scalar': ['a: |- # why\n  one\n\n  two\n# on\nb: 1\n', ['set', '', 'a', 'y'], 'a: y # why\n# on\nb: 1\n'],
  'an empty block scalar': ['a: | # why\nb: 1\n', ['set', '', 'a', 'y'], 'a: y # why\nb: 1\n'],
  'a block list': ['a: # why\n  - one\n  - two\nb: 1\n', ['set', '', 'a', '[x]'], 'a: [x] # why\nb: 1\n'],
  'a block list with an anchor': ['a: &n\n- one\n- two\nb: 1\n', ['set', '', 'a', '[x]'], 'a: &n [x]\nb: 1\n'],
  'a flow list': ['a: [one,\n  two] # why\n', ['set', '', 'a', 'y'], 'a: y # why\n'],
  'a value on the next line': ['a:\n  x\nb: 1\n', ['set', '', 'a', 'y'], 'a:\n  y\nb: 1\n'],
  'an alias': ['a: *x # why\n', ['set', '', 'a', 'y'], 'a: y # why\n'],
  'an anchor stays': ['a: &x one\n', ['set', '', 'a', 'y'], 'a: &x y\n'],
  'a quoted key': ['"a": x\n', ['set', '', 'a', 'y'], '"a": y\n'],
  'in a flow map': ['{ a: x, b: 1 }\n', ['set', '', 'a', 'y'], '{ a: y, b: 1 }\n'],
  'no value in a flow map': ['{ a: , b: 1 }\n', ['set', '', 'a', 'y'], '{ a: y , b: 1 }\n'],
  'no colon in a flow map': ['{a, b: 1}\n', ['set', '', 'a', 'y'], '{a: y, b: 1}\n'],
  'among keys in double quotes': ['{"a": 1}\n', ['set', '', 'a', 'y'], '{"a": "y"}\n'],
});

checkAll('set: a new key of a block map', {
  'at the end': [ops('  - action: x', '    a: 1'), setK, ops('  - action: x', '    a: 1', '    k: v')],
  'far in': [ops('    -   action: x', '        a: 1'), setK, ops('    -   action: x', '        a: 1', '        k: v')],
  'behind the dash only': [ops('-   action: x'), setK, ops('-   action: x', '    k: v')],
  'below the dash': [ops('  -', '    action: x'), setK, ops('  -', '    action: x', '    k: v')],
  'behind a comment in the line': [ops('- action: x # why', '# on'), setK, ops('- action: x # why', '  k: v', '# on')],
  'before blank lines and comments': [
    ops('- action: x', '', '  # on', '', '- action: y'),
    setK,
    ops('- action: x', '  k: v', '', '  # on', '', '- action: y'),
  ],
  'with CRLF': ['operations:\r\n- action: x\r\n', setK, 'operations:\r\n- action: x\r\n  k: v\r\n'],
  'without a final newline': ['operations:\n- action: x', setK, 'operations:\n- action: x\n  k: v'],
  'with CRLF but for the last line': ['operations:\r\n- action: x', setK, 'operations:\r\n- action: x\r\n  k: v'],
  'behind a block scalar': [
    ops('- a: |', '    one', '', '- b: 1'),
    setK,
    ops('- a: |', '    one', '  k: v', '', '- b: 1'),
  ],
  'behind a block scalar that keeps blank lines': [
    ops('- a: |+', '    one', '', '- b: 1'),
    setK,
    ops('- a: |+', '    one', '', '  k: v', '- b: 1'),
  ],
  'behind a list': [ops('- a:', '    - 1', '    - 2 # two'), setK, ops('- a:', '    - 1', '    - 2 # two', '  k: v')],
  'behind a list as far in': [ops('- a:', '  - 1', '  - 2'), setK, ops('- a:', '  - 1', '  - 2', '  k: v')],
  'behind a map': [ops('- a:', '    b:', '      c: 1'), setK, ops('- a:', '    b:', '      c: 1', '  k: v')],
  'behind a flow list over lines': [ops('- a: [', '    1', '  ]'), setK, ops('- a: [', '    1', '  ]', '  k: v')],
  'behind no value': [ops('- a:'), setK, ops('- a:', '  k: v')],
  'behind no value but a comment': [ops('- a: # why'), setK, ops('- a: # why', '  k: v')],
  'of an entry': [
    'images:\n    a:\n      b: 1\n',
    ['set', 'images/a', 'k', 'v'],
    'images:\n    a:\n      b: 1\n      k: v\n',
  ],
  'of a group': [
    ops('- parallel:', '  - a: 1', '  - b: 1'),
    ['set', 'operations/0/parallel/0', 'k', 'v'],
    ops('- parallel:', '  - a: 1', '    k: v', '  - b: 1'),
  ],
  'at the top, behind a byte order mark': ['\uFEFFa: 1\n', ['set', '', 'k', 'v'], '\uFEFFa: 1\nk: v\n'],
  'with an anchor': [ops('- &x action: y'), setK, ops('- &x action: y', '  k: v')],
  'several keys': [ops('- a: 1'), [setK, ['set', 'operations/0', 'l', 'w']], ops('- a: 1', '  k: v', '  l: w')],
});

checkAll('set: a new key of a flow map', {
  'with space': [ops('- { a: 1 }'), setK, ops('- { a: 1, k: v }')],
  'without space': [ops('- {a: 1}'), setK, ops('- {a: 1, k: v}')],
  'with narrow commas': [ops('- {a: 1,b: 2}'), setK, ops('- {a: 1,b: 2,k: v}')],
  'with a comma at the end': [ops('- { a: 1, }'), setK, ops('- { a: 1, k: v, }')],
  empty: [ops('- {}'), setK, ops('- { k: v }')],
  'empty with space': [ops('- { }'), setK, ops('- { k: v }')],
  'a comment behind it': [ops('- { a: 1 } # why'), setK, ops('- { a: 1, k: v } # why')],
  'one pair a line': [
    ops('- {', '    a: 1,', '    b: 2', '  }'),
    setK,
    ops('- {', '    a: 1,', '    b: 2,', '    k: v', '  }'),
  ],
  'one pair a line, with comments': [
    ops('- {', '    a: 1, # a', '    b: 2 # b', '  }'),
    setK,
    ops('- {', '    a: 1, # a', '    b: 2, # b', '    k: v', '  }'),
  ],
  'one pair a line, with a comma at the end': [
    ops('- {', '    a: 1, # a', '  }'),
    setK,
    ops('- {', '    a: 1, # a', '    k: v,', '  }'),
  ],
  'several pairs a line': [ops('- { a: 1, b: 2,', '    c: 3 }'), setK, ops('- { a: 1, b: 2,', '    c: 3, k: v }')],
  'one pair a line with CRLF': [
    '- {\r\n  a: 1\r\n  }\r\n',
    ['set', '0', 'k', 'v'],
    '- {\r\n  a: 1,\r\n  k: v\r\n  }\r\n',
  ],
  'a map with no value at the end': [ops('- { a: }'), setK, ops('- { a:, k: v }')],
  'a comment behind the last pair': [ops('- { a: 1 # one', '  }'), setK, ops('- { a: 1, # one', '    k: v', '  }')],
  'a pair that is no map of its own': ['a: [b: 1]\n', ['set', 'a/0', 'k', 'v'], 'a: [b: 1]\n'],
  'keys in double quotes': [ops('- { "a": 1 }'), setK, ops('- { "a": 1, "k": "v" }')],
  'keys in double quotes, a number': [ops('- {"a":1}'), ['set', 'operations/0', 'k', '40'], ops('- {"a":1, "k":40}')],
  'keys in double quotes, a list': ['{"a":{}}', ['set', 'a', 'k', '[b, true]'], '{"a":{ "k": ["b", true] }}'],
});

checkAll('remove', {
  'a key in the middle': [
    ops('- a: 1', '  # on b', '  b: 2 # two', '  # on c', '  c: 3'),
    ['remove', 'operations/0', 'b'],
    ops('- a: 1', '  # on b', '  # on c', '  c: 3'),
  ],
  'the last key': [ops('- a: 1', '  b: 2 # two', '  # on'), ['remove', 'operations/0', 'b'], ops('- a: 1', '  # on')],
  'the last key without a final newline': ['a:\n  b: 1\n  c: 2', ['remove', 'a', 'c'], 'a:\n  b: 1'],
  'the last key with CRLF': ['a:\r\n  b: 1\r\n  c: 2\r\n', ['remove', 'a', 'c'], 'a:\r\n  b: 1\r\n'],
  'a key with a block value': [
    ops('- a: 1', '  b:', '  - 1', '  - 2', '', '  c: |', '    one', '  d: 1'),
    [
      ['remove', 'operations/0', 'b'],
      ['remove', 'operations/0', 'c'],
    ],
    ops('- a: 1', '', '  d: 1'),
  ],
  'the first key of an item': [ops('-   a: 1 # one', '    b: 2'), ['remove', 'operations/0', 'a'], ops('-   b: 2')],
  'the first two keys of an item': [
    ops('- a: 1', '  b: 2', '  c: 3', '  d: 4'),
    [
      ['remove', 'operations/0', 'a'],
      ['remove', 'operations/0', 'b'],
    ],
    ops('- c: 3', '  d: 4'),
  ],
  'the first key of an item, before a comment': [
    ops('- a: 1', '  # on b', '  b: 2'),
    ['remove', 'operations/0', 'a'],
    ops('- # on b', '  b: 2'),
  ],
  'the first key of a map': ['x:\n  a: 1\n # on b\n\n  b: 2\n', ['remove', 'x', 'a'], 'x:\n # on b\n\n  b: 2\n'],
  'the only key of an item': [ops('- a: 1 # one'), ['remove', 'operations/0', 'a'], ops('- {}')],
  'the only key of a map': ['x: # why\n  a: 1 # one\ny: 1\n', ['remove', 'x', 'a'], 'x: {} # why\ny: 1\n'],
  'a top-level key': ['x: 1\n\n# on y\ny: 1\n', ['remove', '', 'x'], '\n# on y\ny: 1\n'],
  'an entry': ['images:\n  a:\n    b: 1\n  c: 1\n', ['remove', 'images/a', 'b'], 'images:\n  a: {}\n  c: 1\n'],
  'in a flow map, the first': [ops('- { a: 1, b: 2 }'), ['remove', 'operations/0', 'a'], ops('- { b: 2 }')],
  'in a flow map, the last': [ops('- {a: 1, b: 2}'), ['remove', 'operations/0', 'b'], ops('- {a: 1}')],
  'in a flow map, the last with a comma': [ops('- {a: 1, b: 2, }'), ['remove', 'operations/0', 'b'], ops('- {a: 1, }')],
  'in a flow map, one in the middle': [
    ops('- {a: 1, b: 2,c: 3}'),
    ['remove', 'operations/0', 'b'],
    ops('- {a: 1, c: 3}'),
  ],
  'in a flow map, the only': [ops('- { a: 1 }'), ['remove', 'operations/0', 'a'], ops('- {}')],
  'in a flow map, one of one a line': [
    ops('- {', '    a: 1, # a', '    # on b', '    b: 2, # b', '    c: 3', '  }'),
    ['remove', 'operations/0', 'b'],
    ops('- {', '    a: 1, # a', '    # on b', '    c: 3', '  }'),
  ],
  'in a flow map, the last of one a line': [
    ops('- {', '    a: 1, # a', '    b: 2 # b', '  }'),
    ['remove', 'operations/0', 'b'],
    ops('- {', '    a: 1 # a', '  }'),
  ],
  'in a flow map, the last below a comment': [
    ops('- { a: 1,', '    # on b', '    b: 2 }'),
    ['remove', 'operations/0', 'b'],
    ops('- { a: 1', '    # on b', '     }'),
  ],
  'in a flow map, the last two': [
    ops('- { a: 1, b: 2, c: 3 }'),
    [
      ['remove', 'operations/0', 'c'],
      ['remove', 'operations/0', 'b'],
    ],
    ops('- { a: 1 }'),
  ],
  'a key that is not there': [ops('- a: 1'), ['remove', 'operations/0', 'b'], ops('- a: 1')],
});

checkAll('replace', {
  plain: ['a: x # why\n', ['replace', 'a', 'y'], 'a: y # why\n'],
  'plain by a text that needs quotes': ['a: x\n', ['replace', 'a', 'y: z'], 'a: "y: z"\n'],
  double: ['a: "x"\n', ['replace', 'a', 'y"\\\n'], 'a: "y\\"\\\\\\n"\n'],
  single: ["a: 'x'\n", ['replace', 'a', "it's"], "a: 'it''s'\n"],
  'single by two lines': ["a: 'x'\n", ['replace', 'a', 'y\nz'], 'a: "y\\nz"\n'],
  block: ['a: >-\n  x\n\n  y\nb: 1\n', ['replace', 'a', 'z'], 'a: z\nb: 1\n'],
  'an item': ['a:\n  - x # why\n  - "y"\n', ['replace', 'a/1', 'z'], 'a:\n  - x # why\n  - "z"\n'],
  'an item in a flow list': ['a: [x, y]\n', ['replace', 'a/1', 'z, z'], 'a: [x, "z, z"]\n'],
  'plain among keys in double quotes': ['{"a": 1}\n', ['replace', 'a', 'y'], '{"a": "y"}\n'],
});

checkAll('rename', {
  plain: ['a : x # why\n', ['rename', 'a', 'b'], 'b : x # why\n'],
  double: ['{"a": x}\n', ['rename', 'a', 'b'], '{"b": x}\n'],
  single: ["'a': x\n", ['rename', 'a', 'b'], "'b': x\n"],
  'the first key of an item': [ops('- a: 1', '  b: 2'), ['rename', 'operations/0/a', 'c'], ops('- c: 1', '  b: 2')],
  'with a block value': ['a:\n  - x\n', ['rename', 'a', 'b'], 'b:\n  - x\n'],
});

checkAll('keep', {
  'of a block list': [
    'a:\n  - 1 # one\n  - 2 # two\n  # on\nb: 1\n',
    ['keep', 'a', 1],
    'a:\n  - 1 # one\n  # on\nb: 1\n',
  ],
  'of a block list without a final newline': ['a:\n  - 1\n  - b: 2\n    c: 3\n  -', ['keep', 'a', 1], 'a:\n  - 1'],
  'of a flow list': ['a: [1, 2, 3] # why\n', ['keep', 'a', 2], 'a: [1, 2] # why\n'],
  'of a flow list, one a line': [
    'a: [\n  1, # one\n  2, # two\n  3 # three\n]\n',
    ['keep', 'a', 1],
    'a: [\n  1 # one\n]\n',
  ],
  'of a flow list, one a line, with a comma at the end': [
    'a: [\n  1,\n  2,\n  3,\n]\n',
    ['keep', 'a', 2],
    'a: [\n  1,\n  2,\n]\n',
  ],
  'of a flow list, nothing': ['a: [1, 2]\n', ['keep', 'a', 0], 'a: []\n'],
  'of a block list, nothing': ['a:\n- 1\n- 2 # two\nb: 1\n', ['keep', 'a', 0], 'a: []\nb: 1\n'],
  'of a map': ['a:\n  b: 1\n  c: 2\n', ['keep', 'a', 1], 'a:\n  b: 1\n'],
  'as many as there are': ['a: [1, 2]\n', ['keep', 'a', 2], 'a: [1, 2]\n'],
});

const fields = { action: 'new', image: 'x' };

checkAll('insert', {
  'before a block operation': [
    ops('  - action: a', '    image: x', '  - action: b'),
    ['insert', 'operations/1', fields],
    ops('  - action: a', '    image: x', '  - action: new', '    image: x', '  - action: b'),
  ],
  'behind a wide dash': [
    ops('-   action: a'),
    ['insert', 'operations/0', fields],
    ops('-   action: new', '    image: x', '-   action: a'),
  ],
  'above the comments of the operation': [
    ops('- action: a', '  # still a', '# on b', '# more', '- action: b'),
    ['insert', 'operations/1', fields],
    ops('- action: a', '  # still a', '- action: new', '  image: x', '# on b', '# more', '- action: b'),
  ],
  'above the comments of the first operation': [
    ops('  # on a', '  - action: a'),
    ['insert', 'operations/0', fields],
    ops('  - action: new', '    image: x', '  # on a', '  - action: a'),
  ],
  'below comments apart': [
    ops('- action: a', '# on', '', '- action: b'),
    ['insert', 'operations/1', fields],
    ops('- action: a', '# on', '', '- action: new', '  image: x', '- action: b'),
  ],
  'in a group': [
    ops('- parallel:', '    - action: a', '    # on b', '    - action: b'),
    ['insert', 'operations/0/parallel/1', fields],
    ops('- parallel:', '    - action: a', '    - action: new', '      image: x', '    # on b', '    - action: b'),
  ],
  'in front of a group, like one of its members': [
    ops('  # both', '  - parallel:', '      - { action: a }', '      - action: b'),
    ['insert', 'operations/0', fields, 'operations/0/parallel/1'],
    ops('  - action: new', '    image: x', '  # both', '  - parallel:', '      - { action: a }', '      - action: b'),
  ],
  'in front of a group in a flow list': [
    'operations: [{ parallel: [{ action: a }] }]\n',
    ['insert', 'operations/0', fields, 'operations/0/parallel/0'],
    'operations: [{ action: new, image: x }, { parallel: [{ action: a }] }]\n',
  ],
  'with CRLF': [
    'operations:\r\n- action: a\r\n',
    ['insert', 'operations/0', fields],
    'operations:\r\n- action: new\r\n  image: x\r\n- action: a\r\n',
  ],
  'before a flow operation in a block list': [
    ops('  - {action: a,image: x}'),
    ['insert', 'operations/0', fields],
    ops('  - {action: new,image: x}', '  - {action: a,image: x}'),
  ],
  'before a flow operation in a flow list': [
    'operations: [{ action: a }, { action: b }]\n',
    ['insert', 'operations/1', fields],
    'operations: [{ action: a }, { action: new, image: x }, { action: b }]\n',
  ],
  'before a flow operation in a flow list over lines': [
    'operations: [\n  { action: a }, # a\n  { action: b }\n]\n',
    ['insert', 'operations/1', fields],
    'operations: [\n  { action: a }, # a\n  { action: new, image: x },\n  { action: b }\n]\n',
  ],
  'among keys in double quotes': [
    '{"operations": [{"action": "a"}]}\n',
    ['insert', 'operations/0', fields],
    '{"operations": [{"action": "new", "image": "x"}, {"action": "a"}]}\n',
  ],
});

checkAll('several edits', {
  'of one block map': [
    ops('- action: x', '  file_format: raw # f', '  name: n'),
    [setK, ['remove', 'operations/0', 'file_format'], ['replace', 'operations/0/name', 'm']],
    ops('- action: x', '  name: m', '  k: v'),
  ],
  'the last key goes and one comes': [
    'operations:\n- a: 1\n  b: 2',
    [['remove', 'operations/0', 'b'], setK],
    'operations:\n- a: 1\n  k: v',
  ],
  'the last key of a flow map goes and one comes': [
    ops('- { a: 1, b: 2 }'),
    [['remove', 'operations/0', 'b'], setK],
    ops('- { a: 1, k: v }'),
  ],
  'the last key of a flow map, one a line, goes and one comes': [
    ops('- {', '  a: 1, # a', '  b: 2 # b', '  }'),
    [['remove', 'operations/0', 'b'], setK],
    ops('- {', '  a: 1, # a', '  k: v', '  }'),
  ],
  'the only key goes and one comes': [ops('- a: 1'), [['remove', 'operations/0', 'a'], setK], ops('- k: v')],
  'all keys go and two come': [
    ops('- { a: 1, b: 2 }'),
    [['remove', 'operations/0', 'a'], ['remove', 'operations/0', 'b'], setK, ['set', 'operations/0', 'l', 'w']],
    ops('- { k: v, l: w }'),
  ],
  'a value of the last key, and keys in it and behind it': [
    'a:\n  b:\n    c:',
    [
      ['set', 'a/b', 'c', '1'],
      ['set', 'a', 'k', 'v'],
      ['set', 'a/b', 'd', '2'],
      ['set', '', 'e', '3'],
    ],
    'a:\n  b:\n    c: 1\n    d: 2\n  k: v\ne: 3',
  ],
  'an edit in what goes': [
    'x:\n  a:\n    b:\n  c: 1\n  d:\n    e:\n',
    [
      ['set', 'x/a', 'k', 'v'],
      ['remove', 'x', 'a'],
      ['set', 'x/d', 'e', '1'],
      ['set', 'x/d', 'k', 'v'],
      ['remove', 'x', 'd'],
    ],
    'x:\n  c: 1\n',
  ],
  'a new operation and a new key': [
    ops('# on a', '- action: a', '- action: b'),
    [['insert', 'operations/0', fields], setK, ['insert', 'operations/1', { action: 'c' }]],
    ops('- action: new', '  image: x', '# on a', '- action: a', '  k: v', '- action: c', '- action: b'),
  ],
  'the same value twice': [
    'a: x\n',
    [
      ['set', '', 'a', 'y'],
      ['set', '', 'a', 'y'],
    ],
    'a: y\n',
  ],
  'a new key twice': [
    'a: x\n',
    [
      ['set', '', 'k', 'y'],
      ['set', '', 'k', 'z'],
    ],
    'a: x\nk: z\n',
  ],
});

checkAll('split', {
  'a block group, with the comments of its members': [
    ops(
      '  - parallel: # all',
      '      - action: a # one',
      '      # on b',
      '      - action: b',
      '        k: |',
      '          x',
      '',
      '      - action: c',
      '  # on d',
      '  - action: d',
    ),
    ['split', 'operations/0', [1, 2]],
    ops(
      '  - parallel: # all',
      '      - action: a # one',
      '  - parallel:',
      '      # on b',
      '      - action: b',
      '        k: |',
      '          x',
      '',
      '  - parallel:',
      '      - action: c',
      '  # on d',
      '  - action: d',
    ),
  ],
  'a block group as far in as its key': [
    ops('- parallel:', '  - action: a', '  - { action: b }'),
    ['split', 'operations/0', [1]],
    ops('- parallel:', '  - action: a', '- parallel:', '  - { action: b }'),
  ],
  'behind a wide dash, with CRLF, without a final newline': [
    'operations:\r\n-   parallel:\r\n    - action: a\r\n    # on b\r\n    - action: b',
    ['split', 'operations/0', [1]],
    'operations:\r\n-   parallel:\r\n    - action: a\r\n-   parallel:\r\n    # on b\r\n    - action: b',
  ],
  'a flow group': [
    ops('  - parallel: [{ a: 1 }, { b: 1 }, { c: 1 }] # why'),
    ['split', 'operations/0', [1, 2]],
    ops('  - parallel: [{ a: 1 }]', '  - parallel: [{ b: 1 }]', '  - parallel: [{ c: 1 }] # why'),
  ],
  'a flow group in a flow map': [
    ops('  - { parallel: [ { a: 1 }, { b: 1 } ] }'),
    ['split', 'operations/0', [1]],
    ops('  - { parallel: [ { a: 1 } ] }', '  - { parallel: [ { b: 1 } ] }'),
  ],
  'a flow group over lines': [
    ops('  - parallel: [', '      { a: 1 }, # one', '      # on b', '      { b: 1 } # two', '    ]'),
    ['split', 'operations/0', [1]],
    ops(
      '  - parallel: [',
      '      { a: 1 } # one',
      '    ]',
      '  - parallel: [',
      '      # on b',
      '      { b: 1 } # two',
      '    ]',
    ),
  ],
  'a flow group over lines, with a comma at the end': [
    ops('  - parallel: [', '      { a: 1 },', '      { b: 1 },', '    ]'),
    ['split', 'operations/0', [1]],
    ops('  - parallel: [', '      { a: 1 },', '    ]', '  - parallel: [', '      { b: 1 },', '    ]'),
  ],
  'all in one line': [
    '{"operations": [{"parallel": [{"a": 1}, {"b": 1}]}, {"c": 1}]}\n',
    ['split', 'operations/0', [1]],
    '{"operations": [{"parallel": [{"a": 1}]}, {"parallel": [{"b": 1}]}, {"c": 1}]}\n',
  ],
  'a group that has an anchor stays': [
    ops('- &g', '  parallel: [{ a: 1 }, { b: 1 }]', '- *g'),
    ['split', 'operations/0', [1]],
    ops('- &g', '  parallel: [{ a: 1 }, { b: 1 }]', '- *g'),
  ],
});

checkAll('unroll: members move out', {
  'of a block group, with their comments': [
    ops(
      '  - parallel:',
      '      - action: a',
      '      # on b',
      '      - action: b # b',
      '        k: |',
      '          x',
      '            y',
      '      - action: c',
      '',
      '  - action: d',
    ),
    ['unroll', 'operations/0', [{ move: 1 }]],
    ops(
      '  - parallel:',
      '      - action: a',
      '      - action: c',
      '  # on b',
      '  - action: b # b',
      '    k: |',
      '      x',
      '        y',
      '',
      '  - action: d',
    ),
  ],
  'the last ones, with CRLF': [
    'operations:\r\n- parallel:\r\n    - action: a\r\n    - action: b\r\n      k: v # v\r\n    # on c\r\n    - action: c\r\n# on d\r\n- action: d\r\n',
    ['unroll', 'operations/0', [{ move: 1 }, { move: 2 }]],
    'operations:\r\n- parallel:\r\n    - action: a\r\n- action: b\r\n  k: v # v\r\n# on c\r\n- action: c\r\n# on d\r\n- action: d\r\n',
  ],
  'without a final newline': [
    'operations:\n- parallel:\n  - action: a\n  - action: b',
    ['unroll', 'operations/0', [{ move: 1 }]],
    'operations:\n- parallel:\n  - action: a\n- action: b',
  ],
  'of a flow group': [
    ops('  - parallel: [{ a: 1 }, { b: 1 }, { c: 1 }] # why', '  - d: 1'),
    ['unroll', 'operations/0', [{ move: 1 }, { move: 2 }]],
    ops('  - parallel: [{ a: 1 }] # why', '  - { b: 1 }', '  - { c: 1 }', '  - d: 1'),
  ],
  'of a flow group over lines': [
    ops('  - parallel: [', '      { a: 1 }, # one', '      { b: 1 }, # two', '      { c: 1 } # three', '    ]'),
    ['unroll', 'operations/0', [{ move: 1 }]],
    ops('  - parallel: [', '      { a: 1 }, # one', '      { c: 1 } # three', '    ]', '  - { b: 1 } # two'),
  ],
  'all in one line': [
    '{"operations": [{"parallel": [{"a": 1}, {"b": 1}]}, {"c": 1}]}\n',
    ['unroll', 'operations/0', [{ move: 1 }]],
    '{"operations": [{"parallel": [{"a": 1}]}, {"b": 1}, {"c": 1}]}\n',
  ],
  'all in flow style, over lines': [
    'operations: [\n  { parallel: [\n    { a: 1 },\n    { b: 1 } # two\n  ] }, # group\n  { c: 1 }\n]\n',
    ['unroll', 'operations/0', [{ move: 1 }]],
    'operations: [\n  { parallel: [\n    { a: 1 }\n  ] },\n  # two\n  { b: 1 }, # group\n  { c: 1 }\n]\n',
  ],
});

checkAll('unroll: an operation becomes several', {
  'in block style': [
    ops('  # on a', '  - action: a # a', '    count: 3', '    k: v # v', '  - action: b'),
    [
      ['set', 'operations/0', 'count', '1'],
      [
        'unroll',
        'operations/0',
        [
          { copy: 'itself', value: ['count', '1'] },
          { copy: 'itself', value: ['count', '1'] },
        ],
      ],
    ],
    ops(
      '  # on a',
      '  - action: a # a',
      '    count: 1',
      '    k: v # v',
      '  - action: a # a',
      '    count: 1',
      '    k: v',
      '  - action: a # a',
      '    count: 1',
      '    k: v',
      '  - action: b',
    ),
  ],
  'with the value at the end of the text': [
    'operations:\r\n- action: a\r\n  count: 3',
    [
      ['set', 'operations/0', 'count', '2'],
      ['unroll', 'operations/0', [{ copy: 'itself', value: ['count', '1'] }]],
    ],
    'operations:\r\n- action: a\r\n  count: 2\r\n- action: a\r\n  count: 1',
  ],
  'in flow style, without its anchor': [
    ops('- &x { action: a, count: 3 } # why'),
    ['unroll', 'operations/0', [{ copy: 'itself', value: ['count', '2'] }]],
    ops('- &x { action: a, count: 3 } # why', '- { action: a, count: 2 }'),
  ],
  'all in one line': [
    '{"operations": [{"a": 1, "count": 3}]}\n',
    ['unroll', 'operations/0', [{ copy: 'itself', value: ['count', '2'] }]],
    '{"operations": [{"a": 1, "count": 3}, {"a": 1, "count": 2}]}\n',
  ],
  'of a block group: behind it': [
    ops('- parallel:', '  # on a', '  - action: a', '    count: 3 # why', '  - action: b'),
    ['unroll', 'operations/0', [{ copy: 0, value: ['count', '2'] }, { move: 1 }]],
    ops('- parallel:', '  # on a', '  - action: a', '    count: 3 # why', '- action: a', '  count: 2', '- action: b'),
  ],
  'one that moves': [
    ops('- parallel:', '  - action: a', '  # on b', '  - action: b', '    count: 3 # why'),
    [
      'unroll',
      'operations/0',
      [
        { move: 1, value: ['count', '2'] },
        { copy: 1, value: ['count', '1'] },
      ],
    ],
    ops('- parallel:', '  - action: a', '# on b', '- action: b', '  count: 2 # why', '- action: b', '  count: 1'),
  ],
});
