import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type {
  ClientCapabilities,
  DocumentHighlight,
  DocumentLink,
  DocumentSymbol,
  FoldingRange,
  Location,
  LocationLink,
  Range,
  SelectionRange,
  SymbolInformation,
  TypeHierarchyItem,
  WorkspaceEdit,
} from 'vscode-languageserver/node';
import { manifest } from '../support/manifests.ts';
import { Client, type Document, pulling, simple } from './client.ts';

const able: ClientCapabilities = {
  ...pulling,
  textDocument: {
    ...pulling.textDocument,
    definition: { linkSupport: true },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    rename: { prepareSupport: true },
    foldingRange: { rangeLimit: 2, lineFoldingOnly: true },
  },
};

const text = manifest(`inventory: ../saved.json
images:
  golden: { type: system-disk }
operations:
  - { action: replicate, image: golden, name: copy }
  - action: share
    image: listed
    tenants: [a]
`);
const saved = '[\n  { "id": "i",\n    "name": "listed" }\n]';
const root = mkdtempSync(join(tmpdir(), 'ims-navigation-'));
const uri = pathToFileURL(join(root, 'ops/a.ims.yaml')).href;
const file = pathToFileURL(join(root, 'saved.json')).href;

beforeAll(() => {
  mkdirSync(join(root, 'ops'));
  writeFileSync(join(root, 'saved.json'), saved);
});
afterAll(() => rmSync(root, { recursive: true }));

/** Asks about the first occurrence of a stretch of the text. */
const ask = <R>(document: Document, method: string, at: string, more: object = {}): Promise<R> =>
  document.client.request(method, {
    textDocument: { uri: document.uri },
    position: document.positionOf(at),
    ...more,
  });

describe.each([
  ['an editor that can do much', able],
  ['the least that an editor can do', simple],
])('%s', (_, capabilities) => {
  let client: Client;
  let document: Document;
  const isAble = capabilities === able;

  beforeAll(async () => {
    client = await Client.start({ capabilities, folder: root });
    document = await client.open(text, uri);
    // At once: no editor asks again while nothing is edited.
    expect(await ask<DocumentLink[]>(document, 'textDocument/documentLink', '')).toHaveLength(1);
  });
  afterAll(() => client.stop());

  const textsAt = (ranges: readonly Range[]): string[] => ranges.map(range => document.textAt(range));

  test('renames are prepared where the editor asks for that', () => {
    const { renameProvider } = client.initialized.capabilities;
    expect(renameProvider).toEqual(isAble ? { prepareProvider: true } : true);
  });

  test('a definition, as a link where the editor takes one', async () => {
    const found = await ask<(Location | LocationLink)[]>(document, 'textDocument/definition', 'golden, name');
    const range = document.rangeOf(text.indexOf('golden'), text.indexOf('golden') + 6);
    if (!isAble) return expect(found).toEqual([{ uri, range }]);
    const [link] = found as LocationLink[];
    expect(link).toMatchObject({ targetUri: uri, targetSelectionRange: range });
    expect(link && document.textAt(link.targetRange)).toBe('golden: { type: system-disk }');
    expect(link?.originSelectionRange?.start).toEqual(document.positionOf('golden, name'));
  });

  test('a definition in the inventory file', async () => {
    const found = await ask<object[]>(document, 'textDocument/definition', 'listed');
    const id = { start: { line: 1, character: 11 }, end: { line: 1, character: 12 } };
    const whole = { start: { line: 1, character: 2 }, end: { line: 2, character: 22 } };
    expect(found).toEqual([
      isAble
        ? expect.objectContaining({ targetUri: file, targetRange: whole, targetSelectionRange: id })
        : { uri: file, range: id },
    ]);
  });

  test('the symbols of the document, nested where the editor can', async () => {
    const found = await ask<(DocumentSymbol | SymbolInformation)[]>(document, 'textDocument/documentSymbol', '');
    if (isAble) {
      const operations = (found as DocumentSymbol[]).find(({ name }) => name === 'operations');
      expect(operations?.children?.map(({ name, detail }) => `${name} ${detail}`)).toEqual([
        'copy replicate golden',
        'share listed → 1 tenant',
      ]);
    } else {
      const operations = (found as SymbolInformation[]).filter(({ containerName }) => containerName === 'operations');
      expect(operations.map(({ name, location }) => [name, location.uri])).toEqual([
        ['copy', uri],
        ['share', uri],
      ]);
    }
  });

  test('the symbols of the workspace, by some of their letters', async () => {
    const named = async (query: string): Promise<string[]> => {
      const found = await client.request<SymbolInformation[]>('workspace/symbol', { query });
      return found.map(
        ({ name, containerName, location }) => `${name} ${containerName} ${document.textAt(location.range)}`,
      );
    };
    expect(await named('')).toEqual(['golden system-disk golden', 'copy replicate golden copy']);
    expect(await named('GDN')).toEqual(['golden system-disk golden']);
    expect(await named('ndg')).toEqual([]);
  });

  test('the symbols of manifests that are not open, as long as they are there', async () => {
    const other = join(root, 'ops/other.ims.yaml');
    const changed = () =>
      client.connection.sendNotification('workspace/didChangeWatchedFiles', {
        changes: [{ uri: pathToFileURL(other).href, type: 1 }],
      });
    const named = async (): Promise<string[]> => {
      const found = await client.request<SymbolInformation[]>('workspace/symbol', { query: 'remote' });
      return found.map(({ name, location }) => `${name} in ${location.uri}`);
    };
    writeFileSync(other, manifest('images:\n  remote: { type: iso }\noperations: []\n'));
    await changed();
    expect(await named()).toEqual([`remote in ${pathToFileURL(other).href}`]);
    rmSync(other);
    await changed();
    expect(await named()).toEqual([]);
  });

  test('references and highlights', async () => {
    const context = { includeDeclaration: true };
    const found = await ask<Location[]>(document, 'textDocument/references', 'golden', { context });
    expect(textsAt(found.map(({ range }) => range))).toEqual(['golden', 'golden']);
    const highlighted = await ask<DocumentHighlight[]>(document, 'textDocument/documentHighlight', 'golden');
    expect(highlighted.map(({ kind }) => kind)).toEqual([3, 2]);
  });

  test('a rename, with the version of the document where the editor takes it', async () => {
    if (isAble) {
      const prepared = await ask<{ range: Range; placeholder: string }>(
        document,
        'textDocument/prepareRename',
        'golden',
      );
      expect(prepared).toEqual({ range: expect.anything(), placeholder: 'golden' });
      expect(textsAt([prepared.range])).toEqual(['golden']);
    }
    const edit = await ask<WorkspaceEdit>(document, 'textDocument/rename', 'golden', { newName: 'gilded' });
    const edits = { [isAble ? 'documentChanges' : 'changes']: expect.anything() };
    expect(edit).toEqual(edits);
    expect(JSON.stringify(edit).match(/"newText":"gilded"/g)).toHaveLength(2);
  });

  test('a rename that cannot be says why', async () => {
    const refused = ask(document, 'textDocument/rename', 'listed', { newName: 'other' });
    await expect(refused).rejects.toThrow(/inventory/);
  });

  test('folds, no more than the editor wants', async () => {
    const found = await ask<FoldingRange[]>(document, 'textDocument/foldingRange', '');
    const all = [
      { startLine: 3, endLine: 4 },
      { startLine: 5, endLine: 9 },
      { startLine: 7, endLine: 9 },
    ];
    expect(found).toEqual(isAble ? all.slice(0, 2) : all);
  });

  test('selections, one for each position', async () => {
    const positions = [document.positionOf('golden'), document.positionOf('share')];
    const found = await ask<SelectionRange[]>(document, 'textDocument/selectionRange', '', { positions });
    expect(found.map(({ range, parent }) => [range, parent?.range].map(r => r && document.textAt(r)))).toEqual([
      ['golden', 'golden: { type: system-disk }'],
      ['share', 'action: share'],
    ]);
  });

  test('a link to the inventory', async () => {
    const [link] = await ask<DocumentLink[]>(document, 'textDocument/documentLink', '');
    expect(link?.target).toBe(file);
    expect(link && document.textAt(link.range)).toBe('../saved.json');
  });

  test('the lineage of an image', async () => {
    const [item] = await ask<TypeHierarchyItem[]>(document, 'textDocument/prepareTypeHierarchy', 'golden');
    expect(item).toMatchObject({ name: 'golden', detail: 'images', uri });
    const [copy] = await client.request<TypeHierarchyItem[]>('typeHierarchy/subtypes', { item });
    expect(copy).toMatchObject({ name: 'copy', detail: 'replicate golden' });
    expect(await client.request('typeHierarchy/supertypes', { item: copy })).toEqual([item]);
    expect(await client.request('typeHierarchy/subtypes', { item: copy })).toEqual([]);
  });
});

test('a document that is not open has nothing', async () => {
  const client = await Client.start({ capabilities: able, locale: 'zh-CN' });
  const document = await client.open(text);
  await document.close();
  for (const method of ['definition', 'documentSymbol', 'foldingRange', 'documentHighlight', 'prepareTypeHierarchy']) {
    expect(await ask(document, `textDocument/${method}`, 'golden')).toBeNull();
  }
  await client.stop();
});

test('in Chinese, where the editor is', async () => {
  const client = await Client.start({ capabilities: able, locale: 'zh-CN' });
  const document = await client.open(text);
  await expect(ask(document, 'textDocument/prepareRename', 'action')).rejects.toThrow(/此处没有/);
  await client.stop();
});
