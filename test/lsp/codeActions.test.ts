import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CodeAction } from 'vscode-languageserver/node';
import { twoFindings } from '../support/manifests.ts';
import { Client, type Document, simple } from './client.ts';

let client: Client;
beforeAll(async () => {
  client = await Client.start();
});
afterAll(() => client.stop());

async function preferred(document: Document): Promise<CodeAction> {
  const [first] = await document.diagnostics();
  const actions = await document.actions(first ? [first] : []);
  const found = actions.find(action => action.isPreferred);
  if (found === undefined) throw new Error('no preferred action');
  return found;
}

test('the preferred quick-fix, resolved and applied, takes its finding away', async () => {
  const document = await client.open(twoFindings);
  const action = await preferred(document);
  expect(action).toMatchObject({ kind: 'quickfix', diagnostics: [{ code: 'import-size' }] });
  expect(action).not.toHaveProperty('edit');
  const { edit } = await document.resolve(action);
  expect(edit?.documentChanges).toMatchObject([{ textDocument: { uri: document.uri, version: 1 } }]);
  await document.apply(edit ?? {});
  expect(await document.findings()).toEqual(['import-size: 200 GB']);
});

test('only one action is preferred, and each has its own title', async () => {
  const document = await client.open(twoFindings);
  const actions = await document.actions((await document.diagnostics()).slice(0, 1));
  expect(actions.filter(action => action.isPreferred)).toHaveLength(1);
  expect(new Set(actions.map(({ title }) => title)).size).toBe(actions.length);
});

test('a client that cannot resolve gets the edit at once, without versions if it knows none', async () => {
  const plain = await Client.start({ capabilities: { ...simple, textDocument: { diagnostic: {} } } });
  const document = await plain.open(twoFindings);
  const { edit } = await preferred(document);
  expect(Object.keys(edit?.changes ?? {})).toEqual([document.uri]);
  await document.apply(edit ?? {});
  expect(await document.findings()).toEqual(['import-size: 200 GB']);
  await plain.stop();
});

test.each([
  { only: ['quickfix'], some: true },
  { only: [''], some: true },
  { only: ['quickfix.other'], some: false },
  { only: ['refactor'], some: false },
  { only: ['source'], some: false },
  { only: ['refactor', 'quickfix'], some: true },
])('of the kinds $only: $some', async ({ only, some }) => {
  const document = await client.open(twoFindings);
  expect((await document.actions(await document.diagnostics(), only)).length > 0).toBe(some);
});

test('actions are for the diagnostics that the editor has, whatever their message', async () => {
  const document = await client.open(twoFindings);
  const [first, second] = await document.diagnostics();
  if (first === undefined || second === undefined) throw new Error('two findings expected');
  expect(await document.actions([])).toEqual([]);
  expect(await document.actions([{ ...first, source: 'another' }])).toEqual([]);
  expect(await document.actions([{ ...first, code: 'another' }])).toEqual([]);
  const actions = await document.actions([{ ...second, message: 'another' }]);
  expect(actions.map(({ diagnostics }) => diagnostics?.[0]?.range)).toEqual(actions.map(() => second.range));
});

test('an action that is out of date is not resolved', async () => {
  const document = await client.open(twoFindings);
  const action = await preferred(document);
  await document.replace('name: first', 'name: another');
  await expect(document.resolve(action)).rejects.toMatchObject({ code: -32801 });
});
