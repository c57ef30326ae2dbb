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
  const text = sources.join('\n');
  const said = found(text, /\b(?:l10n\.t|say)\(\s*'([^']+)'/g);
  expect(keys('l10n/bundle.l10n.zh-cn.json')).toEqual(said);
  // What is no plain text in the source is not found here, nor can it be translated.
  expect(text.match(/\bl10n\.t\((?!\s*'|text, \.\.\.values\))/g)).toBeNull();
});

test.each(['package.nls.zh-cn.json', 'l10n/bundle.l10n.zh-cn.json'])(
  '%s has Chinese for every text, with its parts',
  path => {
    const texts: Record<string, string> = JSON.parse(read(path));
    const originals: Record<string, string> = path.startsWith('l10n') ? {} : JSON.parse(read('package.nls.json'));
    const parts = (text: string) =>
      found(text, /(\{\d\}|`[^`]*`|\(command:[^)]*\))/g).filter(part => !/\p{Letter} \p{Letter}/u.test(`${part}`));
    for (const [key, text] of Object.entries(texts)) {
      expect(text).toMatch(/\p{Script=Han}/u);
      expect(parts(text), key).toEqual(parts(originals[key] ?? key));
    }
  },
);
