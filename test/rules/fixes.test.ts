import { expect, test } from 'vitest';
import { brokenFixes, casesOf, fixed, ruleIds, samples, titleOf } from './cases.ts';

const manifests = [
  ...ruleIds.flatMap(rule => casesOf(rule).map(text => ({ name: `${rule}: ${titleOf(text)}`, text }))),
  ...[...samples('good'), ...samples('bad')].map(({ file, text }) => ({ name: file, text })),
].flatMap(({ name, text }) => [
  { name, text },
  { name: `${name} (CRLF)`, text: text.replaceAll('\n', '\r\n') },
]);

test.each(manifests.map(({ name, text }) => [name, text]))(
  'each fix takes its finding away and adds none: %s',
  (_, text) => expect(brokenFixes(text)).toEqual([]),
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
