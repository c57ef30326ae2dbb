import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { choices, type ListedRule, pagePath } from '../../client/src/ruleMenu.ts';

const rules: readonly ListedRule[] = ['a', 'b', 'c'].map(id => ({
  id,
  constraint: { en: `${id} en`, zh: `${id} zh` },
}));

test.each([
  { found: [], order: ['a', 'b', 'c'] },
  { found: ['c'], order: ['c', 'a', 'b'] },
  { found: ['c', 'b', 'c'], order: ['c', 'b', 'a'] },
  { found: ['something-else'], order: ['a', 'b', 'c'] },
])('the rules found at the cursor come first: $found', ({ found, order }) => {
  expect(choices(rules, found, 'en').map(({ label }) => label)).toEqual(order);
});

test.each([
  { language: 'en', detail: 'a en', path: 'a.md' },
  { language: 'de', detail: 'a en', path: 'a.md' },
  { language: 'zh-cn', detail: 'a zh', path: 'zh-cn/a.md' },
])('$language', ({ language, detail, path }) => {
  expect(choices(rules, [], language)[0]?.detail).toBe(detail);
  expect(pagePath('a.md', language)).toBe(path);
});

test('each rule that the extension lists has a page in both languages', () => {
  const folder = new URL('../../docs/rules/', import.meta.url);
  const listed: readonly ListedRule[] = JSON.parse(readFileSync(new URL('rules.json', folder), 'utf8'));
  expect(listed.length).toBeGreaterThan(0);
  for (const { label, detail } of choices(listed, [], 'zh-cn')) {
    expect(readFileSync(new URL(pagePath(`${label}.md`, 'zh-cn'), folder), 'utf8')).toContain(detail);
  }
  for (const { label, detail } of choices(listed, [], 'en')) {
    expect(readFileSync(new URL(pagePath(`${label}.md`, 'en'), folder), 'utf8')).toContain(detail);
  }
});
