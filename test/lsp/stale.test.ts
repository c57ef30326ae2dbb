import { expect, test } from 'vitest';
import { twoFindings } from '../support/manifests.ts';
import { Client, type Document } from './client.ts';

const meanwhile: Readonly<Record<string, (document: Document) => Promise<void>>> = {
  edited: document => document.replace('name: first', 'name: other'),
  closed: document => document.close(),
};

test.each(
  ['textDocument/codeLens', 'textDocument/inlayHint', 'textDocument/diagnostic'].flatMap(method =>
    Object.entries(meanwhile).map(([what, change]) => [method, what, change] as const),
  ),
)('%s is refused when the text is %s while its settings are on their way', async (method, _, change) => {
  const client = await Client.start();
  let tell = (): void => {};
  const told = new Promise<void>(resolve => {
    tell = resolve;
  });
  client.connection.onRequest('workspace/configuration', async ({ items }) => {
    await told;
    return items.map(() => null);
  });
  const document = await client.open(twoFindings);
  const params = { textDocument: { uri: document.uri }, range: document.rangeOf(0, twoFindings.length) };
  const outcome = client.request(method, params).catch(({ code, data }) => ({ code, data }));
  await change(document);
  tell();
  const refused = { code: -32801, data: undefined };
  const asksAgain = { code: -32802, data: { retriggerRequest: true } };
  expect(await outcome).toEqual(method === 'textDocument/diagnostic' ? asksAgain : refused);
  await client.stop();
});
