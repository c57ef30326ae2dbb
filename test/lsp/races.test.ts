import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import {
  CancellationTokenSource,
  type ClientCapabilities,
  type Diagnostic,
  LSPErrorCodes,
  type Position,
  type Range,
} from 'vscode-languageserver/node';
import { announced } from '../../scripts/features/methods.ts';
import { sentTexts } from '../../scripts/features/texts.ts';
import { edits, manifestText, type RandomEdit } from '../support/arbitrary.ts';
import { Client, type Document, eventually, pulling, workspaceFolder } from './client.ts';

/** Scripts to run; more of them with RACES=100. */
const runs = Number(process.env.RACES ?? 3);

const able: ClientCapabilities = {
  ...pulling,
  window: { workDoneProgress: true },
  workspace: {
    ...pulling.workspace,
    codeLens: { refreshSupport: true },
    inlayHint: { refreshSupport: true },
  },
  textDocument: {
    ...pulling.textDocument,
    rename: { prepareSupport: true },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
  },
};

const root = mkdtempSync(join(tmpdir(), 'ims-races-'));
const folder = join(root, 'one');
const second = join(root, 'two');
afterAll(() => rmSync(root, { recursive: true }));

const manifests = [join(folder, 'a.ims.yaml'), join(folder, 'b.ims.yaml'), join(second, 'c.ims.yaml')];

const aManifest = fc.constantFrom(...manifests);
const aPart = fc.double({ min: 0, max: 1, noNaN: true });

const image = (name: string): string => JSON.stringify([{ id: '8db6', name, __imagetype: 'private' }]);
const aFile = fc.oneof(
  fc.record({ path: aManifest, text: manifestText }),
  fc.record({
    path: fc.constant(join(folder, 'listed.json')),
    text: fc.constantFrom(image('listed'), image('x'), '{'),
  }),
  fc.record({
    path: fc.constant(join(folder, '.ims-manifest.yaml')),
    text: fc.constantFrom('rules: { missing-key: off }\n', 'rules: { unknown-key: hint }\n', 'rules: ['),
  }),
);

/** What an editor and its user may do at any time, each without waiting for the answers to what was done before. */
type Step =
  | { readonly do: 'open'; readonly path: string; readonly text: string }
  | { readonly do: 'edit'; readonly path: string; readonly edits: readonly RandomEdit[] }
  | { readonly do: 'close'; readonly path: string }
  | {
      readonly do: 'ask';
      readonly path: string;
      readonly method: number;
      readonly at: number;
      readonly cancel: boolean;
    }
  | { readonly do: 'cancel' | 'wait' | 'folder' }
  | { readonly do: 'configure'; readonly settings: unknown }
  | { readonly do: 'write'; readonly path: string; readonly text: string };

const doing = <D extends Step['do']>(what: D): fc.Arbitrary<D> => fc.constant(what);
const someSettings = fc.constantFrom(undefined, { rules: { 'missing-key': 'off' } }, { maxProblems: 2 });

const aStep: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: doing('open'), path: aManifest, text: manifestText }) },
  { weight: 5, arbitrary: fc.record({ do: doing('edit'), path: aManifest, edits }) },
  { weight: 2, arbitrary: fc.record({ do: doing('close'), path: aManifest }) },
  {
    weight: 14,
    arbitrary: fc.record({ do: doing('ask'), path: aManifest, method: fc.nat(), at: aPart, cancel: fc.boolean() }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constantFrom('cancel', 'wait', 'folder') }) },
  { weight: 2, arbitrary: fc.record({ do: doing('configure'), settings: someSettings }) },
  { weight: 2, arbitrary: aFile.map(file => ({ do: 'write' as const, ...file })) },
);

/** What is asked about an answer. */
const followUps: Readonly<Record<string, readonly string[]>> = {
  'textDocument/codeAction': ['codeAction/resolve'],
  'textDocument/codeLens': ['codeLens/resolve'],
  'textDocument/completion': ['completionItem/resolve'],
  'textDocument/prepareTypeHierarchy': ['typeHierarchy/subtypes', 'typeHierarchy/supertypes'],
};
const asksOn = new Set(Object.values(followUps).flat());

/** How a request may end without an answer: not by a mistake of the server's. */
const fairEnds: ReadonlySet<unknown> = new Set([
  LSPErrorCodes.RequestCancelled,
  LSPErrorCodes.ContentModified,
  LSPErrorCodes.ServerCancelled,
  LSPErrorCodes.RequestFailed,
]);

const uriOf = (path: string): string => pathToFileURL(path).href;

/** An editor whose user is in a hurry. */
class Editor {
  readonly open = new Map<string, Document>();
  readonly unfair: unknown[] = [];
  isSecondThere = false;
  #asked: Promise<void>[] = [];
  #cancels: CancellationTokenSource[] = [];
  readonly #methods: readonly string[];

  constructor(readonly client: Client) {
    const all = announced(client.initialized.capabilities);
    this.#methods = [...all.filter(method => !asksOn.has(method)), 'ims/operation'];
  }

  async run(step: Step): Promise<void> {
    switch (step.do) {
      case 'open':
        if (!this.open.has(step.path)) this.open.set(step.path, await this.client.open(step.text, uriOf(step.path)));
        return;
      case 'edit':
        return this.#edit(step.path, step.edits);
      case 'close':
        await this.open.get(step.path)?.close();
        this.open.delete(step.path);
        return;
      case 'ask':
        return this.#ask(step.path, this.#methods[step.method % this.#methods.length] as string, step.at, step.cancel);
      case 'cancel':
        return this.#cancelAll();
      case 'wait':
        return soon();
      case 'configure':
        return this.client.configure(step.settings);
      case 'write':
        writeFileSync(step.path, step.text);
        return this.client.changed(step.path, 2);
      case 'folder':
        return this.setSecond(!this.isSecondThere);
    }
  }

  async setSecond(isThere: boolean): Promise<void> {
    if (isThere === this.isSecondThere) return;
    this.isSecondThere = isThere;
    const change = [workspaceFolder(second)];
    const event = { added: isThere ? change : [], removed: isThere ? [] : change };
    await this.client.notify('workspace/didChangeWorkspaceFolders', { event });
  }

  async #edit(path: string, all: readonly RandomEdit[]): Promise<void> {
    const document = this.open.get(path);
    if (document === undefined) return;
    for (const { at, remove, insert } of all) {
      const start = Math.floor(at * document.text.length);
      const end = Math.min(document.text.length, start + remove);
      await document.change([{ range: document.rangeOf(start, end), text: insert }]);
    }
  }

  #ask(path: string, method: string, at: number, cancel: boolean): void {
    const document = this.open.get(path);
    const text = document?.text ?? '';
    const offset = Math.floor(at * text.length);
    const range = document?.rangeOf(offset, text.length) ?? { start: zero, end: zero };
    const params = {
      textDocument: { uri: uriOf(path) },
      position: range.start,
      positions: [range.start],
      range,
      options: { tabSize: 4, insertSpaces: true },
      context: { diagnostics: [], only: ['source.fixAll'], includeDeclaration: true },
      newName: 'other',
      query: 'a',
      previousResultIds: [],
    };
    const token = this.#send(method, params, answer => {
      const isOfOne = method.startsWith('textDocument/') || method.startsWith('ims/');
      const outside = isOfOne ? stretchesIn(answer, uriOf(path)).filter(stretch => !isWithin(stretch, text)) : [];
      if (outside.length > 0) this.unfair.push({ method, text, outside });
      const [first] = Array.isArray(answer) ? answer : ((answer as { items?: unknown[] } | null)?.items ?? []);
      if (first === undefined) return;
      for (const next of followUps[method] ?? []) this.#send(next, next.includes('types') ? { item: first } : first);
    });
    if (cancel && offset % 2 === 0) token.cancel();
  }

  #send(method: string, params: unknown, take: (answer: unknown) => void = () => {}): CancellationTokenSource {
    const cancel = new CancellationTokenSource();
    this.#cancels.push(cancel);
    const outcome = this.client.connection.sendRequest(method, params, cancel.token).then(take, error => {
      if (!fairEnds.has(error.code)) this.unfair.push({ method, error });
    });
    this.#asked.push(outcome);
    return cancel;
  }

  #cancelAll(): void {
    for (const cancel of this.#cancels.splice(0)) cancel.cancel();
  }

  /** Resolves when everything that was asked has been answered; what waits for changes is cancelled. */
  async answered(): Promise<void> {
    this.#cancelAll();
    while (this.#asked.length > 0) await Promise.all(this.#asked.splice(0));
  }

  async diagnostics(): Promise<Record<string, Diagnostic[]>> {
    const all: Record<string, Diagnostic[]> = {};
    for (const [path, document] of this.open) all[path] = await document.diagnostics();
    return all;
  }
}

/** When other messages have had a chance. */
const soon = (): Promise<void> => new Promise(resolve => setTimeout(resolve, 5));

const zero: Position = { line: 0, character: 0 };

type Stretch = Range | { readonly startLine: number; readonly endLine: number };

/** The ranges and folds of an answer that are of a document, however deep; those with another URI are not. */
function stretchesIn(answer: unknown, uri: string): Stretch[] {
  if (typeof answer !== 'object' || answer === null) return [];
  const one = answer as Record<string, unknown>;
  const elsewhere = one.uri ?? one.targetUri;
  if (elsewhere !== undefined && elsewhere !== uri) return [];
  if ('startLine' in one || ('start' in one && 'end' in one)) return [answer as Stretch];
  return Object.values(one).flatMap(value => stretchesIn(value, uri));
}

function isWithin(stretch: Stretch, text: string): boolean {
  const lines = text.split(/\r\n|\r|\n/);
  const isPlace = ({ line, character }: Position): boolean => character <= (lines[line]?.length ?? -1);
  return 'startLine' in stretch ? stretch.endLine < lines.length : isPlace(stretch.start) && isPlace(stretch.end);
}

/** What is told when no file is being read any more. */
async function settled(editor: Editor): Promise<Record<string, Diagnostic[]>> {
  let last = await editor.diagnostics();
  for (;;) {
    await new Promise(resolve => setTimeout(resolve, 30));
    const next = await editor.diagnostics();
    if (JSON.stringify(next) === JSON.stringify(last)) return next;
    last = next;
  }
}

test('whatever is done while the server works, every question has one answer, none is stale, and all is up to date in the end', {
  timeout: 60_000 + runs * 20_000,
}, async () => {
  for (const at of [folder, second]) mkdirSync(at, { recursive: true });
  const client = await Client.start({ capabilities: able, folders: [folder] });
  const asked = ['workspace/codeLens/refresh', 'workspace/inlayHint/refresh', 'window/workDoneProgress/create'];
  for (const method of asked) client.connection.onRequest(method, () => null);
  client.connection.onRequest('workspace/configuration', async ({ items }) => {
    await soon();
    return items.map(() => client.settings);
  });
  const editor = new Editor(client);

  const property = fc.asyncProperty(fc.array(aStep, { minLength: 30, maxLength: 80 }), async steps => {
    for (const step of steps) await editor.run(step);
    await editor.answered();
    expect(editor.unfair).toEqual([]);
    expect(client.logged.filter(line => line.includes(' failed: '))).toEqual([]);

    const folders = editor.isSecondThere ? [folder, second] : [folder];
    const fresh = new Editor(await Client.start({ capabilities: able, folders, settings: client.settings }));
    for (const [path, { text }] of editor.open) await fresh.run({ do: 'open', path, text });
    const wanted = await settled(fresh);
    await eventually(async () => expect(await editor.diagnostics()).toEqual(wanted));
    await fresh.client.stop();

    for (const path of manifests) await editor.run({ do: 'close', path });
  });
  await fc.assert(property, { numRuns: runs, endOnFailure: true });
  expect([...client.heard].filter(method => !(method in sentTexts))).toEqual([]);
  expect([...client.heard]).toEqual(expect.arrayContaining(['client/registerCapability', 'workspace/configuration']));
  await client.stop();
});
