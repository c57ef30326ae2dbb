import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  beginsLine,
  columnOf,
  endOfBlock,
  erase,
  indentationOf,
  lineEnd,
  lineStart,
  nextLine,
  openColumns,
  restOfLine,
  skipWhite,
  trimEnd,
} from '../../server/src/syntax/lines.ts';

const text = fc
  .array(fc.constantFrom('a', '-', ' ', '  ', '\t', '\n', '\n', '\r\n'), { maxLength: 12 })
  .map(parts => parts.join(''));

const isWhite = (character: string | undefined): boolean => character !== undefined && ' \t\r\n'.includes(character);

test('where an offset is in its line', () => {
  fc.assert(
    fc.property(text, fc.nat(), (text, n) => {
      const offset = n % (text.length + 1);
      const before = text.slice(0, offset).split('\n').at(-1) as string;
      const after = text.slice(offset).split('\n')[0] as string;
      expect(lineStart(text, offset)).toBe(offset - before.length);
      expect(columnOf(text, offset)).toBe(before.length);
      expect(nextLine(text, offset)).toBe(Math.min(text.length, offset + after.length + 1));
      const end = offset + after.replace(/[ \t\r]+$/, '').length;
      expect(lineEnd(text, offset)).toBe(end);
      expect(restOfLine(text, offset)).toEqual({ start: offset, end });
      const [indentation = ''] = /^[ \t]*/.exec(before) ?? [];
      expect(indentationOf(text, offset)).toBe(indentation);
      expect(beginsLine(text, offset)).toBe(indentation === before);
    }),
    { numRuns: 1000 },
  );
});

test('white space around an offset is passed, to the limit and no further', () => {
  fc.assert(
    fc.property(text, fc.nat(), fc.nat(), (text, a, b) => {
      const [start = 0, end = 0] = [a % (text.length + 1), b % (text.length + 1)].sort((x, y) => x - y);
      const trimmed = trimEnd(text, start, end);
      expect(trimmed === start || !isWhite(text[trimmed - 1])).toBe(true);
      expect([...text.slice(trimmed, end)].every(isWhite)).toBe(true);
      const skipped = skipWhite(text, start);
      expect(isWhite(text[skipped])).toBe(false);
      expect([...text.slice(start, skipped)].every(isWhite)).toBe(true);
    }),
    { numRuns: 1000 },
  );
});

test('what is erased leaves its line breaks', () => {
  expect(erase('ab\ncd\nef', [])).toBe('ab\ncd\nef');
  expect(
    erase('ab\ncd\nef', [
      { start: 1, end: 4 },
      { start: 6, end: 7 },
    ]),
  ).toBe('a \n d\n f');
});

test.each([
  { text: 'a:\n  b\n\n    c  \n d\n', more: 1, block: 'a:\n  b\n\n    c' },
  { text: 'a: \n  b\n', more: 2, block: 'a:' },
  { text: 'a\n\n\n', more: 0, block: 'a' },
  { text: 'a\n\tb\nc', more: 0, block: 'a\n\tb' },
  { text: 'a\n b', more: 0, block: 'a\n b' },
])('of $text, with what is indented by more than $more, the block is $block', ({ text, more, block }) => {
  expect(
    text.slice(
      0,
      endOfBlock(text, 0, ({ length }) => length > more),
    ),
  ).toBe(block);
});

test.each([
  { above: '', columns: [] },
  { above: 'a:\n', columns: [0] },
  { above: 'a:\n  b:\n    c: 1\n', columns: [0, 2, 4] },
  { above: 'a:\n    b: 1\n  c:\n', columns: [0, 2] },
  { above: '- a: 1\n', columns: [0, 2] },
  { above: '  - - a: 1\n', columns: [2, 4, 6] },
  { above: '-   a: 1\n', columns: [0, 4] },
  { above: 'a:\n\n  \n  # b\n', columns: [0, 2] },
  { above: '    a\n  - b\n\n', columns: [2, 4] },
  { above: '- a\n  b\n', columns: [0, 2] },
  { above: 'a:\r\n  \r\n', columns: [0] },
  { above: '  a:\n- \n', columns: [0, 2] },
])('below $above, collections are open at $columns', ({ above, columns }) => {
  expect([...openColumns(`${above}x`, above.length)].sort((a, b) => a - b)).toEqual(columns);
});
