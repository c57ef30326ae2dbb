import { mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { folder } from '../cli/run.ts';
import { manifest, twoFindings } from '../support/manifests.ts';
import { Client, type Document, eventually, pulling, simple, workspaceFolder } from './client.ts';

const name = '.ims-manifest.yaml';
const off = 'rules: { import-size: off }\n';
const mild = 'rules:\n  import-size: warning\n';

const open = (client: Client, text: string, ...path: string[]): Promise<Document> =>
  client.open(text, pathToFileURL(join(...path)).href);

/** The severities of what is found, 1 to 4. */
const severities = async (document: Document) => (await document.diagnostics()).map(({ severity }) => severity);

test.each([
  { what: 'in its folder', files: { 'w/a': off }, found: [] },
  { what: 'in a folder above', files: { w: off }, found: [] },
  { what: 'the nearest counts', files: { w: off, 'w/a': mild }, found: [2, 2] },
  { what: 'the nearest counts alone', files: { w: off, 'w/a': '' }, found: [1, 1] },
  { what: 'one above the workspace folder does not count', files: { '.': off }, found: [1, 1] },
  { what: 'one beside it does not count', files: { 'w/b': off }, found: [1, 1] },
  { what: 'one below it does not count', files: { 'w/a/b': off }, found: [1, 1] },
  {
    what: 'broken text counts as not said',
    files: { 'w/a': `${mild}  nothing: off\n  tag-limit\nnormal: [` },
    found: [2, 2],
  },
])('a manifest has the settings of a project file: $what', async ({ files, found }) => {
  const root = folder({
    ...Object.fromEntries(Object.entries(files).map(([path, text]) => [join(path, name), text])),
    'w/a/x.ims.yaml': twoFindings,
  });
  const client = await Client.start({ folder: join(root, 'w') });
  expect(await severities(await open(client, twoFindings, root, 'w/a/x.ims.yaml'))).toEqual(found);
  await client.stop();
});

test('outside the workspace, only the folder of the manifest counts', async () => {
  const root = folder({ [name]: off, [`a/${name}`]: mild });
  const client = await Client.start({ folder: join(root, 'w') });
  expect(await severities(await open(client, twoFindings, root, 'a/x.ims.yaml'))).toEqual([2, 2]);
  expect(await severities(await open(client, twoFindings, root, 'b/x.ims.yaml'))).toEqual([1, 1]);
  expect(await severities(await client.open(twoFindings))).toEqual([1, 1]);
  await eventually(() =>
    expect(client.watched).toContainEqual({
      globPattern: { baseUri: pathToFileURL(join(root, 'a')).href, pattern: name },
    }),
  );
  await client.stop();
});

test('a link that leads out of the workspace is not followed, one that stays within is', async () => {
  const root = folder({ [`out/${name}`]: off, 'w/mild.yaml': mild });
  for (const made of ['w/a', 'w/b', 'w/c']) mkdirSync(join(root, made));
  symlinkSync(join(root, 'out', name), join(root, 'w/a', name));
  symlinkSync(join(root, 'w/mild.yaml'), join(root, 'w/b', name));
  mkdirSync(join(root, 'w/c', name));
  const client = await Client.start({ folder: join(root, 'w') });
  expect(await severities(await open(client, twoFindings, root, 'w/a/x.ims.yaml'))).toEqual([1, 1]);
  const linked = await open(client, twoFindings, root, 'w/b/x.ims.yaml');
  expect(await severities(linked)).toEqual([2, 2]);
  expect(await severities(await open(client, twoFindings, root, 'w/c/x.ims.yaml'))).toEqual([1, 1]);
  expect(client.logged).toMatchObject([
    expect.stringContaining('leads out'),
    expect.stringContaining('cannot be read'),
  ]);

  writeFileSync(join(root, 'w/mild.yaml'), off);
  await client.changed(join(root, 'w/mild.yaml'), 2);
  expect(await severities(linked)).toEqual([]);
  await client.stop();
});

test('the project file wins over the settings of the editor, rule by rule', async () => {
  const both = manifest(`inventory: none.json
operations:
  - { action: import-data-disk-image, name: a, image_url: "b:a.raw", size: 160 GB, min_disk: 400 GB }
  - { action: export, image: b, size: 1, bucket_url: "b:c.vhd" }
`);
  const root = folder({ [name]: mild });
  const settings = { rules: { 'import-size': 'off', 'inventory-file': 'hint' } };
  const client = await Client.start({ folder: root, settings });
  const document = await open(client, both, root, 'x.ims.yaml');
  const found = async () =>
    Object.fromEntries((await document.diagnostics()).map(({ code, severity }) => [code, severity]));
  await eventually(async () => expect(await found()).toMatchObject({ 'import-size': 2, 'inventory-file': 4 }));
  await client.configure({ rules: { 'inventory-file': 'information' } });
  expect(await found()).toMatchObject({ 'import-size': 2, 'inventory-file': 3 });
  await client.stop();
});

test.each([
  { how: 'pulls', capabilities: pulling },
  { how: 'is pushed to', capabilities: simple },
])(
  'a project file that appears, changes and goes changes the diagnostics of a client that $how',
  async ({ capabilities }) => {
    const root = folder({ [name]: mild });
    const client = await Client.start({ folder: root, capabilities });
    const document = await open(client, twoFindings, root, 'a/x.ims.yaml');
    const other = await open(client, twoFindings, root, 'y.ims.yaml');
    const told = ({ uri }: Document) => client.published.findLast(one => one.uri === uri)?.diagnostics ?? [];
    const finds = (one: Document, ...found: number[]) =>
      eventually(async () =>
        expect(capabilities === pulling ? await severities(one) : told(one).map(({ severity }) => severity)).toEqual(
          found,
        ),
      );
    const near = join(root, 'a', name);

    await finds(document, 2, 2);
    mkdirSync(join(root, 'a'));
    writeFileSync(near, off);
    await client.changed(near, 1);
    await finds(document);
    await finds(other, 2, 2);
    writeFileSync(near, 'rules: [');
    await client.changed(near, 2);
    await finds(document, 1, 1);
    rmSync(near);
    await client.changed(near, 3);
    await finds(document, 2, 2);
    renameSync(join(root, name), join(root, 'gone'));
    await client.changed(join(root, name), 3);
    await finds(document, 1, 1);
    await finds(other, 1, 1);
    expect(client.refreshes).toBe(capabilities === pulling ? 4 : 0);
    await client.stop();
  },
);

test('the client is asked once a folder to watch its project files', async () => {
  const root = folder({ [`a/${name}`]: mild });
  const client = await Client.start({ folder: root });
  for (const file of ['a/x.ims.yaml', 'a/y.ims.yaml', 'b/z.ims.yaml'])
    await (await open(client, twoFindings, root, file)).pull();
  const globPattern = { baseUri: pathToFileURL(root).href, pattern: `**/${name}` };
  expect(client.watched).toEqual([{ globPattern }]);
  await client.stop();
});

test('a client that knows no relative patterns is given whole ones', async () => {
  const root = folder({ [`a[b]/${name}`]: mild });
  const capabilities = { workspace: { didChangeWatchedFiles: { dynamicRegistration: true } } };
  const client = await Client.start({ folder: join(root, 'a[b]'), capabilities });
  await open(client, twoFindings, root, 'a[b]/x.ims.yaml');
  await eventually(() => expect(client.watched).toEqual([{ globPattern: `${root}/a[[]b[]]/**/${name}` }]));
  await client.stop();
});

test('a folder that joins or leaves the workspace changes which files count', async () => {
  const root = folder({ [name]: mild, 'i.json': '[]' });
  const text = `${twoFindings}inventory: ../i.json\n`;
  const client = await Client.start({ folders: [join(root, 'a')] });
  const document = await open(client, text, root, 'a/x.ims.yaml');
  const change = (event: object) =>
    client.notify('workspace/didChangeWorkspaceFolders', { event: { added: [], removed: [], ...event } });
  const outside = ['error: import-size', 'error: import-size', 'error: inventory-file'];
  const inside = ['warning: import-size', 'warning: import-size'];
  const finds = (found: string[]) =>
    eventually(async () =>
      expect(
        (await document.diagnostics()).map(({ code, severity }) => `${severity === 1 ? 'error' : 'warning'}: ${code}`),
      ).toEqual(found),
    );
  await finds(outside);
  await change({ added: [workspaceFolder(root)], removed: [workspaceFolder(join(root, 'a'))] });
  await finds(inside);
  await change({ added: [workspaceFolder(join(root, 'a'))] });
  await finds(outside);
  await change({ removed: [workspaceFolder(join(root, 'a'))] });
  await finds(inside);
  await change({ removed: [workspaceFolder(root)] });
  await finds(outside);
  await client.stop();
});

const broken = 'rule:\n  export-size: off\n---\n';

test('an open project file has diagnostics of its own, and is no manifest', async () => {
  const root = folder({ [name]: mild });
  const client = await Client.start({ folder: root });
  const file = await open(client, 'rules:\n  import-sise: off\n  tag-limit: of\n', root, name);
  expect(await file.findings()).toEqual(['unknown-key: import-sise', 'invalid-value: of']);
  await file.replace('sise', 'size');
  await file.replace(' of\n', ' off\n');
  expect(await file.findings()).toEqual([]);

  // Its text counts for manifests as soon as it is saved.
  const document = await open(client, twoFindings, root, 'x.ims.yaml');
  expect(await severities(document)).toEqual([2, 2]);
  writeFileSync(join(root, name), file.text);
  await client.notify('textDocument/didSave', { textDocument: { uri: file.uri } });
  expect(await severities(document)).toEqual([]);
  await client.stop();
});

test('where diagnostics are pushed, those of a project file are too, and go when it is closed', async () => {
  const client = await Client.start({ capabilities: simple });
  const file = await client.open(broken, `file:///w/${name}`);
  await eventually(() => expect(client.published).toHaveLength(1));
  expect(client.published[0]).toMatchObject({ uri: file.uri, version: 1, diagnostics: [{ code: 'unknown-key' }] });
  await file.close();
  await eventually(() => expect(client.published.at(-1)).toMatchObject({ uri: file.uri, diagnostics: [] }));
  await client.stop();
});

test('a project file has quick-fixes', async () => {
  const client = await Client.start();
  const file = await client.open('rules:\n  import-sise: of\n', `file:///w/${name}`);
  for (const rule of ['unknown-key', 'invalid-value']) {
    const diagnostic = (await file.diagnostics()).find(({ code }) => code === rule);
    const [action] = await file.actions(diagnostic ? [diagnostic] : []);
    const { edit } = await file.resolve(action ?? { title: '' });
    await file.apply(edit ?? {});
  }
  expect(file.text).toBe('rules:\n  import-size: off\n');
  await client.stop();
});

test('a project file has hovers and completion', async () => {
  const client = await Client.start();
  const file = await client.open('rules:\n  tag-limit: off\n  export-\n', `file:///w/${name}`);
  expect(await file.hover('tag-limit')).toMatchObject({
    contents: { kind: 'markdown', value: expect.stringContaining('/docs/rules/tag-limit.md') },
    range: file.rangeOf(9, 18),
  });
  const items = await file.complete('export-');
  expect(items.find(({ label }) => label === 'export-size')).toMatchObject({
    detail: 'error',
    documentation: { kind: 'markdown', value: expect.stringContaining('An image of 1 TB or more') },
    textEdit: { range: file.rangeOf(26, 33), newText: 'export-size: ' },
  });
  expect(items.map(({ label }) => label)).not.toContain('tag-limit');
  await client.stop();
});
