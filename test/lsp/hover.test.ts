import { expect, test } from 'vitest';
import { sharesEncrypted } from '../support/manifests.ts';
import { Client, pulling, simple } from './client.ts';

test('a hover tells about an action, in Markdown', async () => {
  const client = await Client.start({ capabilities: pulling });
  const document = await client.open(sharesEncrypted);
  const hover = await document.hover('share');
  expect(hover).toMatchObject({ contents: { kind: 'markdown', value: expect.stringContaining('share-encrypted') } });
  expect(hover?.range && document.textAt(hover.range)).toBe('share');
  expect(await document.hover('  - action')).toBeNull();
  await client.stop();
});

test('where the editor wants plain text, it gets plain text', async () => {
  const client = await Client.start({ capabilities: simple, locale: 'zh-CN' });
  const hover = await (await client.open(sharesEncrypted)).hover('share');
  expect(hover).toMatchObject({ contents: { kind: 'plaintext', value: expect.stringMatching(/\p{Script=Han}/u) } });
  expect(JSON.stringify(hover?.contents)).not.toMatch(/\*\*|`|\]\(/);
  await client.stop();
});
