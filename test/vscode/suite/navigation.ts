import { assert } from 'chai';
import {
  commands,
  type DocumentHighlight,
  type DocumentLink,
  type DocumentSymbol,
  type FoldingRange,
  type Location,
  type LocationLink,
  type SelectionRange,
  type SymbolInformation,
  type TypeHierarchyItem,
  type WorkspaceEdit,
  workspace,
} from 'vscode';
import { Manifest } from './manifest.ts';
import { poll } from './poll.ts';
import { test } from './tests.ts';

const text = `apiVersion: ims/v1
region: cn-north-4
inventory: ../inventory/images.json
images:
  golden: { type: system-disk, status: Normal }
operations:
  - { action: replicate, image: golden, name: golden-copy }
  - action: share
    image: golden-copy
    tenants: [51063212b8894ef49479c1fd674d257c]
  - action: create-data-disk
    image: fonts-and-templates
`;

/** The manifest, once its inventory has arrived. */
async function opened(name: string): Promise<Manifest> {
  const manifest = await Manifest.write(`navigation/${name}.ims.yaml`, text);
  await manifest.noFinding('unknown-reference', 'fonts-and-templates');
  return manifest;
}

const target = (found: Location | LocationLink | undefined) => ({
  uri: found && ('targetUri' in found ? found.targetUri : found.uri),
  range: found && ('targetUri' in found ? (found.targetSelectionRange ?? found.targetRange) : found.range),
});

test('a name leads to the operation that made it', async () => {
  const manifest = await opened('definition');
  const [found] = await manifest.ask<(Location | LocationLink)[]>(
    'vscode.executeDefinitionProvider',
    manifest.place('image: |golden-copy'),
  );
  const { uri, range } = target(found);
  assert.strictEqual(`${uri}`, `${manifest.uri}`);
  assert.deepEqual(range, manifest.range('name: |golden-copy'));
});

test('a name leads into the inventory file', async () => {
  const manifest = await opened('inventory');
  const found = await poll('the place in the file', async () => {
    const [link] = await manifest.ask<(Location | LocationLink)[]>(
      'vscode.executeDefinitionProvider',
      manifest.place('image: |fonts'),
    );
    const { uri, range } = target(link);
    return uri?.path.endsWith('inventory/images.json') ? { uri, range } : undefined;
  });
  const file = await workspace.openTextDocument(found.uri);
  const line = found.range?.start.line ?? 0;
  const around = file
    .getText()
    .split('\n')
    .slice(line, line + 3);
  assert.match(around.join('\n'), /fonts-and-templates/);
});

test('references and highlights are where a name stands, and nowhere else', async () => {
  const manifest = await opened('references');
  const place = manifest.place('image: |golden,');
  const places = [manifest.range('|golden: {').start, place].map(at => at.line);
  const found = await manifest.ask<Location[]>('vscode.executeReferenceProvider', place);
  assert.deepEqual(
    found.map(({ range }) => range.start.line),
    places,
  );
  assert.deepEqual(
    found.map(({ range }) => manifest.text(range)),
    ['golden', 'golden'],
  );
  const highlights = await manifest.ask<DocumentHighlight[]>('vscode.executeDocumentHighlights', place);
  assert.deepEqual(
    highlights.map(({ range }) => range.start.line),
    places,
  );
});

test('a rename changes the name wherever it stands', async () => {
  const manifest = await opened('rename');
  const edit = await manifest.ask<WorkspaceEdit>(
    'vscode.executeDocumentRenameProvider',
    manifest.place('image: |golden-copy'),
    'gilded',
  );
  assert.ok(await workspace.applyEdit(edit));
  assert.strictEqual(manifest.content, text.replaceAll('golden-copy', 'gilded'));
});

test('the outline has sections, things and operations', async () => {
  const manifest = await opened('outline');
  const symbols = await manifest.ask<DocumentSymbol[]>('vscode.executeDocumentSymbolProvider');
  const lines = (all: readonly DocumentSymbol[], depth = ''): string[] =>
    all.flatMap(({ name, detail, children }) => [
      `${depth}${name} ${detail}`.trimEnd(),
      ...lines(children, `${depth}  `),
    ]);
  assert.deepEqual(lines(symbols), [
    'apiVersion ims/v1',
    'region cn-north-4',
    'inventory ../inventory/images.json',
    'images',
    '  golden system-disk',
    'operations',
    '  golden-copy replicate golden',
    '  share golden-copy → 1 tenant',
    '  create-data-disk fonts-and-templates',
  ]);
});

test('things of all manifests are found by name', async () => {
  const manifest = await opened('symbols');
  const found = await poll('golden-copy', async () => {
    const all = await commands.executeCommand<SymbolInformation[]>(
      'vscode.executeWorkspaceSymbolProvider',
      'golden-copy',
    );
    return all.find(({ location }) => location.uri.toString() === manifest.uri.toString());
  });
  assert.deepEqual(found.location.range, manifest.range('name: |golden-copy'));
  // Of a sample that is not open.
  await poll(
    'hr-client-rekeyed',
    async () =>
      (
        await commands.executeCommand<SymbolInformation[]>('vscode.executeWorkspaceSymbolProvider', 'hr-client-rekeyed')
      )[0],
  );
});

test('sections and operations fold', async () => {
  const manifest = await opened('folding');
  const folds = await manifest.ask<FoldingRange[]>('vscode.executeFoldingRangeProvider');
  const lineOf = (place: string): number => manifest.place(place).line;
  const at = (start: number) => folds.find(fold => fold.start === start)?.end;
  assert.strictEqual(at(lineOf('images:')), lineOf('images:') + 1);
  assert.strictEqual(at(lineOf('- action: share')), lineOf('tenants:'));
  assert.strictEqual(at(lineOf('operations:')), lineOf('image: fonts'));
});

test('a selection grows by what stands around it', async () => {
  const manifest = await opened('selection');
  const place = manifest.place('image: golden-|copy');
  const [found] = await manifest.ask<SelectionRange[]>('vscode.executeSelectionRangeProvider', [place]);
  const grown: string[] = [];
  for (let range: SelectionRange | undefined = found; range; range = range.parent)
    grown.push(manifest.text(range.range));
  const steps = ['golden-copy', 'image: golden-copy', '- action: share', 'operations:', text.trimEnd()];
  const positions = steps.map(step => grown.findIndex(each => each.trim().startsWith(step)));
  assert.ok(!positions.includes(-1), `all of ${steps} in ${grown}`);
  assert.deepEqual(
    positions,
    positions.toSorted((a, b) => a - b),
  );
});

test('an inventory file is a link', async () => {
  const manifest = await opened('links');
  const [link] = await manifest.ask<DocumentLink[]>('vscode.executeLinkProvider', 5);
  assert.match(`${link?.target}`, /inventory\/images\.json$/);
  assert.strictEqual(link && manifest.text(link.range), '../inventory/images.json');
});

test('the lineage of an image, up and down', async () => {
  const manifest = await opened('lineage');
  const [copy] = await manifest.ask<TypeHierarchyItem[]>(
    'vscode.prepareTypeHierarchy',
    manifest.place('image: |golden-copy'),
  );
  const related = (way: 'Supertypes' | 'Subtypes') =>
    commands.executeCommand<TypeHierarchyItem[]>(`vscode.provide${way}`, copy);
  const named = (items: readonly TypeHierarchyItem[]) => items.map(({ name }) => name);
  assert.strictEqual(copy?.name, 'golden-copy');
  assert.deepEqual(named(await related('Supertypes')), ['golden']);
  assert.deepEqual(named(await related('Subtypes')), ['share']);
});
