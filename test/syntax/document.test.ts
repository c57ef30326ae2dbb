import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Document } from '../../server/src/syntax/document.ts';
import { positionsIn, rangesIn } from '../../server/src/syntax/positions.ts';
import { split, startState } from '../../server/src/syntax/split.ts';
import { manifestText } from '../support/arbitrary.ts';

const cases: Record<string, { text: string; roles: string }> = {
  'keys, entries and items': {
    text: 'apiVersion: ims/v1\nimages:\n  a: { size: 1 GB }\n  b:\n    size: 2 GB\noperations:\n  - action: delete\n    image: a\n  - action: delete\n',
    roles: 'key head entry entry head item item',
  },
  'items at the column of their key': {
    text: 'operations:\n- a: 1\n  b: 2\n- c: 3\nregion: x\n',
    roles: 'head item item key',
  },
  'comments stay with what is above them': {
    text: '# top\n\noperations: # all\n  # first\n  - a\n  # second\n  - b\n',
    roles: 'trivia head item item',
  },
  'a value on the line of the key': { text: 'operations: [\n  {a: 1},\n]\nregion: x\n', roles: 'key key' },
  'a closing bracket at the column of its item': {
    text: 'operations:\n  - {\n    a: 1\n  }\n  - b\n',
    roles: 'head item item',
  },
  'a new top-level key being typed': { text: 'region: x\nimag\noperations:\n  - a\n', roles: 'key stray head item' },
  'a word at the column of the items': { text: 'operations:\n  - a\n  del\n  - b\n', roles: 'head item stray item' },
  'an item that is indented otherwise': { text: 'operations:\n    - a\n  - b\n', roles: 'head item item!' },
  documents: { text: 'region: x\n---\nregion: y\n...\n', roles: 'key marker key marker' },
  JSON: { text: '{\n"apiVersion": "ims/v1",\n"operations": []\n}\n', roles: 'whole' },
  prose: { text: 'Dear all,\nplease see below.\n\nBye\n', roles: 'stray' },
  'a conflict stays in one segment': {
    text: 'operations:\n  - a\n<<<<<<< HEAD\n  - b\n=======\n  - c\n>>>>>>> theirs\n  - d\n',
    roles: 'head item item',
  },
  'a byte order mark': { text: '\uFEFFapiVersion: ims/v1\nregion: x\n', roles: 'key key' },
  nothing: { text: '', roles: '' },
  'quoted keys': {
    text: '"images":\n  "a": 1\n  \'it\'\'s\' : 2\n"x # y": z\n',
    roles: 'head entry entry key',
  },
  'no key, because of what is quoted': { text: 'region: x\n"a" b: 1\n"a\n', roles: 'key stray' },
  'no key, because a comment begins': { text: 'region: x\na #b: 1\n', roles: 'key stray' },
  'a key whose value is not split': { text: 'other:\n  a: 1\n  - b\nregion: x\n', roles: 'key key' },
  'a list in the column of a key that is not split': { text: 'tags:\n- a\n- b\nregion: x\n', roles: 'key key' },
  'a list in the column of an entry': { text: 'images:\n  a:\n  - b\n  c:\n', roles: 'head entry entry' },
  'a value on the line of a key, and lines below': { text: 'images: {a: 1}\n  b: 2\n', roles: 'key' },
  'a bare key with a comment': { text: 'images:   # all\n  a:\n', roles: 'head entry' },
  'a list where entries could be': { text: 'images:\n- a\n- b\nregion: x\n', roles: 'head item item key' },
  'an entry that is indented otherwise': { text: 'images:\n    a: {}\n  b: {}\n', roles: 'head entry entry!' },
  'a closing bracket at the column of its entry': {
    text: 'images:\n  a: [\n  ]\n  b: {\n  }\n',
    roles: 'head entry entry',
  },
  'prose below a split key': { text: 'images:\n  prose\n  a:\n', roles: 'head stray entry' },
  'a dash among entries': { text: 'images:\n    a:\n  - b\n', roles: 'head entry stray' },
  'a tab begins nothing': { text: 'images:\n\ta: 1\n  b: {}\n', roles: 'head entry' },
  'explicit keys': { text: 'region: x\n? a\n: b\nimages:\n  c:\n  ? d\n  : e\n', roles: 'key key head entry entry' },
  'an explicit key at first': { text: '? a\n: b\nregion: x\n', roles: 'whole' },
  'a list': { text: '- a\n- b: c\n', roles: 'whole' },
  'a dash alone': { text: '-\n', roles: 'whole' },
  'an indented map': { text: '  a: 1\nb: 2\n', roles: 'whole' },
  'a word that begins with a dash': { text: '-a: 1\n---b: 2\n', roles: 'key key' },
  'a document on its marker': { text: '--- a\nb: c\n', roles: 'whole' },
  'a comment on a marker': { text: 'a: 1\n--- # next\nregion: x\n... # end\n', roles: 'key marker key marker' },
  'an indented marker is none': { text: 'images:\n  a:\n  ---\n', roles: 'head entry stray' },
  'documents after one that is whole': { text: '{a: 1}\n---\nregion: x\n', roles: 'whole marker key' },
  'a comment before a marker': { text: '# a\n---\n', roles: 'trivia marker' },
  'directives before a marker': { text: '%YAML 1.2\n# a\n%TAG ! !x\n---\na: 1\n', roles: 'trivia marker key' },
  'directives behind an end': { text: 'a: 1\n...\n%YAML 1.2\n---\nb: 1\n', roles: 'key marker marker key' },
  'a directive that no marker follows': { text: '%YAML 1.2\na: 1\n', roles: 'whole' },
  'a directive behind a marker': { text: '---\n%YAML 1.2\n---\na: 1\n', roles: 'marker whole marker key' },
  'a byte order mark before a comment': { text: '\uFEFF# a\nregion: x\n', roles: 'trivia key' },
  'a byte order mark before an indented map': { text: '\uFEFF  a: 1\n', roles: 'whole' },
  'a conflict at first': {
    text: '<<<<<<< HEAD\nregion: a\n=======\nregion: b\n>>>>>>> theirs\nimages:\n',
    roles: 'stray head',
  },
  'a conflict without an end': { text: 'operations:\n  - a\n<<<<<<< HEAD\n  - b\n', roles: 'head item stray item' },
  'a conflict at the end': {
    text: 'operations:\n  - a\n<<<<<<< HEAD\n  - b\n=======\n>>>>>>> theirs',
    roles: 'head item',
  },
  'a conflict below a comment': {
    text: '# a\n<<<<<<< HEAD\nregion: a\n=======\n>>>>>>> theirs\n',
    roles: 'trivia stray',
  },
  'a conflict with a marker in a value': {
    text: '<<<<<<< HEAD\na: ">>>>>>> x"\nb: 1\n>>>>>>> theirs\nimages:\n',
    roles: 'stray head',
  },
  'a closing bracket below a comment': { text: '# a\n]\n', roles: 'trivia stray' },
  'marks in the middle of a line': { text: 'a: --- b\nc: ... d\nDear "all"\nwhat? yes\n', roles: 'key key stray' },
  'a question mark in the middle of a line': { text: 'images:\n  a:\n  what? yes\n', roles: 'head entry stray' },
  'prose that quotes': { text: 'Dear "all"\n', roles: 'stray' },
  'text behind an end': { text: 'region: x\n... a\n', roles: 'key marker' },
  'a marker at the end': { text: 'region: x\n---', roles: 'key marker' },
  'a dash at the end': { text: 'operations:\n  -', roles: 'head item' },
  'a dash and nothing else': { text: '-', roles: 'whole' },
  'a colon at the end': { text: 'region: x\n:', roles: 'key' },
  'a key at the end': { text: 'region: x\nimages:', roles: 'key head' },
  'a question mark at the end': { text: 'region: x\n?', roles: 'key key' },
  'a question mark at the end, among entries': { text: 'images:\n  a:\n  ?', roles: 'head entry entry' },
  'blanks at the end': { text: 'images:\n  a:\n  ', roles: 'head entry' },
  'keys with spaces and quotes': { text: 'a b: c\nd "e": f\nimages : # all\n  g:\n', roles: 'key key head entry' },
  'a quoted key whose colon is no end of it': { text: 'region: x\n"a":b: c\n', roles: 'key stray' },
  'blank lines at the end': { text: 'region: x\n\n  \n', roles: 'key' },
  'lone carriage returns': { text: 'operations:\r  - a\rregion: x\n', roles: 'key' },
  CRLF: { text: 'operations:\r\n  - a: 1\r\n\r\n  - b\r\n', roles: 'head item item' },
};

for (const [name, { text, roles }] of Object.entries(cases)) {
  test(`split: ${name}`, () => {
    const { segments } = split(text, startState);
    expect(segments.map(s => s.role + (s.misaligned ? '!' : '')).join(' ')).toBe(roles);
    expect(segments.map(s => s.text).join('')).toBe(text);
  });
}

/** Any offset of a document, or one where a slot starts. */
function offsetIn(document: Document, n: number): number {
  const starts = [...document.slots()].map(slot => document.startOf(slot).offset);
  return n % 2 === 0 || starts.length === 0
    ? (n >> 1) % (document.length + 1)
    : (starts[(n >> 1) % starts.length] as number);
}

test('positions and offsets agree with the text', () => {
  fc.assert(
    fc.property(manifestText, fc.nat(), (text, n) => {
      const document = new Document(text);
      const offset = n % (text.length + 1);
      const { line, character } = document.positionAt(offset);
      const lines = text.slice(0, offset).split(/\r\n|\n|\r/);
      const inBreak = text[offset - 1] === '\r' && text[offset] === '\n';
      if (!inBreak) expect({ line, character }).toEqual({ line: lines.length - 1, character: lines.at(-1)?.length });
      if (!inBreak) expect(document.offsetAt({ line, character })).toBe(offset);
    }),
    { numRuns: 2000 },
  );
});

test.each([
  { text: 'a: b\r\nc: d\r\n', offset: 4, line: 0, character: 4 },
  { text: 'a: b\r\nc: d\r\n', offset: 6, line: 1, character: 0 },
  { text: 'a\rb: c\rd', offset: 2, line: 1, character: 0 },
  { text: 'a\rb: c\rd', offset: 8, line: 2, character: 1 },
  { text: 'a: |\r\n b\r c\n', offset: 11, line: 2, character: 2 },
])('in $text, the offset $offset is in line $line at $character', ({ text, offset, line, character }) => {
  const document = new Document(text);
  expect(document.positionAt(offset)).toEqual({ line, character });
  expect(document.offsetAt({ line, character })).toBe(offset);
});

test('between a carriage return and its line feed is the end of the line', () => {
  expect(new Document('a: b\r\nc: d\r\n').positionAt(5)).toEqual({ line: 0, character: 4 });
});

test('positions of many offsets are those of each', () => {
  fc.assert(
    fc.property(manifestText, fc.array(fc.nat(), { minLength: 1 }), (text, numbers) => {
      const document = new Document(text);
      const [positionOf, rangeOf] = [positionsIn(document), rangesIn(document)];
      for (const offset of numbers.map(n => n % (text.length + 1))) {
        if (text[offset - 1] === '\r' && text[offset] === '\n') continue;
        expect(positionOf(offset)).toEqual(document.positionAt(offset));
        expect(rangeOf({ start: 0, end: offset })).toEqual({ start: positionOf(0), end: positionOf(offset) });
      }
    }),
    { numRuns: 500 },
  );
});

test('a slice is that of the text, and slots come in its order', () => {
  fc.assert(
    fc.property(manifestText, fc.nat(), fc.nat(), (text, a, b) => {
      const document = new Document(text);
      const [start = 0, end = 0] = [offsetIn(document, a), offsetIn(document, b)].sort((x, y) => x - y);
      expect(document.slice(start, end)).toBe(text.slice(start, end));
      expect(document.slice(start, text.length + 9)).toBe(text.slice(start));
      expect(document.length).toBe(text.length);
      const [first, second] = [document.slotAt(start), document.slotAt(end)];
      if (first !== undefined && second !== undefined) {
        expect(first.start <= start && start <= first.start + first.slot.segment.text.length).toBe(true);
        expect(start < first.start + first.slot.segment.text.length || start === text.length).toBe(true);
        expect(document.startOf(first.slot)).toEqual({
          offset: first.start,
          line: document.positionAt(first.start).line,
        });
        expect(document.isBefore(first.slot, second.slot)).toBe(first.start < second.start);
        expect(document.isBefore(second.slot, first.slot)).toBe(false);
      }
    }),
    { numRuns: 1000 },
  );
});

test('the slots of a stretch are those that hold any of it', () => {
  fc.assert(
    fc.property(manifestText, fc.nat(), fc.nat(), (text, a, b) => {
      const document = new Document(text);
      const [start = 0, end = 0] = [offsetIn(document, a), offsetIn(document, b)].sort((x, y) => x - y);
      let offset = 0;
      const holding: unknown[] = [];
      for (const slot of document.slots()) {
        const next = offset + slot.segment.text.length;
        const reaches = start < next || next === text.length;
        if (reaches && (start === end ? offset <= start : offset < end)) {
          holding.push({ slot, start: offset });
        }
        offset = next;
      }
      expect([...document.slotsIn({ start, end })].map(({ slot, start }) => ({ slot, start }))).toEqual(holding);
    }),
    { numRuns: 1000 },
  );
});
