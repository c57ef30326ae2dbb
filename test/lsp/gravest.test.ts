import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Finding, Severity } from '../../server/src/analysis/finding.ts';
import { severityOf } from '../../server/src/lsp/convert.ts';
import { Gravest } from '../../server/src/lsp/gravest.ts';

const severity = fc.constantFrom<Severity>('error', 'warning', 'information', 'hint');
const finding = fc.record({ severity }) as fc.Arbitrary<Finding>;
const lists = fc.array(fc.array(finding, { minLength: 1, maxLength: 5 }), { maxLength: 6 });

test('the gravest are told, of those alike the first, and of the rest how many and which is next', () => {
  fc.assert(
    fc.property(lists, fc.integer({ min: 1, max: 12 }), (lists, most) => {
      const all = lists.flat();
      const sorted = all.toSorted((a, b) => severityOf[a.severity] - severityOf[b.severity]);
      const told = new Set(all.length <= most ? all : sorted.slice(0, Math.max(1, most - 1)));
      const gravest = new Gravest();
      for (let i = 0; i < 2; i++) {
        const chosen = gravest.of(lists, most);
        expect(chosen.told.flat()).toEqual(all.filter(finding => told.has(finding)));
        expect(chosen.rest?.count ?? 0).toBe(all.length - told.size);
        expect(chosen.rest?.first).toBe(sorted[told.size]);
        for (const [at, list] of lists.entries()) {
          if (list.every(finding => told.has(finding))) expect(chosen.told[at]).toBe(list);
        }
      }
    }),
    { numRuns: 2000 },
  );
});
