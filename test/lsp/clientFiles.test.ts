import { expect, onTestFinished, test } from 'vitest';
import type { WorkspaceDiagnosticReport } from 'vscode-languageserver/node';
import type { FileContent } from '../../server/src/files/files.ts';
import { manifest } from '../support/manifests.ts';
import { Client, eventually } from './client.ts';

const folder = 'memfs:///ops';
const text = manifest('inventory: ../i.json\noperations:\n  - { action: share, image: payroll, tenants: [t] }\n');
const encrypted = JSON.stringify([{ id: 'i', name: 'payroll', __system__cmkid: 'k' }]);

/** A client with a folder that is on no disk, and what the server has asked it for. */
async function start(files: Readonly<Record<string, string>>, readsFiles = true) {
  const client = await Client.start({ initializationOptions: { readsFiles } });
  onTestFinished(async () => void (await client.stop()));
  const asked: string[] = [];
  client.connection.onRequest<FileContent, void>('ims/readFile', ({ uri, boundary }) => {
    asked.push(`${uri} in ${boundary}`);
    const file = files[uri];
    return file === undefined ? { fault: 'missing' } : { text: file };
  });
  client.connection.onRequest('ims/manifestsIn', () => Object.keys(files).filter(uri => uri.endsWith('.ims.yaml')));
  await client.notify('workspace/didChangeWorkspaceFolders', {
    event: { added: [{ uri: 'memfs:/ops', name: 'ops' }], removed: [] },
  });
  return { client, asked };
}

test('an inventory that only the client can read counts', async () => {
  const { client, asked } = await start({ [`${folder}/i.json`]: encrypted });
  const document = await client.open(text, 'memfs:/ops/a/a.ims.yaml');
  await eventually(async () => expect(await document.findings()).toEqual(['share-encrypted: payroll']));
  expect(asked).toContain(`${folder}/i.json in ${folder}`);
});

test('a project file that only the client can read counts', async () => {
  const { client } = await start({
    [`${folder}/i.json`]: encrypted,
    [`${folder}/.ims-manifest.yaml`]: 'rules: { share-encrypted: off, inventory-file: off }',
  });
  const document = await client.open(text, 'memfs:/ops/a/a.ims.yaml');
  await eventually(async () => expect(await document.findings()).toEqual([]));
});

test('manifests that only the client can list are checked', async () => {
  const uri = `${folder}/a/closed.ims.yaml`;
  const { client } = await start({ [`${folder}/i.json`]: encrypted, [uri]: text });
  await eventually(async () => {
    const { items } = await client.request<WorkspaceDiagnosticReport>('workspace/diagnostic', {
      previousResultIds: [],
    });
    const codes = items.map(report => [report.uri, report.kind === 'full' && report.items.map(({ code }) => code)]);
    expect(codes).toEqual([[uri, ['share-encrypted']]]);
  });
});

test('what is in no workspace folder is not asked for', async () => {
  const { client, asked } = await start({});
  const document = await client.open(text, 'memfs:/elsewhere/a.ims.yaml');
  expect(await document.findings()).toEqual([]);
  expect(asked.filter(file => file.includes('elsewhere'))).toEqual([]);
});

test('a client that fails to read costs no more than its file', async () => {
  const { client } = await start({});
  client.connection.onRequest('ims/readFile', () => {
    throw new Error('no network');
  });
  const document = await client.open(text, 'memfs:/ops/a/a.ims.yaml');
  await eventually(async () => expect(await document.findings()).toEqual(['inventory-file: ../i.json']));
  expect((await document.diagnostics())[0]?.message).toMatch(/cannot be read/);
});

test('a client that reads no files is not asked for any', async () => {
  const { client, asked } = await start({}, false);
  const document = await client.open(text, 'memfs:/ops/a/a.ims.yaml');
  expect(await document.findings()).toEqual([]);
  expect(asked).toEqual([]);
});
