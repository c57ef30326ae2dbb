import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Analysis, defaultSettings } from '../../../server/src/analysis/analysis.ts';
import { parseInventory } from '../../../server/src/facts/inventory/inventory.ts';
import { definition } from '../../../server/src/features/navigation/definition.ts';
import { folds } from '../../../server/src/features/navigation/folding.ts';
import { lineageAt, madeFrom, madeOf } from '../../../server/src/features/navigation/lineage.ts';
import { links } from '../../../server/src/features/navigation/links.ts';
import { highlights, references } from '../../../server/src/features/navigation/references.ts';
import { prepareRename, rename } from '../../../server/src/features/navigation/rename.ts';
import { selections } from '../../../server/src/features/navigation/selectionRange.ts';
import { type OutlineSymbol, symbols } from '../../../server/src/features/navigation/symbols.ts';
import { contains, type Landmark, type Stretch } from '../../../server/src/features/range.ts';
import { atOnce } from '../../../server/src/steps.ts';
import { casesOf, ruleIds, samples } from '../../rules/cases.ts';
import { applied } from '../../support/apply.ts';
import { aPart, manifestText } from '../../support/arbitrary.ts';

const inventory = parseInventory(readFileSync('samples/inventory/images.json', 'utf8'));
const analysisOf = (text: string): Analysis =>
  new Analysis(text, defaultSettings, path => (path.endsWith('images.json') ? inventory : 'missing'));

const texts: readonly (readonly [string, string])[] = [
  ...(['good', 'bad'] as const).flatMap(kind =>
    samples(kind).map(({ file, text }) => [`${kind}/${file}`, text] as const),
  ),
  ...ruleIds.flatMap(rule => casesOf(rule).map((text, i) => [`${rule} ${i + 1}`, text] as const)),
];

/** What goes beyond the text, or has its name elsewhere than in itself. */
function misplaced(
  text: string,
  stretches: readonly Stretch[],
  landmarks: readonly Landmark[] = [],
): readonly Stretch[] {
  const all = [...stretches, ...landmarks.flatMap(({ range, selection }) => [range, selection])];
  const outside = all.filter(({ start, end }) => start < 0 || start > end || end > text.length);
  return [
    ...outside,
    ...landmarks.filter(({ range, selection }) => !contains(range, selection)).map(({ range }) => range),
  ];
}

const flat = (all: readonly OutlineSymbol[]): OutlineSymbol[] => all.flatMap(one => [one, ...flat(one.children)]);

function checkWhole(text: string, analysis: Analysis): void {
  const outline = flat(atOnce(symbols(analysis, 'en')));
  expect(misplaced(text, links(analysis), outline)).toEqual([]);
  expect(outline.filter(({ name }) => name === '')).toEqual([]);
  const overflowing = outline.flatMap(({ range, children }) => children.filter(child => !contains(range, child.range)));
  expect(overflowing).toEqual([]);
  const lines = analysis.document.positionAt(text.length).line;
  expect(atOnce(folds(analysis)).filter(({ startLine, endLine }) => startLine >= endLine || endLine > lines)).toEqual(
    [],
  );
}

/** What is wrong with the answers at an offset. */
function wrongAt(text: string, analysis: Analysis, offset: number): readonly unknown[] {
  const found = definition(analysis, offset);
  const around = selections(analysis, offset);
  const item = lineageAt(analysis, offset, 'en');
  const renamed = prepareRename(analysis, offset);
  const relatives = item ? [item, ...madeFrom(analysis, item, 'en'), ...madeOf(analysis, item, 'en')] : [];
  const stretches = [
    ...(found ? [found.origin] : []),
    ...atOnce(references(analysis, offset, true)),
    ...atOnce(highlights(analysis, offset)),
    ...around,
    ...('refused' in renamed ? [] : [renamed]),
  ];
  const landmarks = [...(found?.targets.map(({ landmark }) => landmark) ?? []), ...relatives];
  const isWhole = around.at(-1)?.start === 0 && around.at(-1)?.end === text.length;
  return [
    ...misplaced(text, stretches, landmarks),
    ...around.filter((stretch, i) => i > 0 && !contains(stretch, around[i - 1] as Stretch)),
    ...(isWhole ? [] : ['the last selection is not the whole text']),
  ];
}

const most = 100;

/** Every offset of a sample; where words begin and end in a case, and in a long one at some of these. */
function offsetsIn(title: string, text: string): readonly number[] {
  if (title.includes('/')) return Array.from({ length: text.length + 1 }, (_, i) => i);
  const ends = [...text.matchAll(/[\w.@-]+|[^\s\w]/g)].flatMap(({ 0: word, index }) => [index, index + word.length]);
  const step = Math.ceil(ends.length / most);
  return ends.filter((_, i) => i % step === 0);
}

describe('at every offset, every feature stays within the text', () => {
  test.each(texts)('%s', { timeout: 60_000 }, (title, text) => {
    const analysis = analysisOf(text);
    checkWhole(text, analysis);
    expect(offsetsIn(title, text).flatMap(offset => wrongAt(text, analysis, offset))).toEqual([]);
  });
});

test('in random texts too, however broken', { timeout: 60_000 }, () => {
  const parts = fc.array(aPart, { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(manifestText, parts, (text, at) => {
      const analysis = analysisOf(text);
      checkWhole(text, analysis);
      expect(at.flatMap(part => wrongAt(text, analysis, Math.round(part * text.length)))).toEqual([]);
    }),
    { numRuns: 200 },
  );
});

/** What is wrong with a text, by rule and in order; but a new name may well end that two things have the same. */
const rulesIn = (text: string): readonly string[] =>
  analysisOf(text)
    .findings()
    .filter(({ rule }) => rule !== 'duplicate-name' && rule !== 'duplicate-key')
    .map(({ rule, severity }) => `${rule} ${severity}`);

const hasTwins = (text: string): boolean =>
  analysisOf(text)
    .findings()
    .some(({ rule }) => rule.startsWith('duplicate-'));

/** Names that can be changed: all of a sample, some of a long case. */
function renameable(title: string, text: string): readonly { readonly offset: number; readonly name: string }[] {
  const analysis = analysisOf(text);
  const found = new Map<number, { offset: number; name: string }>();
  for (const { index } of text.matchAll(/[\w.-]+/g)) {
    const prepared = prepareRename(analysis, index);
    if (!('refused' in prepared)) found.set(prepared.start, { offset: prepared.start, name: prepared.name });
  }
  const all = [...found.values()];
  const step = title.includes('/') ? 1 : Math.ceil(all.length / 12);
  return all.filter((_, i) => i % step === 0);
}

describe('a new name changes nothing but the name, and the old name brings the text back', () => {
  test.each(texts)('%s', { timeout: 60_000 }, (title, text) => {
    for (const { offset, name } of renameable(title, text)) {
      const analysis = analysisOf(text);
      const changes = rename(analysis, offset, 'quite-new');
      if ('refused' in changes) expect.fail(`${name}: ${changes.refused.en}`);
      expect(analysis.document.text).toBe(text);
      const renamed = applied(text, changes);
      expect(renamed).not.toBe(text);
      expect(rulesIn(renamed)).toEqual(rulesIn(text));
      const before = changes.filter(({ end }) => end <= offset);
      const moved = before.reduce((sum, { start, end, text: added }) => sum + added.length - (end - start), 0);
      const back = rename(analysisOf(renamed), offset + moved, name);
      if (!('refused' in back)) expect(applied(renamed, back)).toBe(text);
      else if (!hasTwins(text)) expect.fail(`${name}: ${back.refused.en}`);
    }
  });
});
