import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { folder, run } from '../cli/run.ts';
import { manifest } from '../support/manifests.ts';
import { leadingNowhere, leadingOut } from '../support/outside.ts';
import { Client, eventually } from './client.ts';

/** By this inventory, the manifest would have another finding than that of its file. */
const inventory = JSON.stringify([{ id: 'i', name: 'payroll', __system__cmkid: 'k' }]);
const using = (path: string): string =>
  manifest(`inventory: ${JSON.stringify(path)}\noperations:\n  - { action: share, image: payroll, tenants: [t] }\n`);

/** A workspace folder `in`, beside which there are inventories to which links lead, too. */
function workspace(): string {
  const outer = folder({ 'out/i.json': inventory, 'inner/i.json': inventory, 'in/lists/i.json': inventory });
  const root = join(outer, 'in');
  cpSync(join(outer, 'out/i.json'), join(outer, 'in/lists/own.json'));
  symlinkSync(join(outer, 'out/i.json'), join(root, 'link.json'));
  symlinkSync(join(outer, 'out'), join(root, 'linked'));
  symlinkSync(outer, join(root, 'lists/up'));
  return root;
}

/** What is said of the inventory. */
const outside = 'leads out of the folder';
const cases = [
  ...leadingOut.map(path => ({ path, says: outside })),
  ...leadingNowhere.map(path => ({ path, says: /There is no such file|cannot be read|leads out of the folder/ })),
];

describe('nothing outside the workspace is read', () => {
  test('by the server, whatever an inventory is called', async () => {
    const root = workspace();
    const client = await Client.start({ folder: root });
    for (const [i, { path, says }] of cases.entries()) {
      const document = await client.open(using(path), pathToFileURL(join(root, `${i}.ims.yaml`)).href);
      await eventually(async () => expect(await document.diagnostics(), path).toHaveLength(1));
      const [diagnostic] = await document.diagnostics();
      expect(diagnostic, path).toMatchObject({ code: 'inventory-file', message: expect.stringMatching(says) });
      const links = await client.request('textDocument/documentLink', { textDocument: { uri: document.uri } });
      expect(links, path).toEqual([]);
    }
    const own = await client.open(using('lists/own.json'), pathToFileURL(join(root, 'own.ims.yaml')).href);
    await eventually(async () => expect(await own.findings()).toEqual(['share-encrypted: payroll']));
    await client.stop();
  });

  test('by the command line, whatever an inventory is called', async () => {
    const root = workspace();
    for (const [i, { path }] of cases.entries()) writeFileSync(join(root, `${i}.ims.yaml`), using(path));
    const { stdout } = await run(root, ['check', '--format', 'json']);
    const { files } = JSON.parse(stdout);
    const found = new Map<string, readonly { readonly rule: string; readonly message: string }[]>(
      files.map(({ path, findings }: { readonly path: string; readonly findings: [] }) => [path, findings]),
    );
    for (const [i, { path, says }] of cases.entries()) {
      expect(found.get(`${i}.ims.yaml`), path).toMatchObject([
        { rule: 'inventory-file', message: expect.stringMatching(says) },
      ]);
    }
  });
});

/** A project file that turns the only finding off, if it counts. */
const off = 'rules: { share-encrypted: off }\n';
const encrypted = manifest(
  'images: { a: { encrypted: true } }\noperations:\n  - { action: share, image: a, tenants: [t] }\n',
);

/** What stands where a project file is looked for, by what it is. */
const inPlace: Readonly<Record<string, (file: string) => void>> = {
  'a link that leads out': file => symlinkSync('../../outside.yaml', file),
  'a link that leads to itself': file => symlinkSync('.ims-manifest.yaml', file),
  'a folder': file => mkdirSync(file),
  'a device': file => symlinkSync('/dev/zero', file),
  'a pipe': file => void execFileSync('mkfifo', [file]),
};

describe.skipIf(process.platform === 'win32')('a project file is no file of the workspace', () => {
  test.each(Object.entries(inPlace))('where it is %s', async (_, make) => {
    const outer = folder({ 'outside.yaml': off, '.ims-manifest.yaml': off, 'in/a/x.ims.yaml': encrypted });
    const root = join(outer, 'in');
    make(join(root, 'a/.ims-manifest.yaml'));

    const { code, stdout, stderr } = await run(root, ['check']);
    expect({ code, stdout }).toEqual({ code: 1, stdout: expect.stringContaining('share-encrypted') });
    expect(stderr).toMatch(
      /^ims-manifest: .*\.ims-manifest\.yaml: (?:cannot be read|a link that leads out of the working directory)\n$/,
    );

    const client = await Client.start({ folder: root });
    const document = await client.open(encrypted, pathToFileURL(join(root, 'a/x.ims.yaml')).href);
    await eventually(async () => expect(await document.findings()).toEqual(['share-encrypted: a']));
    await eventually(() => expect(client.logged).toEqual([expect.stringContaining('does not count')]));
    await client.stop();
  });
});
