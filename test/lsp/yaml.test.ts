import { expect, test } from 'vitest';
import { twoFindings } from '../support/manifests.ts';
import { Client, type Document, eventually, pulling, simple } from './client.ts';

const open = (client: Client, text: string, uri = 'file:///w/any.yaml'): Promise<Document> =>
  client.open(text, uri, 'yaml');

const other = 'apiVersion: v1\nkind: ConfigMap\ndata: { a: "' + 'ims/v1" }\n';

test('a YAML document that says that it is a manifest is served, whatever its name', async () => {
  const client = await Client.start();
  const document = await open(client, `%YAML 1.2\n# saved by a script\n---\n${twoFindings}`);
  expect(await document.findings()).toEqual(['import-size: 160 GB', 'import-size: 200 GB']);
  expect(await document.hover('region')).not.toBeNull();
  const json = await open(
    client,
    '{ "apiVersion": "ims/v1", "operations": [{ "action": "delet" }] }',
    'file:///w/b.json.yaml',
  );
  expect(await json.findings()).toContain('invalid-value: "delet"');
  await client.stop();
});

test.each([
  ['of another kind', other],
  ['that says so in a later document', `a: b\n---\n${twoFindings}`],
  ['of another version', 'apiVersion: ims/v2\noperations: []\n'],
  ['that says so elsewhere', 'metadata:\n  apiVersion: ims/v1\noperations: [{}]\n'],
  ['that is empty', ''],
  ['that is broken', 'a: [\n"'],
])('a YAML document %s is left alone', async (_, text) => {
  const client = await Client.start();
  const document = await open(client, text);
  expect(await document.findings()).toEqual([]);
  expect(await document.hover('')).toBeNull();
  expect(await document.complete('')).toBeNull();
  await client.stop();
  expect(client.logged).toEqual([]);
});

test('a file with the name of a manifest is one, whatever the editor calls its language', async () => {
  const client = await Client.start();
  expect(await (await open(client, 'operations: []\n', 'file:///w/a.ims.yaml')).findings()).toEqual([
    'missing-key: operations',
  ]);
  await client.stop();
});

test('a text becomes a manifest, and ceases to be one, while it is typed', async () => {
  const client = await Client.start();
  const document = await open(client, twoFindings.replace('ims/v1', 'ims'));
  expect(await document.findings()).toEqual([]);
  await document.replace('apiVersion: ims', 'apiVersion: ims/v1');
  expect(await document.findings()).toHaveLength(2);
  await document.replace('160 GB', '100 GB');
  expect(await document.findings()).toHaveLength(1);
  await document.replace('apiVersion', 'apiVersio');
  expect(await document.findings()).toEqual([]);
  await document.replace('200 GB', '1 GB');
  await document.change([{ text: twoFindings }]);
  expect(await document.findings()).toHaveLength(2);
  await document.close();
  await client.stop();
  expect(client.logged).toEqual([]);
});

test('where diagnostics are pushed, they go with the last word of it', async () => {
  const client = await Client.start({ capabilities: simple });
  const document = await open(client, twoFindings);
  await eventually(() => expect(client.published.at(-1)?.diagnostics).toHaveLength(2));
  await document.replace('ims/v1', 'v1');
  await eventually(() => expect(client.published.at(-1)?.diagnostics).toEqual([]));
  await document.replace('v1', 'ims/v1');
  await eventually(() => expect(client.published.at(-1)?.diagnostics).toHaveLength(2));
  await client.stop();
});

test('beside another server for YAML, its documents get constraints, hovers and fixes only', async () => {
  const broken = `${twoFindings}region: here\n  name: "unclosed\n`;
  const at = { line: 0, character: 0 };
  const ask = async (client: Client, uri: string, languageId: string) => {
    const document = await client.open(broken, uri, languageId);
    const findings = (await document.findings()).map(finding => finding.split(':')[0]);
    const textDocument = { uri };
    const answers = await Promise.all([
      client.request('textDocument/documentSymbol', { textDocument }),
      client.request('textDocument/foldingRange', { textDocument }),
      client.request('textDocument/selectionRange', { textDocument, positions: [at] }),
      client.request('textDocument/completion', { textDocument, position: { line: 2, character: 0 } }),
    ]);
    const diagnostic = (await document.diagnostics()).find(({ code }) => code === 'import-size');
    const fixes = await document.actions(diagnostic ? [diagnostic] : []);
    return { findings, answers, hover: await document.hover('region'), fixes };
  };

  const client = await Client.start({ capabilities: pulling, initializationOptions: { besideYaml: true } });
  const yaml = await ask(client, 'file:///w/a.yaml', 'yaml');
  expect(yaml.findings).toEqual(['import-size', 'import-size']);
  expect(yaml.answers).toEqual([null, null, null, null]);
  expect(yaml.hover).not.toBeNull();
  expect(yaml.fixes.length).toBeGreaterThan(0);

  const own = await ask(client, 'file:///w/b.ims.yaml', 'ims-manifest');
  expect(own.findings).toContain('duplicate-key');
  expect(own.findings).toContain('yaml-syntax');
  expect(own.answers).not.toContain(null);
  await client.stop();
});
