import { expect, test } from 'vitest';
import { Analysis } from '../../server/src/analysis/analysis.ts';
import { applied } from '../support/apply.ts';
import { casesOf, fixed, ruleIds, samples, titleOf } from './cases.ts';

const manifests = [
  ...ruleIds.flatMap(rule => casesOf(rule).map(text => ({ name: `${rule}: ${titleOf(text)}`, text }))),
  ...[...samples('good'), ...samples('bad')].map(({ file, text }) => ({ name: file, text })),
].flatMap(({ name, text }) => [
  { name, text },
  { name: `${name} (CRLF)`, text: text.replaceAll('\n', '\r\n') },
]);

/** Rules whose fixes correct a word, and so may reveal what the broken one hid. */
const revealing = ['unknown-key', 'invalid-value', 'unknown-reference', 'missing-key'];

const countByRule = (text: string): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const { rule } of new Analysis(text).findings()) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  return counts;
};

test.each(manifests.map(({ name, text }) => [name, text]))(
  'each fix takes its finding away and adds none: %s',
  (_, text) => {
    const before = countByRule(text);
    const analysis = new Analysis(text);
    for (const finding of analysis.findings()) {
      for (const fix of analysis.fixes(finding)) {
        const after = countByRule(applied(text, fix.changes));
        const label = `${finding.rule}: ${fix.title.en}`;
        if (!revealing.includes(finding.rule)) {
          expect(after.get(finding.rule) ?? 0, label).toBeLessThan(before.get(finding.rule) ?? 0);
          const added = [...after].filter(([rule, count]) => count > (before.get(rule) ?? 0));
          expect(added, label).toEqual([]);
        }
      }
    }
  },
);

test.each(manifests.map(({ name, text }) => [name, text]))('fixing all comes to an end: %s', (_, text) => {
  const once = fixed(text);
  expect(fixed(once)).toBe(once);
});

test.each(manifests.map(({ name, text }) => [name, text]))('fixes keep to the line ending: %s', (_, text) => {
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  expect(
    fixed(text)
      .match(/\r?\n/g)
      ?.every(found => found === eol),
  ).toBe(true);
});
