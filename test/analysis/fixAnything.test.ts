import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Analysis } from '../../server/src/analysis/analysis.ts';
import type { Finding } from '../../server/src/analysis/finding.ts';
import { fixAll } from '../../server/src/analysis/fixAll.ts';
import { silenceInFile, silenceOnLine } from '../../server/src/analysis/silence.ts';
import { applied } from '../support/apply.ts';
import { manifestText } from '../support/arbitrary.ts';

const told = (analysis: Analysis): unknown[] =>
  analysis.findings().map(({ rule, place, message }) => ({ rule, message, ...analysis.rangeOf(place) }));

const countOf = (text: string, wanted: string): number =>
  new Analysis(text).findings().filter(({ rule }) => rule === wanted).length;

test('whatever the text, fixes can be tried, and leave no trace', { timeout: 120_000 }, () => {
  let fixes = 0;
  fc.assert(
    fc.property(manifestText, text => {
      const analysis = new Analysis(text);
      const before = told(analysis);
      for (const finding of analysis.findings()) {
        fixes += analysis.fixes(finding).length;
        for (const silence of [silenceOnLine(analysis, finding), silenceInFile(analysis, finding)]) {
          if (silence === undefined) continue;
          const left = new Analysis(applied(text, silence.changes)).findings();
          const countOf = (rule: string, all: readonly Finding[]): number =>
            all.filter(one => one.rule === rule).length;
          expect(countOf(finding.rule, left)).toBeLessThan(countOf(finding.rule, analysis.findings()));
          for (const { rule } of left) {
            if (rule === 'unused-suppression') continue;
            expect(countOf(rule, left)).toBeLessThanOrEqual(countOf(rule, analysis.findings()));
          }
        }
      }
      const { changes, count } = fixAll(analysis);
      fixes += count;
      const result = applied(text, changes);
      expect(countOf(result, 'yaml-syntax')).toBeLessThanOrEqual(countOf(text, 'yaml-syntax'));
      expect(fixAll(new Analysis(result)).changes).toEqual([]);
      expect(analysis.document.text).toBe(text);
      expect(told(analysis)).toEqual(before);
      expect(told(new Analysis(text))).toEqual(before);
    }),
    { numRuns: Number(process.env.FIX_RUNS ?? 200) },
  );
  console.log(`fixes of anything: ${fixes}`);
});
