import { expect, test } from 'vitest';
import { Analysis, defaultSettings } from '../../server/src/analysis/analysis.ts';
import { Inventory } from '../../server/src/facts/inventory/inventory.ts';
import { applied } from '../support/apply.ts';
import { manifest } from '../support/manifests.ts';

const twins = new Inventory([
  { id: '11111111-1111-1111-1111-111111111111', name: 'twin' },
  { id: '22222222-2222-2222-2222-222222222222', name: 'twin' },
  { id: '33333333-3333-3333-3333-333333333333', name: 'sealed-unencrypted' },
  { id: '', name: 'half' },
  { id: '44444444-4444-4444-4444-444444444444', name: 'half' },
]);

/** The titles of the fixes of the first finding of a rule, and the texts that they lead to. */
function fixesOf(text: string, rule: string): readonly { title: string; result: string }[] {
  const analysis = new Analysis(text, defaultSettings, () => twins);
  const finding = analysis.findings().find(found => found.rule === rule);
  if (finding === undefined) throw new Error(`no ${rule}`);
  return analysis.fixes(finding).map(({ title, changes }) => ({ title: title.en, result: applied(text, changes) }));
}

test('of an image that two of an inventory may be, each is a fix, by its id', () => {
  const text = manifest('inventory: a.json\noperations:\n  - { action: delete, image: "twin" } # which?\n');
  expect(fixesOf(text, 'unknown-reference')).toEqual(
    ['11111111-1111-1111-1111-111111111111', '22222222-2222-2222-2222-222222222222'].map(id => ({
      title: `Use the image with the id \`${id}\``,
      result: text.replace('"twin"', `"${id}"`),
    })),
  );
});

test('a size in bytes is told in short, and written exactly', () => {
  const text = manifest('images:\n  a: { __image_size: 1500000000 }\n');
  expect(fixesOf(text, 'unknown-key')).toEqual([
    {
      title: 'Rename to `size`, as 1.396984 GB',
      result: text.replace('__image_size: 1500000000', 'size: 1.3969838619232178 GB'),
    },
  ]);
});

test('an image with an empty id cannot be meant by it', () => {
  const text = manifest('inventory: a.json\noperations:\n  - { action: delete, image: half }\n');
  expect(fixesOf(text, 'unknown-reference').map(({ title }) => title)).toEqual([
    'Use the image with the id `44444444-4444-4444-4444-444444444444`',
  ]);
});

test('a declaration that an inventory completes gets the id that it means', () => {
  const text = manifest('inventory: a.json\nimages:\n  twin:\n    size: 3 GB\noperations: []\n');
  expect(fixesOf(text, 'unknown-reference').map(({ result }) => result)).toEqual([
    text.replace('size: 3 GB', 'size: 3 GB\n    id: 11111111-1111-1111-1111-111111111111'),
    text.replace('size: 3 GB', 'size: 3 GB\n    id: 22222222-2222-2222-2222-222222222222'),
  ]);
});

test('a copy does not get the name of an image that is made further down, or that an inventory has', () => {
  const text = manifest(`inventory: a.json
images:
  sealed: { type: system-disk, encrypted: true }
operations:
  - { action: publish, image: sealed }
  - { action: replicate, image: sealed, name: sealed-unencrypted-2 }
`);
  const [fix] = fixesOf(text, 'encrypt-publish');
  expect(fix?.result).toContain('- { action: publish, image: sealed-unencrypted-3 }');
});

test('a fix may change the numbers that another finding tells', () => {
  const text = manifest(`images:
  web: { type: system-disk, encrypted: false, tenants: 127 }
operations:
  - { action: share, image: web, tenants: [a, b, c] }
  - { action: share, image: web, tenants: [d] }
`);
  const messages = (of: string): string[] => new Analysis(of).findings().map(({ message }) => message.en);
  const [fix] = fixesOf(text, 'share-tenant-limit');
  expect(fix?.result).toContain('tenants: [a] }');
  expect(messages(text)).toHaveLength(2);
  expect(messages(fix?.result ?? '')).toHaveLength(1);
  expect(messages(text)).not.toContain(messages(fix?.result ?? '')[0]);
});

test('a fix that would move its problem elsewhere is none', () => {
  const text = manifest(`images:
  web: { type: system-disk, published: true }
operations:
  - { action: delete, image: web }
  - { action: unpublish, image: web }
  - { action: tag, image: web, tags: { a: b } }
`);
  const [fix] = fixesOf(text, 'delete-published');
  expect(fix).toBeUndefined();
});

test.each([
  { counts: [20_000], fixes: 1 },
  { counts: [20_001], fixes: 0 },
  { counts: [9_000, 9_000], fixes: 1 },
  { counts: [15_000, 15_000], fixes: 0 },
])('$counts servers at the same time: what nobody would want to have written out is no fix', ({ counts, fixes }) => {
  const members = counts.map(count => `      - { action: create-servers, image: web, count: ${count} }\n`).join('');
  const text = manifest(`images:\n  web: { type: system-disk }\noperations:\n  - parallel:\n${members}`);
  expect(fixesOf(text, 'server-batch')).toHaveLength(fixes);
});

test('to try fixes costs what they touch, and leaves all as it was', () => {
  const operations = Array.from(
    { length: 2000 },
    (_, i) =>
      `  - { action: import-data-disk-image, name: d-${i}, image_url: "b:${i}.raw", size: 160 GB, min_disk: 400 }\n`,
  ).join('');
  const analysis = new Analysis(manifest(`operations:\n${operations}`));
  const findings = analysis.findings();
  const before = analysis.work().evaluated;
  expect(analysis.fixes(findings[1000] as (typeof findings)[number])).toHaveLength(1);
  expect(analysis.work().evaluated - before).toBeLessThan(10);
  const after = analysis.findings();
  expect(after).toHaveLength(findings.length);
  expect(after.filter((finding, i) => finding !== findings[i]).length).toBeLessThan(10);
});

const versionless: Readonly<Record<string, readonly [text: string, expected: string]>> = {
  'behind a byte order mark and comments': [
    '\uFEFF# Ours.\r\n\r\n# All.\r\noperations:\r\n  - { action: publish, image: 7ca5b0f25a3d4ac19d4d0c8f2a8f3f6e }\r\n',
    '\uFEFF# Ours.\r\n\r\n# All.\r\napiVersion: ims/v1\r\noperations:\r\n  - { action: publish, image: 7ca5b0f25a3d4ac19d4d0c8f2a8f3f6e }\r\n',
  ],
  'right behind a byte order mark': [
    '\uFEFFimages:\n  a: {}\noperations: []\n',
    '\uFEFFapiVersion: ims/v1\nimages:\n  a: {}\noperations: []\n',
  ],
  'with no operations either': ['images:\n  a: {}\n', 'apiVersion: ims/v1\nimages:\n  a: {}\n'],
  'in a second document': [
    `${manifest('operations: []\n')}---\n# The second.\noperations: []\n`,
    `${manifest('operations: []\n')}---\n# The second.\napiVersion: ims/v1\noperations: []\n`,
  ],
};

test.each(Object.entries(versionless))('the version leads the keys of a manifest: %s', (_, [text, expected]) => {
  expect(fixesOf(text, 'missing-key')).toEqual([{ title: 'Add `apiVersion: ims/v1`', result: expected }]);
});
