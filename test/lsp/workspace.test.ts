import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import {
  CancellationTokenSource,
  type ClientCapabilities,
  type PreviousResultId,
  type ProgressToken,
  type SymbolInformation,
  type TextDocumentEdit,
  WorkDoneProgress,
  type WorkDoneProgressBegin,
  WorkDoneProgressCreateRequest,
  type WorkDoneProgressEnd,
  type WorkDoneProgressReport,
  type WorkspaceDiagnosticReport,
  WorkspaceDiagnosticRequest,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver/node';
import type { WorkspaceFixes } from '../../server/src/lsp/workspaceCommands.ts';
import { folder } from '../cli/run.ts';
import { manifest, oneWarning, sharesEncrypted, twoFindings } from '../support/manifests.ts';
import { Client, eventually, pulling, workspaceFolder } from './client.ts';

const withProgress: ClientCapabilities = { ...pulling, window: { workDoneProgress: true } };
const uriOf = (...path: string[]): string => pathToFileURL(join(...path)).href;

/** A client's view of the manifests that are not open, kept up to date by asking again and again. */
class Watcher {
  readonly known = new Map<string, WorkspaceDocumentDiagnosticReport>();
  /** How many reports came with each answer, those that came before it included. */
  readonly counts: number[] = [];
  #received = 0;
  #cancel: CancellationTokenSource | undefined;
  readonly #client: Client;

  constructor(client: Client) {
    this.#client = client;
    client.connection.onProgress(WorkspaceDiagnosticRequest.partialResult, 'partial', report => this.#take(report));
  }

  #take({ items }: WorkspaceDiagnosticReport): void {
    this.#received += items.length;
    for (const report of items) this.known.set(report.uri, report);
  }

  /** Asks once, and waits for the answer. */
  async ask(partially = false): Promise<this> {
    const previousResultIds: PreviousResultId[] = [...this.known.values()].flatMap(({ uri, resultId }) =>
      resultId ? [{ uri, value: resultId }] : [],
    );
    this.#received = 0;
    this.#cancel = new CancellationTokenSource();
    const params = { previousResultIds, ...(partially && { partialResultToken: 'partial' }) };
    this.#take(await this.#client.connection.sendRequest('workspace/diagnostic', params, this.#cancel.token));
    this.counts.push(this.#received);
    return this;
  }

  cancel(): void {
    this.#cancel?.cancel();
  }

  /** `name: how many problems` of each manifest. */
  get found(): string[] {
    return [...this.known.values()]
      .map(({ uri, ...report }) => `${basename(uri)}: ${report.kind === 'full' ? report.items.length : '?'}`)
      .sort();
  }
}

const start = async (files: Record<string, string>, capabilities = pulling) => {
  const root = folder(files);
  const client = await Client.start({ folder: root, capabilities });
  return { root, client, watcher: new Watcher(client) };
};

type Shown = WorkDoneProgressBegin | WorkDoneProgressReport | WorkDoneProgressEnd;

/** Listens to the bars that the server shows. */
function onBar(client: Client, shown: (progress: Shown, token: ProgressToken) => void): void {
  client.connection.onRequest(WorkDoneProgressCreateRequest.type, ({ token }) => {
    client.connection.onProgress(WorkDoneProgress.type, token, progress => shown(progress, token));
  });
}

test('the manifests that are not open are told of, and only those', async () => {
  const { root, client, watcher } = await start({
    'a.ims.yaml': twoFindings,
    'b/c/d.ims.yml': sharesEncrypted,
    'b/clean.ims.yaml': manifest('operations: []\n'),
    'node_modules/x.ims.yaml': twoFindings,
    '.git/x.ims.yaml': twoFindings,
    'other.yaml': twoFindings,
  });
  expect((await watcher.ask()).found).toEqual(['a.ims.yaml: 2', 'clean.ims.yaml: 0', 'd.ims.yml: 1']);

  // One that is opened tells of itself; what was told stays, and comes again when it is closed.
  const document = await client.open(twoFindings, uriOf(root, 'a.ims.yaml'));
  const asking = watcher.ask();
  await document.close();
  await asking;
  expect(watcher.counts).toEqual([3, 1]);
  await client.stop();
});

test('who knows all is answered when there is something new', async () => {
  const { root, client, watcher } = await start({ 'a.ims.yaml': twoFindings, 'b.ims.yaml': oneWarning });
  await watcher.ask();
  const asking = watcher.ask();
  writeFileSync(join(root, 'a.ims.yaml'), sharesEncrypted);
  await client.changed(join(root, 'a.ims.yaml'), 2);
  await asking;
  expect(watcher.found).toEqual(['a.ims.yaml: 1', 'b.ims.yaml: 1']);
  expect(watcher.counts).toEqual([2, 1]);

  // A new one, and one that is gone.
  const again = watcher.ask();
  mkdirSync(join(root, 'new'));
  writeFileSync(join(root, 'new/c.ims.yaml'), twoFindings);
  await client.changed(join(root, 'new/c.ims.yaml'), 1);
  await again;
  rmSync(join(root, 'b.ims.yaml'));
  const last = watcher.ask();
  await client.changed(join(root, 'b.ims.yaml'), 3);
  await last;
  expect(watcher.found).toEqual(['a.ims.yaml: 1', 'b.ims.yaml: 0', 'c.ims.yaml: 2']);
  expect(watcher.counts).toEqual([2, 1, 1, 1]);

  // A change that changes no diagnostics is none; and who does not wait any more is let go.
  const idle = watcher.ask();
  writeFileSync(join(root, 'a.ims.yaml'), `${sharesEncrypted}# said\n`);
  await client.changed(join(root, 'a.ims.yaml'), 2);
  watcher.cancel();
  await expect(idle).rejects.toMatchObject({ code: -32800 });
  await client.stop();
  expect(client.logged).toEqual([]);
});

test('inventories, project files and settings count for those that are not open, too', async () => {
  const inventory = (key: string): string =>
    JSON.stringify([{ id: 'i', name: 'dark', virtual_env_type: 'FusionCompute', __system__cmkid: key }]);
  const text = manifest('inventory: i.json\noperations:\n  - { action: share, image: dark, tenants: [t] }\n');
  const { root, client, watcher } = await start({ 'i.json': inventory('k'), 'a.ims.yaml': text });
  expect((await watcher.ask()).found).toEqual(['a.ims.yaml: 1']);

  writeFileSync(join(root, 'i.json'), JSON.stringify([{ id: 'i', name: 'dark' }]));
  const afterInventory = watcher.ask();
  await client.changed(join(root, 'i.json'), 2);
  await afterInventory;
  expect(watcher.found).toEqual(['a.ims.yaml: 0']);

  writeFileSync(join(root, 'i.json'), inventory('k'));
  const back = watcher.ask();
  await client.changed(join(root, 'i.json'), 2);
  await back;
  writeFileSync(join(root, '.ims-manifest.yaml'), 'rules: { share-encrypted: off }\n');
  const afterProject = watcher.ask();
  await client.changed(join(root, '.ims-manifest.yaml'), 2);
  await afterProject;
  expect(watcher.found).toEqual(['a.ims.yaml: 0']);

  rmSync(join(root, '.ims-manifest.yaml'));
  const without = watcher.ask();
  await client.changed(join(root, '.ims-manifest.yaml'), 2);
  await without;
  expect(watcher.found).toEqual(['a.ims.yaml: 1']);
  const configured = watcher.ask();
  await client.configure({ rules: { 'share-encrypted': 'off' } });
  await configured;
  expect(watcher.found).toEqual(['a.ims.yaml: 0']);
  await client.stop();
});

test('workspace folders come and go with their manifests', async () => {
  const root = folder({ 'one/a.ims.yaml': twoFindings, 'two/b.ims.yaml': oneWarning });
  const [one, two] = ['one', 'two'].map(name => workspaceFolder(join(root, name)));
  const client = await Client.start({ folders: [join(root, 'one')] });
  const watcher = new Watcher(client);
  expect((await watcher.ask()).found).toEqual(['a.ims.yaml: 2']);
  const asking = watcher.ask();
  await client.notify('workspace/didChangeWorkspaceFolders', { event: { added: [two], removed: [one] } });
  await asking;
  expect(watcher.found).toEqual(['a.ims.yaml: 0', 'b.ims.yaml: 1']);
  await client.stop();
});

test('a workspace folder that goes while its manifests are being listed leaves none behind', async () => {
  const path = folder({ 'one/a.ims.yaml': twoFindings, 'two/b.ims.yaml': twoFindings });
  const [one, two] = ['one', 'two'].map(name => join(path, name)) as [string, string];
  const client = await Client.start({ folders: [one] });
  const change = (added: string[], removed: string[]): Promise<void> =>
    client.notify('workspace/didChangeWorkspaceFolders', {
      event: { added: added.map(workspaceFolder), removed: removed.map(workspaceFolder) },
    });
  for (let times = 0; times < 20; times++) {
    await change([two], []);
    await Promise.all([client.request('workspace/diagnostic', { previousResultIds: [] }), change([], [two])]);
  }
  expect((await new Watcher(client).ask()).found).toEqual(['a.ims.yaml: 2']);
  await client.stop();
});

test('2,000 manifests are told of bit by bit, with a bar; the editor is answered all the while', {
  timeout: 60_000,
}, async () => {
  const files = Array.from({ length: 2000 }, (_, i) => [`m${i}.ims.yaml`, twoFindings] as const);
  const { client, watcher } = await start(Object.fromEntries(files), withProgress);
  const bar: string[] = [];
  onBar(client, progress => bar.push(progress.kind === 'report' ? `${progress.message}` : progress.kind));
  const document = await client.open(twoFindings);
  let answered = false;
  const asking = watcher.ask(true).then(() => {
    answered = true;
  });
  let hovers = 0;
  let before = 0;
  while (!answered) {
    expect(await document.hover('size')).not.toBeNull();
    hovers++;
    if (watcher.known.size > 0 && watcher.known.size < 2000) before++;
  }
  await asking;
  expect(watcher.known.size).toBe(2000);
  expect(hovers).toBeGreaterThan(20);
  expect(before).toBeGreaterThan(5);
  await eventually(() => expect(bar.at(-1)).toBe('end'));
  expect(bar[0]).toBe('begin');
  expect(bar[1]).toMatch(/^\d+\/2000$/);
  await client.stop();
});

test('a user who does not want to wait is not made to: the rest is left until it changes', {
  timeout: 60_000,
}, async () => {
  const files = Array.from({ length: 2000 }, (_, i) => [`m${i}.ims.yaml`, twoFindings] as const);
  const { root, client, watcher } = await start(Object.fromEntries(files), withProgress);
  onBar(client, ({ kind }, token) => {
    if (kind === 'begin') void client.notify('window/workDoneProgress/cancel', { token });
  });
  await watcher.ask();
  const some = watcher.known.size;
  expect(some).toBeGreaterThan(0);
  expect(some).toBeLessThan(2000);
  const asking = watcher.ask();
  await client.changed(join(root, 'm1999.ims.yaml'), 2);
  await asking;
  expect(watcher.known.size).toBe(some + 1);
  await client.stop();
});

test('workspace symbols are of all manifests, open or not', async () => {
  const { root, client } = await start({
    'a.ims.yaml': manifest('images:\n  golden-base: { type: system-disk }\noperations: []\n'),
    'b/b.ims.yaml': twoFindings,
  });
  const document = await client.open(manifest('servers:\n  golden-build: { type: ECS }\n'), uriOf(root, 'c.ims.yaml'));
  const found = async (query: string): Promise<string[]> => {
    const symbols = await client.request<SymbolInformation[]>('workspace/symbol', { query });
    return symbols.map(({ name, location }) => `${basename(location.uri)}: ${name}`).sort();
  };
  expect(await found('gold')).toEqual(['a.ims.yaml: golden-base', 'c.ims.yaml: golden-build']);
  expect(await found('')).toHaveLength(4);
  await document.close();
  rmSync(join(root, 'a.ims.yaml'));
  await client.changed(join(root, 'a.ims.yaml'), 3);
  expect(await found('gold')).toEqual([]);
  await client.stop();
});

test('the whole workspace can be checked, and fixed', async () => {
  const { root, client } = await start({
    'a.ims.yaml': twoFindings,
    'b.ims.yaml': oneWarning,
    'clean.ims.yaml': manifest('operations: []\n'),
  });
  const unsaved = twoFindings.replace('160 GB', '100 GB');
  const document = await client.open(unsaved, uriOf(root, 'a.ims.yaml'));
  // Made since, without anybody telling.
  writeFileSync(join(root, 'new.ims.yaml'), sharesEncrypted);
  expect(await client.request('ims/checkWorkspace', {})).toEqual({ manifests: 4, errors: 2, warnings: 1, notes: 0 });

  const { manifests, fixes, edit } = await client.request<WorkspaceFixes>('ims/fixAllInWorkspace', {});
  expect({ manifests, fixes }).toEqual({ manifests: 1, fixes: 1 });
  const [change] = edit.documentChanges as TextDocumentEdit[];
  expect(change?.textDocument).toEqual({ uri: uriOf(root, 'a.ims.yaml'), version: 1 });
  await document.apply(edit);
  expect(document.text).toContain('is_quick_import: true');
  expect(await document.findings()).toEqual([]);
  await document.close();

  const closed = await client.request<WorkspaceFixes>('ims/fixAllInWorkspace', {});
  expect(closed).toMatchObject({
    manifests: 1,
    fixes: 2,
    edit: { documentChanges: [{ textDocument: { version: null } }] },
  });
  await client.stop();
});
