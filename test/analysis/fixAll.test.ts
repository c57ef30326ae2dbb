import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Analysis } from '../../server/src/analysis/analysis.ts';
import { compose, trimmed } from '../../server/src/analysis/compose.ts';
import { fixAll } from '../../server/src/analysis/fixAll.ts';
import { applied } from '../support/apply.ts';
import { manifest } from '../support/manifests.ts';

/** `count` operations, of which every tenth has a problem. */
const operations = (count: number, problem: (i: number) => string): string =>
  manifest(
    `account: { cn-north-4: { private_image_quota: 10000 } }\nimages:\n  data: { type: data-disk }\noperations:\n${Array.from(
      { length: count },
      (_, i) =>
        i % 10 === 0
          ? problem(i / 10)
          : `  - action: import-data-disk-image # of the farm\n    name: disk-${i}\n    image_url: "farm:disk-${i}.raw"\n    min_disk: 40 GB\n`,
    ).join('')}`,
  );

const misspelled = (i: number): string => `  - { action: tag, tags: { a: b }, image: data, descripton: ${i} }\n`;
const inOneGo = '  - { action: create-data-disk, image: data, count: 3 }\n';
/** Of each copy the unknown key would be one finding more: the fix does not hold. */
const unfixable = '  - { action: create-data-disk, image: data, count: 3, colour: red }\n';

const large: readonly { name: string; text: string; fixes: number; left: number }[] = [
  { name: 'wrong words', text: operations(1000, misspelled), fixes: 100, left: 0 },
  {
    name: 'violated constraints, of which a tenth has no fix that holds',
    text: operations(10_000, i => (i % 10 === 0 ? unfixable : inOneGo)),
    fixes: 900,
    left: 200,
  },
  { name: 'no fix holds', text: operations(1000, () => unfixable), fixes: 0, left: 200 },
];

test.each(large)('every tenth of many operations: $name', { timeout: 120_000 }, ({ name, text, fixes, left }) => {
  const analysis = new Analysis(text);
  const start = process.cpuUsage();
  const result = fixAll(analysis);
  const seconds = process.cpuUsage(start).user / 1e6;
  console.log(`fix all, ${name}: ${result.count} fixes in ${seconds.toFixed(1)} s`);
  expect(result.count).toBe(fixes);
  expect(analysis.document.text).toBe(text);
  expect(new Analysis(applied(text, result.changes)).findings()).toHaveLength(left);
});

test('only what is meant is fixed, and a suppression that has lost its use goes with the rest', () => {
  const text = manifest(`images:
  data: { type: data-disk }
operations:
  - { action: create-data-disk, image: data, count: 2 }
  - { action: tag, image: dat, tags: { a: b } } # ims-ignore: tag-limit
`);
  const analysis = new Analysis(text);
  const fixed = (rule?: string): string =>
    applied(text, fixAll(analysis, finding => rule === undefined || finding.rule === rule).changes);
  expect(fixed('unknown-reference')).toBe(text.replace('image: dat,', 'image: data,'));
  expect(fixed('unused-suppression')).toBe(text.replace(' # ims-ignore: tag-limit', ''));
  expect(fixed()).toBe(
    `${text
      .replace(
        '{ action: create-data-disk, image: data, count: 2 }',
        '{ action: create-data-disk, image: data, count: 1 }\n  - { action: create-data-disk, image: data, count: 1 }',
      )
      .replace('image: dat,', 'image: data,')
      .replace(' # ims-ignore: tag-limit', '')}`,
  );
});

const sorted = (text: string) =>
  fc
    .array(fc.record({ start: fc.nat(text.length), length: fc.nat(3), text: fc.constantFrom('', 'a', '\r\n', 'xy') }), {
      maxLength: 5,
    })
    .map(all => {
      let end = -1;
      return [...all]
        .sort((a, b) => a.start - b.start)
        .flatMap(({ start, length, text: added }) => {
          if (start <= end) return [];
          end = Math.min(text.length, start + length);
          return [{ start, end, text: added }];
        });
    });

test('changes made one after the other are the same as their composition', () => {
  const text = 'one\r\ntwo three\r\nfour';
  const pairs = sorted(text).chain(first => fc.tuple(fc.constant(first), sorted(applied(text, first))));
  fc.assert(
    fc.property(pairs, ([first, then]) => {
      const composed = compose(first, then);
      const expected = applied(applied(text, first), then);
      expect(applied(text, composed)).toBe(expected);
      expect(
        applied(
          text,
          trimmed(composed, (start, end) => text.slice(start, end)),
        ),
      ).toBe(expected);
      for (const [i, { start }] of composed.entries()) expect(start).toBeGreaterThan(composed[i - 1]?.end ?? -1);
    }),
    { numRuns: 2000 },
  );
});
