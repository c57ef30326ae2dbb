import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const root = new URL('../../', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root), 'utf8');
const keys = (path: string) => Object.keys(JSON.parse(read(path))).sort();
const found = (text: string, pattern: RegExp) =>
  [...new Set([...text.matchAll(pattern)].map(match => match[1]))].sort();

test('the manifest of the extension is told in both languages', () => {
  const used = found(read('package.json'), /"%([^%"]+)%"/g);
  expect(keys('package.nls.json')).toEqual(used);
  expect(keys('package.nls.zh-cn.json')).toEqual(used);
});

test('what the client says is told in both languages', () => {
  const sources = readdirSync(new URL('client/src', root)).map(file => read(`client/src/${file}`));
  const said = found(sources.join('\n'), /l10n\.t\('([^']+)'/g);
  expect(keys('l10n/bundle.l10n.zh-cn.json')).toEqual(said);
});
