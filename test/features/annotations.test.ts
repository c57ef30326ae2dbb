import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Analysis } from '../../server/src/analysis/analysis.ts';
import { codeLenses } from '../../server/src/features/codeLens.ts';
import { format } from '../../server/src/features/format.ts';
import { inlayHints } from '../../server/src/features/inlayHints.ts';
import { operationAt } from '../../server/src/features/tally.ts';
import { atOnce } from '../../server/src/steps.ts';
import { edits, manifestText } from '../support/arbitrary.ts';

const samples = ['good', 'bad'].flatMap(folder =>
  readdirSync(`samples/${folder}`).map(file => readFileSync(`samples/${folder}/${file}`, 'utf8')),
);

const text = fc.oneof({ weight: 3, arbitrary: manifestText }, { weight: 1, arbitrary: fc.constantFrom(...samples) });

/** All that is shown beside a text, and what formatting it changes. */
function shown(analysis: Analysis): unknown {
  const { length } = analysis.document;
  return {
    lenses: Array.from(codeLenses(analysis), stretch => ({
      ...stretch,
      tally: operationAt(analysis, analysis.document.offsetAt(stretch.start))?.tally,
    })),
    hints: inlayHints(analysis, { start: 0, end: length }).map(({ offset, facts }) => ({
      offset,
      facts: facts.map(({ label, reason, from }) => ({ label, reason, from: from && analysis.rangeOf(from) })),
    })),
    changes: atOnce(format(analysis, { start: 0, end: length }, 2)),
  };
}

test('after any edits, all that is shown is that of the text from scratch', () => {
  fc.assert(
    fc.property(text, edits, (start, script) => {
      const analysis = new Analysis(start);
      let expected = start;
      for (const { at, remove, insert } of script) {
        const from = Math.floor(at * (expected.length + 1));
        const to = Math.min(expected.length, from + remove);
        shown(analysis);
        analysis.edit({ start: from, end: to, text: insert });
        expected = expected.slice(0, from) + insert + expected.slice(to);
      }
      expect(shown(analysis)).toEqual(shown(new Analysis(expected)));
    }),
    { numRuns: 100 },
  );
}, 60_000);

test('every lens has its tally, and every hint is in the stretch', () => {
  fc.assert(
    fc.property(text, fc.nat(), fc.nat(), (text, a, b) => {
      const analysis = new Analysis(text);
      for (const { start } of codeLenses(analysis)) {
        const offset = analysis.document.offsetAt(start);
        expect(operationAt(analysis, offset)?.action.start).toBe(offset);
      }
      const [start = 0, end = 0] = [a % (text.length + 1), b % (text.length + 1)].sort((x, y) => x - y);
      const all = inlayHints(analysis, { start: 0, end: text.length }).map(({ offset }) => offset);
      const some = inlayHints(analysis, { start, end }).map(({ offset }) => offset);
      expect(some).toEqual(all.filter(offset => start <= offset && offset <= end));
    }),
    { numRuns: 300 },
  );
}, 60_000);
