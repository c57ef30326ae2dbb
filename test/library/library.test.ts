import { expect, test } from 'vitest';
import { check, fix, type Options } from '../../server/src/library.ts';
import { applied } from '../support/apply.ts';
import { manifest, sharesEncrypted, twoFindings } from '../support/manifests.ts';

const named = 'apiVersion: ims/v1\nregion: CN North-Beijing4\noperations: []\n';

test('a finding has its rule, its place, its page, and where its facts come from', () => {
  expect(check(sharesEncrypted)).toEqual([
    {
      rule: 'share-encrypted',
      severity: 'error',
      message: expect.stringMatching(/^`payroll` is encrypted/),
      url: expect.stringMatching(/docs\/rules\/share-encrypted\.md$/),
      range: { start: { line: 7, column: 12 }, end: { line: 7, column: 19 } },
      related: [{ message: 'encrypted here', range: { start: { line: 4, column: 44 }, end: { line: 4, column: 48 } } }],
    },
  ]);
});

test('findings are told in Chinese, too, with Chinese pages', () => {
  const [finding] = check(sharesEncrypted, { language: 'zh-cn' });
  expect(finding?.message).toMatch(/\p{Script=Han}/u);
  expect(finding?.url).toMatch(/docs\/rules\/zh-cn\/share-encrypted\.md$/);
});

test('severities are those of the options, and what is off is not told', () => {
  const severities = (severity: 'off' | 'hint'): readonly string[] =>
    check(twoFindings, { rules: { 'import-size': severity } }).map(finding => `${finding.rule} ${finding.severity}`);
  const [first, second] = check(twoFindings).map(({ rule }) => rule);
  expect([first, second]).toEqual(['import-size', 'import-size']);
  expect(severities('hint')).toEqual(['import-size hint', 'import-size hint']);
  expect(severities('off')).toEqual([]);
});

test('safe fixes come where they are asked for, and each takes its finding away', () => {
  expect(check(named)[0]).not.toHaveProperty('fixes');
  const [finding] = check(named, { fixes: true });
  const [{ title, changes } = { title: '', changes: [] }] = finding?.fixes ?? [];
  const lines = named.split(/(?<=\n)/);
  const offsetOf = ({ line, column }: { line: number; column: number }): number =>
    lines.slice(0, line - 1).join('').length + column - 1;
  const made = changes.map(({ range, text }) => ({ start: offsetOf(range.start), end: offsetOf(range.end), text }));
  expect(title).toMatch(/cn-north-4/);
  expect(check(applied(named, made))).toEqual([]);
});

test('all safe fixes are made, and nothing else changes', () => {
  expect(fix(named.replaceAll('\n', '\r\n'))).toBe(
    named.replace('CN North-Beijing4', 'cn-north-4').replaceAll('\n', '\r\n'),
  );
  expect(fix(sharesEncrypted)).toBe(sharesEncrypted);
});

test('inventories come from whoever asks', () => {
  const text = manifest(`inventory: images.json
operations:
  - { action: share, image: listed, tenants: [5db8e21396a0461186ea6ce55ad78616] }
`);
  const listed = { images: [{ id: '7ca5b0f2', name: 'listed', __imagetype: 'private', __system__cmkid: 'k' }] };
  const rules = (inventory?: (path: string) => string | undefined): readonly string[] =>
    check(text, inventory && { inventory }).map(({ rule }) => rule);
  expect(rules(path => (path === 'images.json' ? JSON.stringify(listed) : undefined))).toEqual(['share-encrypted']);
  expect(rules(() => undefined)).toContain('inventory-file');
  expect(rules()).not.toContain('inventory-file');
});

test.each([
  [{ rules: { 'no-such-rule': 'off' } }, 'no-such-rule'],
  [{ rules: { 'share-encrypted': 'fatal' } }, 'fatal'],
  [{ language: 'fr' }, 'fr'],
])('%j means nothing, and is refused', (options, word) => {
  expect(() => check(sharesEncrypted, options as Options)).toThrow(new RegExp(`\\b${word}\\b`));
});
