import { expect, test } from 'vitest';
import type { CodeLens } from 'vscode-languageserver/node';
import { sharesEncrypted } from '../support/manifests.ts';
import { Client, type Document, pulling, simple } from './client.ts';

const lenses = (document: Document): Promise<CodeLens[]> =>
  document.client.request('textDocument/codeLens', { textDocument: { uri: document.uri } });

const resolved = (document: Document, lens: CodeLens): Promise<CodeLens> =>
  document.client.request('codeLens/resolve', lens);

test('a lens stands at the action, and is resolved to its tally', async () => {
  const client = await Client.start();
  expect(client.initialized.capabilities.codeLensProvider).toEqual({ resolveProvider: true });
  const document = await client.open(sharesEncrypted);
  const [lens, ...others] = await lenses(document);
  expect(others).toEqual([]);
  expect(lens && document.textAt(lens.range)).toBe('share');
  expect(lens?.command).toBeUndefined();
  const { command } = await resolved(document, lens as CodeLens);
  expect(command).toEqual({ title: '✓ 2 · ✗ 1 · ? 3 constraints', command: '' });
  await client.stop();
});

test('a client that can show the ledger gets the command', async () => {
  const client = await Client.start({ locale: 'zh-cn', commands: ['imsManifest.showLedger'] });
  const document = await client.open(sharesEncrypted);
  const [lens] = await lenses(document);
  const { command } = await resolved(document, lens as CodeLens);
  expect(command).toEqual({
    title: '✓ 2 · ✗ 1 · ? 3 条约束',
    command: 'imsManifest.showLedger',
    arguments: [document.uri, lens?.range.start],
  });
  await client.stop();
});

test('a lens of text that has changed is refused', async () => {
  const client = await Client.start();
  const document = await client.open(sharesEncrypted);
  const [lens] = await lenses(document);
  await document.replace('images:', '# one line more\nimages:');
  await expect(resolved(document, lens as CodeLens)).rejects.toThrow('has changed');
  await client.stop();
});

test('lenses can be turned off, and the editor asks again', async () => {
  const client = await Client.start({ settings: { codeLens: { enabled: false } }, capabilities: refreshing });
  const document = await client.open(sharesEncrypted);
  expect(await lenses(document)).toEqual([]);
  const refreshed = client.nextRequest('workspace/codeLens/refresh');
  await client.configure({ codeLens: { enabled: true } });
  await refreshed;
  expect(await lenses(document)).toHaveLength(1);
  await client.stop();
});

test('an editor that cannot be told to ask again is not told', async () => {
  const client = await Client.start({ capabilities: simple });
  const document = await client.open(sharesEncrypted);
  await client.configure({ codeLens: { enabled: false } });
  expect(await lenses(document)).toHaveLength(1);
  expect(client.logged).toEqual([]);
  await client.stop();
});

const refreshing = { ...pulling, workspace: { ...pulling.workspace, codeLens: { refreshSupport: true } } };
