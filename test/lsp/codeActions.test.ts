import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CodeAction, TextDocumentEdit } from 'vscode-languageserver/node';
import { manifest, sharesEncrypted, twoFindings } from '../support/manifests.ts';
import { Client, type Document, pulling, simple } from './client.ts';

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
  { only: ['source.organizeImports'], some: false },
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

const explainRule = 'imsManifest.explainRule';
const makesFiles = {
  ...pulling,
  workspace: {
    ...pulling.workspace,
    workspaceEdit: { documentChanges: true, resourceOperations: ['create' as const] },
  },
};

describe('an editor that can do all', () => {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'actions-')));
  const manifests = path.join(folder, 'manifests');
  mkdirSync(manifests);
  const uriOf = (name: string): string => pathToFileURL(path.join(manifests, name)).href;
  let able: Client;
  beforeAll(async () => {
    able = await Client.start({ capabilities: makesFiles, folder, commands: [explainRule] });
  });
  afterAll(() => able.stop());

  test('the menu: fixes, all of a kind, suppressions, severity, explanation', async () => {
    const document = await able.open(twoFindings, uriOf('menu.ims.yaml'));
    const actions = await document.actions((await document.diagnostics()).slice(0, 1));
    expect(actions.map(({ title }) => title)).toEqual([
      'Import fast: `is_quick_import: true`',
      'Fix all `import-size` problems in this file',
      'Suppress `import-size` on this line',
      'Suppress `import-size` in this file',
      'Report `import-size` as `warning` in `.ims-manifest.yaml`',
      'Turn `import-size` off in `.ims-manifest.yaml`',
      'Explain `import-size`',
    ]);
    expect(actions.map(({ isPreferred = false }) => isPreferred).indexOf(true)).toBe(0);
    expect(actions.at(-1)?.command).toMatchObject({ command: explainRule, arguments: ['import-size'] });
    expect(await document.resolve(actions.at(-1) as CodeAction)).toEqual(actions.at(-1));
  });

  test('for several findings, what is of a rule is offered once', async () => {
    const document = await able.open(twoFindings, uriOf('several.ims.yaml'));
    const actions = await document.actions(await document.diagnostics());
    const count = (start: string): number => actions.filter(({ title }) => title.startsWith(start)).length;
    expect(['Import fast', 'Fix all', 'Suppress', 'Turn', 'Explain'].map(count)).toEqual([2, 1, 3, 1, 1]);
  });

  test('a fix that is not the only one, nor safe, is not preferred', async () => {
    const text = manifest(`images:
  web: { region: cn-south-1, type: system-disk, encrypted: false }
operations:
  - { action: share, image: web, tenants: [a] }
`);
    const document = await able.open(text, uriOf('choice.ims.yaml'));
    const actions = await document.actions(await document.diagnostics());
    expect(actions.slice(0, 2).map(({ title }) => title)).toEqual([
      'Share it in `cn-south-1`, where it is',
      'Replicate it to `cn-north-4` first, and share the copy (project `cn-north-4` and agency `ims_admin` are placeholders)',
    ]);
    expect(actions.some(({ isPreferred }) => isPreferred)).toBe(false);
  });

  test('broken YAML can only be explained', async () => {
    const document = await able.open(manifest('operations: "\n'), uriOf('broken.ims.yaml'));
    const actions = await document.actions(await document.diagnostics());
    expect(actions.map(({ title }) => title)).toEqual(['Explain `yaml-syntax`']);
  });

  test.each([
    { starts: 'Fix all', left: [] },
    { starts: 'Suppress `import-size` on this line', left: ['import-size: 200 GB'] },
    { starts: 'Suppress `import-size` in this file', left: [] },
  ])('$starts: applied', async ({ starts, left }) => {
    const document = await able.open(twoFindings, uriOf(`${starts.replaceAll(/\W/g, '')}.ims.yaml`));
    const actions = await document.actions((await document.diagnostics()).slice(0, 1));
    const action = actions.find(({ title }) => title.startsWith(starts)) as CodeAction;
    const { edit } = await document.resolve(action);
    expect(edit?.documentChanges).toMatchObject([{ textDocument: { uri: document.uri, version: 1 } }]);
    await document.apply(edit ?? {});
    expect(await document.findings()).toEqual(left);
  });

  const turnOff = async (name: string): Promise<CodeAction> => {
    const document = await able.open(sharesEncrypted, uriOf(name));
    const actions = await document.actions(await document.diagnostics());
    return document.resolve(actions.find(({ title }) => title.startsWith('Turn')) as CodeAction);
  };

  test('a severity is for the project: its file is made in the folder of the workspace, or changed where it is', async () => {
    const { edit } = await turnOff('made.ims.yaml');
    const top = pathToFileURL(path.join(folder, '.ims-manifest.yaml')).href;
    expect(edit?.documentChanges).toEqual([
      { kind: 'create', uri: top, options: { ignoreIfExists: true } },
      {
        textDocument: { uri: top, version: null },
        edits: [
          {
            range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
            newText: 'rules:\n  share-encrypted: off\n',
          },
        ],
      },
    ]);

    writeFileSync(path.join(manifests, '.ims-manifest.yaml'), 'rules:\n  share-encrypted: hint # for now\n');
    const changed = (await turnOff('changed.ims.yaml')).edit?.documentChanges as TextDocumentEdit[];
    expect(changed).toMatchObject([
      {
        textDocument: { uri: uriOf('.ims-manifest.yaml') },
        edits: [{ range: { start: { line: 1, character: 19 }, end: { line: 1, character: 23 } }, newText: 'off' }],
      },
    ]);

    // What is open in an editor counts as it is there, but a file that is gone does not.
    const typed = await able.open(
      'rules:\n  tag-limit: off\n  share-encrypted: hint\n',
      uriOf('.ims-manifest.yaml'),
      'yaml',
    );
    const edited = (await turnOff('open.ims.yaml')).edit?.documentChanges as TextDocumentEdit[];
    expect(edited).toMatchObject([
      { textDocument: { version: 1 }, edits: [{ range: { start: { line: 2, character: 19 } }, newText: 'off' }] },
    ]);
    rmSync(path.join(manifests, '.ims-manifest.yaml'));
    const again = (await turnOff('gone.ims.yaml')).edit?.documentChanges;
    expect(again?.[0]).toMatchObject({ kind: 'create', uri: top });
    await typed.close();

    writeFileSync(path.join(manifests, '.ims-manifest.yaml'), 'rules: "\n');
    await expect(turnOff('unreadable.ims.yaml')).rejects.toMatchObject({ code: -32803 });
  });
});

test('what an editor cannot do is not offered', async () => {
  const document = await client.open(twoFindings);
  const titles = (await document.actions(await document.diagnostics())).map(({ title }) => title);
  expect(titles.filter(title => /Turn|Report|Explain/.test(title))).toEqual([]);
});

test('titles are in the language of the editor', async () => {
  const chinese = await Client.start({ locale: 'zh-cn' });
  const document = await chinese.open(twoFindings);
  const actions = await document.actions(await document.diagnostics());
  for (const { title } of actions) expect(title).toMatch(/\p{Script=Han}/u);
  await chinese.stop();
});

describe('all safe fixes', () => {
  const kind = 'source.fixAll.ims';

  test.each([['source'], ['source.fixAll'], [kind]])(
    'when %s is asked for, whatever is under the cursor',
    async only => {
      const document = await client.open(twoFindings.replace('name: second', 'nam: second'));
      const actions = await document.actions([], [only]);
      expect(actions).toMatchObject([{ kind }]);
      const { edit } = await document.resolve(actions[0] as CodeAction);
      expect(edit?.documentChanges).toMatchObject([{ textDocument: { version: 1 }, edits: [{}, {}, {}] }]);
      await document.apply(edit ?? {});
      expect(await document.findings()).toEqual([]);
      expect(await document.actions([], [only])).toEqual([]);
    },
  );

  test('not where none can be made', async () => {
    const document = await client.open(`apiVersion: ims/v1
region: cn-north-4
images:
  web: { type: system-disk, published: true, encrypted: false, status: Normal }
operations:
  - { action: delete, image: web }
  - { action: unpublish, image: web }
`);
    expect(await document.findings()).toEqual(['delete-published: web']);
    expect(await document.actions([], [kind])).toEqual([]);
  });

  test('only when asked for', async () => {
    const document = await client.open(twoFindings);
    const kinds = (await document.actions(await document.diagnostics())).map(action => action.kind);
    expect(new Set(kinds)).toEqual(new Set(['quickfix']));
  });

  test('for a client that cannot resolve, at once', async () => {
    const plain = await Client.start({ capabilities: { ...simple, textDocument: { diagnostic: {} } } });
    const document = await plain.open(twoFindings);
    const [action] = await document.actions([], [kind]);
    await document.apply(action?.edit ?? {});
    expect(await document.findings()).toEqual([]);
    await plain.stop();
  });

  test('not of a text that has changed since', async () => {
    const document = await client.open(twoFindings);
    const [action] = await document.actions([], [kind]);
    await document.replace('name: first', 'name: another');
    await expect(document.resolve(action as CodeAction)).rejects.toMatchObject({ code: -32801 });
  });
});
