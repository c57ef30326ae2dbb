import fc from 'fast-check';
import { expect, test } from 'vitest';
import { opensDocument } from '../../server/src/syntax/block.ts';
import { Document } from '../../server/src/syntax/document.ts';
import { parseSegment } from '../../server/src/syntax/parse.ts';
import { type Segment, split, startState } from '../../server/src/syntax/split.ts';
import { edits, manifestText } from '../support/arbitrary.ts';

const told = ({ role, misaligned, section, text }: Segment): string =>
  `${role}${misaligned ? '!' : ''} of ${section} ${JSON.stringify(text)}`;

const cut = (text: string): readonly Segment[] => split(text, startState).segments;

test.each([
  { what: 'the indentation of the first item', text: 'operations:\n  - a\n  - b\n', old: '  - a', now: '    - a' },
  { what: 'a list to a map', text: 'images:\n  - a\n  b: c\n  - d\n', old: '- a', now: 'a: 1' },
  { what: 'the name of a section', text: 'images:\n  a: 1\n  b: 2\n', old: 'images', now: 'servers' },
  { what: 'a section to one that is not split', text: 'images:\n  a: 1\n  b: 2\n', old: 'images', now: 'image' },
  { what: 'the key of a section to a value', text: 'images:\n  a: 1\n  b: 2\n', old: 'images:', now: 'images: c' },
  { what: 'the key of a section to an explicit one', text: 'images:\n  a: 1\n', old: 'images:', now: '? images' },
  { what: 'a blank line above a bracket to a marker', text: '\n]\n', old: '\n', now: '---\n' },
  { what: 'a marker to a value', text: 'a: 1\n---\n[b]\n', old: '---', now: 'c: 2' },
  { what: 'a key to an open list', text: 'a: 1\nb: 2\nc: 3\n---\nd: 4\n', old: 'a: 1', now: '[a: 1' },
  { what: 'the last item to a word', text: 'operations:\n  - a\n  - b\nregion: x\n', old: '- b', now: 'b' },
])('$what: what follows is cut as in the text from scratch', ({ text, old, now }) => {
  const document = new Document(text);
  const start = text.indexOf(old);
  document.edit({ start, end: start + old.length, text: now });
  expect([...document.slots()].map(({ segment }) => segment)).toEqual(cut(text.replace(old, now)));
});

const wide = 'operations:\n  - a\n  - b\n  - c\nimages:\n  d: {}\nregion: x\n';

test.each([
  { what: 'a letter', old: '- b', now: '- bb', fresh: ['  - bb\n'], gone: [], isShifted: false },
  { what: 'a line more', old: '- b\n', now: '- b\n    e\n', fresh: ['  - b\n    e\n'], gone: [] },
  { what: 'an item more', old: '  - b\n', now: '  - b\n  - e\n', fresh: ['  - e\n'], gone: [] },
  { what: 'an item less', old: '  - b\n', now: '', fresh: [], gone: ['  - b\n'] },
  { what: 'an item into two', old: '  - b\n', now: '  - e\n  - f\n', fresh: ['  - e\n', '  - f\n'], gone: [] },
  { what: 'the same again', old: '- b', now: '- b', fresh: [], gone: [], isShifted: false },
  { what: 'a word', old: '- b\n', now: '- b\n  e\n', fresh: ['  e\n'], gone: [] },
  { what: 'the name of a section', old: 'images', now: 'servers', fresh: ['servers:\n', '  d: {}\n'], gone: [] },
  { what: 'the last key', old: 'region: x\n', now: '', fresh: [], gone: ['region: x\n'] },
  { what: 'a document', old: 'images', now: '---\nimages', fresh: ['---\n', 'images:\n'], gone: [], isRegrouped: true },
])('touched by $what', ({ old, now, fresh, gone, isRegrouped = false, isShifted = true }) => {
  const document = new Document(wide);
  const start = wide.indexOf(old);
  const removed = [...document.slots()].filter(({ segment }) => gone.some(text => text === segment.text));
  const change = document.edit({ start, end: start + old.length, text: now });
  expect(change.fresh.map(({ segment }) => segment.text)).toEqual(fresh);
  expect(change.removed).toEqual(removed);
  expect(change.isRegrouped).toBe(isRegrouped);
  expect(document.editions.since(0)?.from !== Number.POSITIVE_INFINITY).toBe(isShifted);
});

test('what is taken back has its slot again', () => {
  const document = new Document(wide);
  const start = wide.indexOf('  - b');
  const slot = document.slotAt(start)?.slot;
  document.edit({ start, end: start + 6, text: '' });
  document.edit({ start: 0, end: 0, text: '# e\n' });
  document.edit({ start: start + 4, end: start + 4, text: '  - b\n' });
  expect(document.slotAt(start + 4)?.slot).toBe(slot);
});

test.each([
  { text: 'images:\n  a: {}\nregion: x\n', blocks: ['images:\n  a: {}\n', 'region: x\n'] },
  { text: '[a]\n---\n[b]\n...\n---\n', blocks: ['[a]\n', '---\n[b]\n', '...\n', '---\n'] },
  { text: '--- [a]\n--- [b]\n', blocks: ['--- [a]\n', '--- [b]\n'] },
])('a block is of one section, and of one document: $text', ({ text, blocks }) => {
  const textOf = ({ slots }: Document['blocks'][number]): string => slots.map(({ segment }) => segment.text).join('');
  expect(new Document(text).blocks.map(textOf)).toEqual(blocks);
});

test.each([
  { items: 1, sizes: [2] },
  { items: 31, sizes: [32] },
  { items: 32, sizes: [17, 16] },
  { items: 99, sizes: [25, 25, 25, 25] },
])('a section of $items items is in blocks of $sizes', ({ items, sizes }) => {
  const text = `operations:\n${'  - a\n'.repeat(items)}region: x\n`;
  const sizesOf = (document: Document): number[] => document.blocks.map(({ slots }) => slots.length);
  const document = new Document(text);
  expect(sizesOf(document)).toEqual([...sizes, 1]);
  const grown = new Document(`operations:\n${'  - a\n'.repeat(items - 1)}region: x\n`);
  grown.edit({ start: 12, end: 12, text: '  - a\n' });
  expect(grown.text).toBe(text);
  expect(Math.max(...sizesOf(grown))).toBeLessThanOrEqual(32);
});

test('a document after edits is cut as its text is', () => {
  fc.assert(
    fc.property(manifestText, edits, (text, script) => {
      const document = new Document(text);
      let expected = text;
      for (const { at, remove, insert } of script) {
        const start = Math.floor(at * (expected.length + 1));
        const end = Math.min(expected.length, start + remove);
        document.edit({ start, end, text: insert });
        expected = expected.slice(0, start) + insert + expected.slice(end);
        expect(document.text).toBe(expected);
        expect([...document.slots()].map(({ segment }) => segment)).toEqual(cut(expected));
        document.blocks.forEach((block, i) => {
          expect(block.index).toBe(i);
          expect(block.length).toBe(block.slots.reduce((n, s) => n + s.segment.text.length, 0));
          expect(new Set(block.slots.map(s => s.segment.section)).size).toBe(1);
          for (const slot of block.slots) expect(slot.block).toBe(block);
        });
      }
    }),
    { numRuns: 2000 },
  );
});

/** What is true of a document, for those who remember its slots and blocks. */
function stateOf(document: Document) {
  let line = 0;
  const starts: unknown[] = document.blocks.flatMap(block => {
    const start = line;
    line += block.lines;
    return [block, start];
  });
  return {
    segments: new Map([...document.slots()].map(slot => [slot, told(slot.segment)] as const)),
    blocks: [...document.blocks],
    opening: [...document.slots()].filter(({ segment }) => opensDocument(segment)),
    starts: [...starts, line],
    edition: document.editions.now,
  };
}

const isSame = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((one, i) => one === b[i]);

test('an edit tells what it touched, and leaves the rest as it was', () => {
  fc.assert(
    fc.property(manifestText, edits, (text, script) => {
      const document = new Document(text);
      for (const { at, remove, insert } of script) {
        const trees = new Map([...document.slots()].map(slot => [slot, slot.tree] as const));
        const before = stateOf(document);
        const start = Math.floor(at * (document.length + 1));
        const change = document.edit({ start, end: Math.min(document.length, start + remove), text: insert });
        const after = stateOf(document);
        const fresh = new Set(change.fresh);
        for (const [slot, segment] of after.segments) {
          if (fresh.has(slot)) {
            expect(slot.tree).toEqual(parseSegment(slot.segment.text));
          } else {
            expect(segment).toBe(before.segments.get(slot));
            expect(slot.tree).toBe(trees.get(slot));
          }
        }
        const gone = [...before.segments.keys()].filter(slot => !after.segments.has(slot));
        expect(isSame(change.removed, gone)).toBe(true);
        expect(change.fresh.every(({ block }) => change.blocks.includes(block))).toBe(true);
        expect(
          isSame(
            change.removedBlocks,
            before.blocks.filter(block => !after.blocks.includes(block)),
          ),
        ).toBe(true);
        const come = after.blocks.filter(block => !before.blocks.includes(block));
        expect(come.every(block => change.blocks.includes(block))).toBe(true);
        expect(after.edition).toBe(before.edition + 1);
        const { blocks = [], from = 0 } = document.editions.since(before.edition) ?? {};
        expect(isSame(blocks, change.blocks)).toBe(true);
        const above = Math.min(2 * from, after.starts.length);
        expect(isSame(before.starts.slice(0, above), after.starts.slice(0, above))).toBe(true);
        if (!change.isRegrouped) expect(isSame(before.opening, after.opening)).toBe(true);
      }
    }),
    { numRuns: 300 },
  );
});
