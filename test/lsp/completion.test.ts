import { expect, test } from 'vitest';
import type { CompletionItem, CompletionList } from 'vscode-languageserver/node';
import { manifest } from '../support/manifests.ts';
import { Client, type Document, pulling, simple } from './client.ts';

const able = {
  ...pulling,
  textDocument: {
    ...pulling.textDocument,
    completion: {
      completionItem: {
        snippetSupport: true,
        insertReplaceSupport: true,
        commitCharactersSupport: true,
        documentationFormat: ['markdown' as const, 'plaintext' as const],
        insertTextModeSupport: { valueSet: [1 as const, 2 as const] },
      },
    },
  },
};

const shares = manifest(
  'images:\n  web: { type: system-disk }\noperations:\n  - action: share\n    \n  - action: publish\n    image: wXb\n',
);

function ask(client: Client, { uri }: Document, position: object, context?: object): Promise<CompletionList | null> {
  return client.request('textDocument/completion', { textDocument: { uri }, position, context });
}

const labelled = (list: CompletionList | null, label: string): CompletionItem | undefined =>
  list?.items.find(item => item.label === label);

test('an editor that can do all gets snippets, two ranges and Markdown when it asks', async () => {
  const client = await Client.start({ capabilities: able });
  expect(client.initialized.capabilities.completionProvider).toEqual({
    triggerCharacters: [' '],
    resolveProvider: true,
  });
  const document = await client.open(shares);
  const keys = await ask(client, document, { line: 6, character: 4 });
  expect(keys?.isIncomplete).toBe(false);
  expect(keys?.items.map(({ label }) => label).slice(0, 3)).toEqual(['image', 'tenants', 'region']);
  const sorted = keys?.items.map(({ sortText }) => sortText) ?? [];
  expect(sorted).toEqual([...sorted].sort());
  const tenants = labelled(keys, 'tenants');
  expect(tenants).toMatchObject({
    insertTextFormat: 2,
    insertTextMode: 2,
    textEdit: { newText: 'tenants:\n  - $0', insert: {}, replace: {} },
  });
  expect(tenants?.documentation).toBeUndefined();
  expect(tenants?.command).toBeUndefined();
  const resolved = await client.request<CompletionItem>('completionItem/resolve', tenants);
  expect(resolved.documentation).toMatchObject({ kind: 'markdown', value: expect.stringContaining('**tenants**') });

  const values = await ask(client, document, { line: 8, character: 12 });
  expect(labelled(values, 'web')?.textEdit).toEqual({
    newText: 'web',
    insert: { start: { line: 8, character: 11 }, end: { line: 8, character: 12 } },
    replace: { start: { line: 8, character: 11 }, end: { line: 8, character: 14 } },
  });
  await document.replace('wXb', '"wXb"');
  const quoted = await ask(client, document, { line: 8, character: 13 });
  const both = { start: { line: 8, character: 11 }, end: { line: 8, character: 16 } };
  expect(labelled(quoted, 'web')?.textEdit).toEqual({ newText: '"web"', insert: both, replace: both });
  await client.stop();
});

test('an editor that takes what items replace once for all gets the same edits', async () => {
  const { completion } = able.textDocument;
  const sharing = { ...completion, completionList: { itemDefaults: ['editRange' as const] } };
  const differ = { ...completion, completionItem: { ...completion.completionItem, insertReplaceSupport: false } };
  const lists = [completion, differ].flatMap(each => [each, { ...sharing, completionItem: each.completionItem }]);
  const positions = [
    { line: 6, character: 4 },
    { line: 8, character: 12 },
  ];
  const found: (CompletionList | null)[][] = [];
  for (const each of lists) {
    const client = await Client.start({
      capabilities: { ...able, textDocument: { ...able.textDocument, completion: each } },
    });
    const document = await client.open(shares);
    found.push(await Promise.all(positions.map(position => ask(client, document, position))));
    await client.stop();
  }
  const [both, bothShared, one, oneShared] = found.map(answers => answers.map(withOwnEdits));
  expect(found[1]?.[1]?.itemDefaults?.editRange).toHaveProperty('insert');
  expect(found[3]?.[1]?.itemDefaults?.editRange).toHaveProperty('start');
  expect(found[1]?.[1]?.items.map(item => item.textEdit ?? item.textEditText)).toContain(undefined);
  expect(bothShared).toEqual(both);
  expect(oneShared).toEqual(one);
  expect(both).not.toEqual(one);
});

/** The items of a list, each with the edit that it makes. */
function withOwnEdits(list: CompletionList | null): readonly CompletionItem[] {
  const range = list?.itemDefaults?.editRange;
  if (list === null || range === undefined) return list?.items ?? [];
  return list.items.map(({ textEditText: newText = '', ...item }) => {
    const text = newText === '' ? item.label : newText;
    return { ...item, textEdit: 'insert' in range ? { newText: text, ...range } : { newText: text, range } };
  });
}

test('an editor that can do little gets plain text as it is to stand', async () => {
  const client = await Client.start({ capabilities: simple, locale: 'zh-CN' });
  const document = await client.open(shares);
  const tenants = labelled(await ask(client, document, { line: 6, character: 4 }), 'tenants');
  expect(tenants?.textEdit).toMatchObject({ newText: 'tenants:\n      - ', range: {} });
  expect(tenants).not.toHaveProperty('insertTextFormat');
  expect(tenants).not.toHaveProperty('insertTextMode');
  const resolved = await client.request<CompletionItem>('completionItem/resolve', tenants);
  expect(resolved.documentation).toMatchObject({
    kind: 'plaintext',
    value: expect.stringMatching(/^\p{Script=Han}|^tenants/u),
  });
  expect(JSON.stringify(resolved.documentation)).not.toMatch(/\*\*|`/);
  await client.stop();
});

test('a typed space asks only where something is to follow', async () => {
  const client = await Client.start({ capabilities: able });
  const document = await client.open(shares);
  const typed = { triggerKind: 2, triggerCharacter: ' ' };
  expect(await ask(client, document, { line: 6, character: 4 }, typed)).toBeNull();
  await document.replace('image: wXb', 'image: ');
  expect(labelled(await ask(client, document, { line: 8, character: 11 }, typed), 'web')).toBeDefined();
  await client.stop();
});

test('what is known of an image is told as long as the text is the same', async () => {
  const client = await Client.start({ capabilities: able });
  const document = await client.open(shares);
  const web = labelled(await ask(client, document, { line: 8, character: 12 }), 'web');
  const resolve = () => client.request<CompletionItem>('completionItem/resolve', web);
  expect((await resolve()).documentation).toMatchObject({ value: expect.stringContaining('type: `system-disk`') });
  await document.replace('wXb', 'web');
  expect((await resolve()).documentation).toBeUndefined();
  await client.stop();
});

test('an editor that names its command for suggestions is told where to run it', async () => {
  const client = await Client.start({ capabilities: able, initializationOptions: { suggestCommand: 'suggest' } });
  const document = await client.open(shares);
  const keys = await ask(client, document, { line: 6, character: 4 });
  expect(labelled(keys, 'image')?.command).toMatchObject({ command: 'suggest' });
  expect(labelled(keys, 'description')?.command).toBeUndefined();
  await client.stop();
});

test('what closes a value in flow style takes one of few', async () => {
  const client = await Client.start({ capabilities: able });
  const document = await client.open(manifest('servers:\n  web: { type:  }\n'));
  const types = await ask(client, document, { line: 3, character: 15 });
  expect(labelled(types, 'BMS')?.commitCharacters).toEqual([',', '}']);
  await client.stop();
});
