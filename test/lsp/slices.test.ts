import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { CancellationTokenSource, type TextEdit } from 'vscode-languageserver/node';
import { generate } from '../bench/manifest.mjs';
import { Client, type Document } from './client.ts';

vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 });

let client: Client;
let document: Document;
beforeAll(async () => {
  client = await Client.start();
});
afterAll(() => client.stop());
afterEach(() => document.close());
beforeEach(async () => {
  document = await client.open(generate(3000));
  await document.hover('action');
});

const options = { tabSize: 4, insertSpaces: true };

/** What takes long: every line of a long manifest moves. Resolves with the answer when that is there. */
const formatting = (token = new CancellationTokenSource().token): Promise<TextEdit[]> =>
  client.connection.sendRequest('textDocument/formatting', { textDocument: { uri: document.uri }, options }, token);

/** Whether something ends while an answer is being worked out. */
async function isBefore(work: Promise<unknown>, long: Promise<unknown>): Promise<boolean> {
  const first = await Promise.race([work.then(() => 'work'), long.then(() => 'long')]);
  return first === 'work';
}

test('a hover does not wait for what takes long', async () => {
  const long = formatting();
  expect(await isBefore(document.hover('import-system-disk-image'), long)).toBe(true);
  expect((await long).length).toBeGreaterThan(5_000);
});

test('what takes long stops when it is cancelled', async () => {
  const cancel = new CancellationTokenSource();
  const outcome = formatting(cancel.token).catch(error => error.code);
  cancel.cancel();
  expect(await outcome).toBe(-32800);
});

test.each<[string, () => Promise<void>]>([
  ['edited', () => document.change([{ range: document.rangeOf(0, 0), text: '# said\n' }])],
  ['closed', () => document.close()],
])('there is no answer about a text that is %s meanwhile', async (_, change) => {
  const outcome = formatting().catch(error => error.code);
  await change();
  expect(await outcome).toBe(-32801);
});

test('settings that change meanwhile are taken in, and the answer comes all the same', async () => {
  const wanted = await formatting();
  const long = formatting();
  expect(await isBefore(document.hover('action'), long)).toBe(true);
  await client.configure({ rules: { 'share-encrypted': 'off' } });
  expect(await long).toEqual(wanted);
  await client.configure(undefined);
});
