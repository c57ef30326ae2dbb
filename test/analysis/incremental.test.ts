import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Analysis, defaultSettings } from '../../server/src/analysis/analysis.ts';
import { atOnce } from '../../server/src/steps.ts';
import { edits, inventories, linkedText, manifestText } from '../support/arbitrary.ts';
import { seen } from '../support/seen.ts';

const samples = ['good', 'bad'].flatMap(folder =>
  readdirSync(`samples/${folder}`).map(file => readFileSync(`samples/${folder}/${file}`, 'utf8')),
);

const text = fc.oneof(
  { weight: 3, arbitrary: manifestText },
  { weight: 2, arbitrary: linkedText },
  { weight: 1, arbitrary: fc.constantFrom(...samples) },
);

const numRuns = 2500;

/** How much of a text is looked at before each edit: all of it, or some blocks. */
const ahead = fc.constantFrom(Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, 0, 1, 2);

test('after any edits, also of a text that is still being opened, trees and findings are those of the text from scratch', () => {
  let sequences = 0;
  const seed = Date.now() % 2 ** 31;
  fc.assert(
    fc.property(text, edits, ahead, (start, script, blocks) => {
      const analysis = new Analysis(start, defaultSettings, inventories, 'later');
      const steps = analysis.open();
      let expected = start;
      for (const { at, remove, insert } of script) {
        for (let i = 0; i < blocks && steps.next().done !== true; ) i++;
        const from = Math.floor(at * (expected.length + 1));
        const to = Math.min(expected.length, from + remove);
        analysis.edit({ start: from, end: to, text: insert });
        expected = expected.slice(0, from) + insert + expected.slice(to);
        expect(analysis.document.text).toBe(expected);
      }
      atOnce(steps);
      expect(analysis.isOpen).toBe(true);
      expect(seen(analysis)).toEqual(seen(new Analysis(expected, defaultSettings, inventories)));
      sequences++;
    }),
    { numRuns, seed },
  );
  console.log(`incremental law: ${sequences} edit sequences, seed ${seed}`);
}, 300_000);
