import { afterAll, beforeAll, expect, test } from 'vitest';
import { manifest, twoFindings } from '../support/manifests.ts';
import { Client } from './client.ts';

let client: Client;
beforeAll(async () => {
  client = await Client.start();
});
afterAll(() => client.stop());

const long = 'x'.repeat(5_000_000);

const alias = (to: number): string => `[${Array(9).fill(`*a${to}`)}]`;
const bomb = Array.from({ length: 40 }, (_, i) => `  a${i}: &a${i} ${i === 0 ? '[lol]' : alias(i - 1)}`).join('\n');

const texts: Readonly<Record<string, string>> = {
  'an empty file': '',
  'only a byte order mark': '\ufeff',
  'only line breaks': '\n'.repeat(10_000),
  'not YAML': '%PDF-1.7\n\x00\x01\x02}{][\t"\'\n\t- : ? |\n',
  HTML: '<!doctype html><html><body class="a"><p>not a manifest: [</p></body></html>',
  JSON: JSON.stringify({ apiVersion: 'ims/v1', region: 'cn-north-4', operations: [{ action: 'share' }] }),
  'another version': twoFindings.replace('ims/v1', 'ims/v9'),
  'a scalar': 'hello',
  'a list': '- a\n- b\n',
  'a 5 MB value': manifest(`operations:\n  - action: share\n    image: ${long}\n`),
  'a 5 MB line of nothing': long,
  'a 5 MB flow list': manifest(
    `operations:\n  - action: share\n    image: a\n    tenants: [${`${'x'.repeat(1000)}, `.repeat(5000)}]\n`,
  ),
  'an alias bomb': manifest(`images:\n${bomb}\noperations: *a39\n`),
  'deep nesting': manifest(`operations: ${'['.repeat(20_000)}`),
  'deep indentation': Array.from({ length: 2000 }, (_, i) => `${' '.repeat(i)}a:`).join('\n'),
  'a merge of itself': manifest('images: &a\n  <<: *a\n'),
  'conflict markers': twoFindings.replace(
    '    size: 160 GB\n',
    '<<<<<<< HEAD\n    size: 160 GB\n=======\n    size: 1 GB\n>>>>>>> b\n',
  ),
};

test.each(Object.entries(texts))('%s is answered in time, and the server lives', async (_, text) => {
  const document = await client.open(text);
  const started = performance.now();
  await document.diagnostics();
  expect(performance.now() - started).toBeLessThan(text.length > 1_000_000 ? 3000 : 1000);
  await document.hover(text.slice(0, 1));
  await document.close();
  expect(client.logged).toEqual([]);
  expect(await (await client.open(twoFindings)).findings()).toHaveLength(2);
});
