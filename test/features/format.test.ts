import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isAlias, isCollection, isPair, isScalar, Lexer, type Node, type Pair, parseAllDocuments } from 'yaml';
import { Analysis } from '../../server/src/analysis/analysis.ts';
import { format } from '../../server/src/features/format.ts';
import { atOnce } from '../../server/src/steps.ts';
import { manifest } from '../edit/manifests.ts';
import { manifestText } from '../support/arbitrary.ts';

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** The text after formatting; the changes come in order, change something, and touch nothing but white space. */
function formatted(text: string, step = 2, stretch: Stretch = { start: 0, end: text.length }): string {
  let result = '';
  let done = 0;
  for (const { start, end, text: written } of atOnce(format(new Analysis(text), stretch, step))) {
    expect(start).toBeGreaterThanOrEqual(done);
    expect(text.slice(start, end)).not.toBe(written);
    expect(text.slice(start, end) + written).toMatch(/^[ \t]*(?:\r?\n)?$/);
    result += text.slice(done, start) + written;
    done = end;
  }
  return result + text.slice(done);
}

const lines = (...all: string[]): string => `${all.join('\n')}\n`;

interface Case {
  readonly text: string;
  readonly becomes: string;
  readonly step?: number;
  /** What is selected; all, if nothing is. */
  readonly of?: string;
}

function check(title: string, cases: Readonly<Record<string, Case>>): void {
  describe(title, () => {
    test.each(Object.entries(cases))('%s', (_, { text, becomes, step, of }) => {
      const start = of === undefined ? 0 : text.indexOf(of);
      expect(formatted(text, step, { start, end: start + (of ?? text).length })).toBe(becomes);
    });
  });
}

const same = (text: string, rest: Omit<Case, 'text' | 'becomes'> = {}): Case => ({ text, becomes: text, ...rest });

check('indentation', {
  'is two columns a level': {
    text: lines(
      'apiVersion: ims/v1',
      'images:',
      '    web:',
      '        type: iso',
      '        tags:',
      '              a: b',
      'operations:',
      '   - action: share',
      '     image: web',
      '     tenants:',
      '          - a',
    ),
    becomes: lines(
      'apiVersion: ims/v1',
      'images:',
      '  web:',
      '    type: iso',
      '    tags:',
      '      a: b',
      'operations:',
      '  - action: share',
      '    image: web',
      '    tenants:',
      '      - a',
    ),
  },
  'is what the editor says': {
    text: lines('operations:', '  - parallel:', '      - action: tag', '        tags:', '          a: b'),
    becomes: lines(
      'operations:',
      '    - parallel:',
      '          - action: tag',
      '            tags:',
      '                a: b',
    ),
    step: 4,
  },
  'a list in the column of its key stays there': {
    text: lines('operations:', '- action: share', '  tenants:', '  - a', '  tags:', '      a: b'),
    becomes: lines('operations:', '- action: share', '  tenants:', '  - a', '  tags:', '    a: b'),
  },
  'the space behind a dash stays': {
    text: lines('operations:', '-   action: tag', '    tags:', '     a: b', '-', '      action: share'),
    becomes: lines('operations:', '-   action: tag', '    tags:', '      a: b', '-', '  action: share'),
  },
  'of lists in lists': {
    text: lines('x:', '    - - a', '      - b:', '            c', '    -', '         - d'),
    becomes: lines('x:', '  - - a', '    - b:', '        c', '  -', '    - d'),
  },
  'of a value below its key': {
    text: lines('region:', '     cn-north-4', 'x: &a', '    !t', '    k: v'),
    becomes: lines('region:', '  cn-north-4', 'x: &a', '    !t', '  k: v'),
  },
  'of keys that are marked as such': {
    text: lines('x:', '    ? - a', '      - b', '    : - c', '      -', '          d: e'),
    becomes: lines('x:', '  ? - a', '    - b', '  : - c', '    -', '      d: e'),
  },
  'of a manifest that is indented as a whole': {
    text: lines('  apiVersion: ims/v1', '  operations:', '       - action: tag'),
    becomes: lines('  apiVersion: ims/v1', '  operations:', '    - action: tag'),
  },
  'of a manifest after a byte order mark': {
    text: lines('\uFEFFimages:', '     web: {}'),
    becomes: lines('\uFEFFimages:', '  web: {}'),
  },
  'line endings stay': {
    text: 'images:  \r\n     web: {}\r\n\t\r\n',
    becomes: 'images:\r\n  web: {}\r\n\r\n',
  },
});

check('values of several lines', {
  'a block scalar moves as a whole': {
    text: lines('x:', '    text: |', '            one  ', '', '              two', '         ', '    b: c'),
    becomes: lines('x:', '  text: |', '    one  ', '', '      two', '', '  b: c'),
  },
  'a block scalar that says how far in it is stays that far in': {
    text: lines('x:', '    text: |2-', '         one', '       two', '    # no text', '    b: c'),
    becomes: lines('x:', '  text: |2-', '       one', '     two', '  # no text', '  b: c'),
  },
  'a block scalar of an item': {
    text: lines('x:', '- >', '        one', '- |1', '   two'),
    becomes: lines('x:', '- >', '  one', '- |1', '   two'),
  },
  'spaces at the end of a block scalar are text where they reach further in': same(
    lines('x: |', '  one', '    ', 'y: |+', '  two', '', ''),
  ),
  'text without quotes, and quotes': {
    text: lines(
      'x:',
      '    a: one  ',
      '      two',
      '    b: "one  ',
      '',
      '        \\  ',
      '        two"  ',
      "    c: 'x  ",
      "     y'",
    ),
    becomes: lines('x:', '  a: one', '    two', '  b: "one  ', '', '      \\  ', '      two"  ', "  c: 'x  ", "   y'"),
  },
  'brackets keep their shape': {
    text: lines('x:', '    a: {', '        b: c,  ', '      # why', '      d: [', '        e', '      ]', '    }'),
    becomes: lines('x:', '  a: {', '      b: c,', '    # why', '    d: [', '      e', '    ]', '  }'),
  },
  'brackets below their key': {
    text: lines('x:', '    a:', '          [ b,', '            c ]'),
    becomes: lines('x:', '  a:', '    [ b,', '      c ]'),
  },
});

check('comments', {
  'go with what stands in their column': {
    text: lines(
      '# all',
      'operations: # every',
      '    # first',
      '    - action: tag  # why  ',
      '      # of its tags',
      '      tags:',
      '        # of a',
      '          # far in',
      '          a: b',
      '          # behind a',
      '      # behind the tags',
      '    # second',
      '# of no one',
      '    - action: share',
      '      # behind',
      '  # between',
      'images:',
      '    # last',
    ),
    becomes: lines(
      '# all',
      'operations: # every',
      '  # first',
      '  - action: tag  # why',
      '    # of its tags',
      '    tags:',
      '      # of a',
      '      # far in',
      '      a: b',
      '      # behind a',
      '    # behind the tags',
      '  # second',
      '# of no one',
      '  - action: share',
      '    # behind',
      '  # between',
      'images:',
      '    # last',
    ),
  },
});

check('the end', {
  'gets its line break': { text: 'region: x', becomes: 'region: x\n' },
  'gets the line break of the others': { text: 'images:\r\n  a: {}', becomes: 'images:\r\n  a: {}\r\n' },
  'loses its space': { text: 'region: x\n  ', becomes: 'region: x\n' },
  'of nothing is nothing': same(''),
});

check('what cannot be read stays', {
  'with the entries beside it, though not what is in them': {
    text: lines(
      'operations:',
      '   - action: tag',
      '     tags: [a',
      '   - action: share',
      '     tags:',
      '         a: b',
    ),
    becomes: lines(
      'operations:',
      '   - action: tag',
      '     tags: [a',
      '   - action: share',
      '     tags:',
      '       a: b',
    ),
  },
  'while the other sections move': {
    text: lines('images:', '    a: {}', '   b: {}', 'servers:', '    web: {}', 'serv', 'x: "a  '),
    becomes: lines('images:', '    a: {}', '   b: {}', 'servers:', '    web: {}', 'serv', 'x: "a  '),
  },
  'with tabs': same(lines('operations:', '   - action: tag', '\t tags:', '     a: b')),
});

const two = lines(
  'operations:',
  '    - action: tag',
  '      tags:',
  '         a: b  ',
  '    - action: tag',
  '      tags:',
  '         c: d  ',
);

check('a selection', {
  'reaches to the ends of its operations, which stay in their list': {
    text: two,
    becomes: two.replace('         c: d  ', '        c: d'),
    of: '     tags:\n         c',
  },
  'of all operations moves them': {
    text: `${two}images:\n    a: {}\n`,
    becomes: `${formatted(two)}images:\n    a: {}\n`,
    of: two.slice(two.indexOf('    - action')),
  },
});

/** What a text says, with anchors and tags, as the parser has it, and its comments. */
function meaning(text: string): unknown {
  const comments = [...new Lexer().lex(text)].filter(token => token.startsWith('#')).map(token => token.trimEnd());
  return {
    documents: parseAllDocuments(text, { uniqueKeys: false, logLevel: 'silent' }).map(({ contents }) => say(contents)),
    comments,
  };
}

function say(node: Node | Pair | null | unknown): unknown {
  if (isPair(node)) return [say(node.key), say(node.value)];
  if (isAlias(node)) return `*${node.source}`;
  if (isScalar(node)) return { value: node.value, tag: node.tag, anchor: node.anchor };
  if (isCollection(node)) return { items: node.items.map(say), tag: node.tag, anchor: node.anchor };
  return null;
}

const findingsOf = (text: string): string[] =>
  new Analysis(text).findings().map(({ rule, message }) => `${rule}: ${message.en}`);

const trimmed = (text: string): string[] =>
  text.split(/\r\n|\n|\r/).map(line => line.replace(/^(\uFEFF?) +|[ \t]+$/g, '$1'));

const files = ['samples/good', 'samples/bad', 'test/rules', 'test/grammar']
  .flatMap(folder => readdirSync(folder).map(file => `${folder}/${file}`))
  .filter(file => file.endsWith('.ims.yaml'));

describe('formatting', () => {
  test.each(files)('keeps what %s says, and its findings', file => {
    for (const step of [2, 4]) {
      const text = readFileSync(file, 'utf8');
      const once = formatted(text, step);
      expect(meaning(once)).toEqual(meaning(text));
      expect(findingsOf(once)).toEqual(findingsOf(text));
      expect(formatted(once, step)).toBe(once);
    }
  });

  test.each(files.filter(file => file.startsWith('samples/')))('%s is formatted, and keeps its line endings', file => {
    const text = readFileSync(file, 'utf8');
    expect(formatted(text)).toBe(text);
    const crlf = (lines: string): string => lines.replaceAll('\n', '\r\n');
    expect(formatted(crlf(text), 4)).toBe(crlf(formatted(text, 4)));
  });

  test('keeps what a manifest of any layout says, and is done at once', () => {
    fc.assert(
      fc.property(manifest, fc.constantFrom(1, 2, 3, 4, 8), (text, step) => {
        const once = formatted(text, step);
        expect(meaning(once)).toEqual(meaning(text));
        expect(formatted(once, step)).toBe(once);
      }),
      { numRuns: 150 },
    );
  });

  test('of a stretch keeps what a manifest of any layout says', () => {
    fc.assert(
      fc.property(manifest, fc.nat(), fc.nat(), (text, a, b) => {
        const [start, end] = [a % (text.length + 1), b % (text.length + 1)].sort((x, y) => x - y) as [number, number];
        const once = formatted(text, 4, { start, end });
        expect(meaning(once)).toEqual(meaning(text));
      }),
      { numRuns: 150 },
    );
  });

  test('of any text, sound or not, changes white space alone, and no finding', () => {
    fc.assert(
      fc.property(manifestText, text => {
        const once = formatted(text);
        expect(trimmed(once).join('\n').trimEnd()).toBe(trimmed(text).join('\n').trimEnd());
        expect(findingsOf(once)).toEqual(findingsOf(text));
      }),
      { numRuns: 200 },
    );
  });
});
