import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { folder } from '../cli/run.ts';
import { manifest } from '../support/manifests.ts';
import { Client, eventually } from './client.ts';

const text = manifest('inventory: ../i.json\noperations:\n  - { action: share, image: payroll, tenants: [t] }\n');
const inventory = (image: object): string => JSON.stringify([{ id: 'i', name: 'payroll', ...image }]);

test('an inventory that appears, changes and goes changes the diagnostics', async () => {
  const root = folder({ 'ops/a.ims.yaml': text });
  const client = await Client.start({ folder: root });
  const document = await client.open(text, pathToFileURL(join(root, 'ops/a.ims.yaml')).href);
  const file = join(root, 'i.json');
  const finds = (...findings: string[]) => eventually(async () => expect(await document.findings()).toEqual(findings));
  const change = (type: number) =>
    client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: pathToFileURL(file).href, type }] });

  await finds('inventory-file: ../i.json');
  await eventually(() => expect(client.registered).toContain('workspace/didChangeWatchedFiles'));
  expect(client.refreshes).toBe(1);

  writeFileSync(file, inventory({ __system__cmkid: 'k' }));
  await change(1);
  await finds('share-encrypted: payroll');
  writeFileSync(file, inventory({}));
  await change(2);
  await finds();
  writeFileSync(file, '[]');
  await change(2);
  await finds('unknown-reference: payroll');
  rmSync(file);
  await change(3);
  await finds('inventory-file: ../i.json');
  expect(client.refreshes).toBe(5);
  await client.stop();
});

test('a fix that names a file can be chosen once that has been read', async () => {
  const unnamed = 'apiVersion: ims/v1\ninventory: [{}]\n';
  const root = folder({ 'a.ims.yaml': unnamed, 'images.json': '[]' });
  const client = await Client.start({ folder: root });
  const document = await client.open(unnamed, pathToFileURL(join(root, 'a.ims.yaml')).href);
  const actions = await document.actions(await document.diagnostics());
  const action = actions.find(({ title }) => title.includes('images.json'));
  if (action === undefined) throw new Error('a fix expected');
  await eventually(() => expect(client.refreshes).toBe(1));
  await document.apply((await document.resolve(action)).edit ?? {});
  expect(document.text).toContain('inventory: [{ path: images.json }]');
  await client.stop();
});

test('without a workspace, the folder of the manifest is as far as it goes', async () => {
  const root = folder({
    'ops/a.ims.yaml': text,
    'i.json': inventory({}),
    'ops/i.json': inventory({ __system__cmkid: 'k' }),
  });
  const client = await Client.start();
  const document = await client.open(text, pathToFileURL(join(root, 'ops/a.ims.yaml')).href);
  expect(await document.findings()).toEqual(['inventory-file: ../i.json']);
  await document.replace('../i.json', 'i.json');
  await eventually(async () => expect(await document.findings()).toEqual(['share-encrypted: payroll']));
  await client.stop();
});

test('a document that is not on the disk knows no files', async () => {
  const client = await Client.start();
  const document = await client.open(text);
  expect(await document.findings()).toEqual([]);
  await client.stop();
});
