import { existsSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import {
  CancellationTokenSource,
  type Diagnostic,
  type DocumentDiagnosticReport,
  LSPErrorCodes,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver/node';
import { announced } from '../../../scripts/features/methods.ts';
import { generate } from '../../bench/manifest.mjs';
import type { RandomEdit } from '../../support/arbitrary.ts';
import { type Client, type Document, workspaceFolder } from '../client.ts';
import { type Step, second } from './steps.ts';
import { outside } from './stretches.ts';

/** A text that is opened in many slices. */
const large = generate(600);

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

const options = { tabSize: 4, insertSpaces: true };

export const uriOf = (path: string): string => pathToFileURL(path).href;

/** When other messages have had a chance. */
export const soon = (): Promise<void> => new Promise(resolve => setTimeout(resolve, 5));

/** An editor whose user is in a hurry. */
export class Editor {
  readonly open = new Map<string, Document>();
  readonly unfair: unknown[] = [];
  isSecondThere = false;
  #asked: Promise<void>[] = [];
  #cancels: CancellationTokenSource[] = [];
  readonly #methods: readonly string[];
  readonly #pulls: boolean;
  readonly #pulling = new Map<Document, CancellationTokenSource>();
  readonly #pulled = new Map<Document, Diagnostic[]>();

  constructor(readonly client: Client) {
    const all = announced(client.initialized.capabilities);
    this.#methods = [...all.filter(method => !asksOn.has(method)), 'ims/operation'];
    this.#pulls = all.includes('textDocument/diagnostic');
    client.connection.onRequest('workspace/diagnostic/refresh', () => {
      for (const document of this.open.values()) this.#pull(document);
      return null;
    });
  }

  async run(step: Step): Promise<void> {
    switch (step.do) {
      case 'open':
        return this.#open(step.path, step.text);
      case 'openLarge':
        return this.#open(step.path, large);
      case 'edit':
        return this.#edit(step.path, step.edits);
      case 'rewrite':
        return this.#change(this.open.get(step.path), [{ text: step.text }]);
      case 'rename':
        return this.#rename(step.path, step.at);
      case 'format':
        return this.#format(step.path);
      case 'close':
        return this.#close(step.path);
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
      case 'remove':
        rmSync(step.path, { force: true });
        return this.client.changed(step.path, 3);
      case 'move':
        return this.#move(step.path, step.to);
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

  async #open(path: string, text: string): Promise<void> {
    if (this.open.has(path)) return;
    const document = await this.client.open(text, uriOf(path));
    this.open.set(path, document);
    this.#pull(document);
  }

  async #close(path: string): Promise<void> {
    const document = this.open.get(path);
    this.open.delete(path);
    await document?.close();
  }

  /** A file gets another name; what is open of it is open under that. */
  async #move(path: string, to: string): Promise<void> {
    const text = this.open.get(path)?.text;
    await this.#close(path);
    if (existsSync(path)) renameSync(path, to);
    await this.client.changed(path, 3);
    await this.client.changed(to, 1);
    if (text !== undefined) await this.#open(to, text);
  }

  async #edit(path: string, all: readonly RandomEdit[]): Promise<void> {
    const document = this.open.get(path);
    if (document === undefined) return;
    for (const { at, remove, insert } of all) {
      const start = Math.floor(at * document.text.length);
      const end = Math.min(document.text.length, start + remove);
      await this.#change(document, [{ range: document.rangeOf(start, end), text: insert }]);
    }
  }

  async #change(document: Document | undefined, changes: Parameters<Document['change']>[0]): Promise<void> {
    if (document === undefined) return;
    await document.change(changes);
    this.#pull(document);
  }

  async #rename(path: string, at: number): Promise<void> {
    const document = this.open.get(path);
    const names = [...(document?.text ?? '').matchAll(/(?<=\b(?:image|name|server): )[\w-]+/g)];
    const name = names[Math.floor(at * names.length)];
    if (document === undefined || name === undefined) return;
    const position = document.rangeOf(name.index, name.index).start;
    const params = { position, newName: `${name[0]}-2` };
    await this.#apply('textDocument/rename', document, params, (edit: WorkspaceEdit) =>
      (edit.documentChanges ?? []).flatMap(change => ('edits' in change ? (change.edits as TextEdit[]) : [])),
    );
  }

  async #format(path: string): Promise<void> {
    const document = this.open.get(path);
    if (document === undefined) return;
    await this.#apply('textDocument/formatting', document, { options }, (edits: TextEdit[]) => edits);
  }

  /** Asks for edits, waits for them alone, and makes them in one message. */
  async #apply<A>(
    method: string,
    document: Document,
    params: object,
    editsOf: (answer: A) => TextEdit[],
  ): Promise<void> {
    const request = this.client.request<A | null>(method, { textDocument: { uri: document.uri }, ...params });
    const answer = await request.catch(error => this.#refused(method, error));
    const edits = answer === null ? [] : editsOf(answer);
    if (edits.length === 0) return;
    // From the last to the first, so that each is where the one before has left it.
    await this.#change(
      document,
      edits.toReversed().map(({ range, newText }) => ({ range, text: newText })),
    );
  }

  /** Notes an error that is the server's mistake. */
  #refused(method: string, error: { readonly code?: unknown }): null {
    if (!fairEnds.has(error.code)) this.unfair.push({ method, error });
    return null;
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
      options,
      context: { diagnostics: [], only: ['source.fixAll'], includeDeclaration: true },
      newName: 'other',
      query: 'a',
      previousResultIds: [],
    };
    const asked = this.#send(method, params, answer => {
      const isOfOne = method.startsWith('textDocument/') || method.startsWith('ims/');
      const stray = isOfOne ? outside(answer, uriOf(path), text) : [];
      if (stray.length > 0) this.unfair.push({ method, text, stray });
      const [first] = Array.isArray(answer) ? answer : ((answer as { items?: unknown[] } | null)?.items ?? []);
      if (first === undefined) return;
      for (const next of followUps[method] ?? []) this.#send(next, next.includes('types') ? { item: first } : first);
    });
    this.#cancels.push(asked);
    if (cancel && offset % 2 === 0) asked.cancel();
  }

  #send(method: string, params: unknown, take: (answer: unknown) => void = () => {}): CancellationTokenSource {
    const cancel = new CancellationTokenSource();
    const outcome = this.client.connection.sendRequest(method, params, cancel.token).then(take, error => {
      this.#refused(method, error);
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

  /** Asks for diagnostics as editors do: when a text has changed, and when told to, instead of what is asked already. */
  #pull(document: Document): void {
    if (!this.#pulls) return;
    this.#pulling.get(document)?.cancel();
    const { uri } = document;
    const asked = this.#send('textDocument/diagnostic', { textDocument: { uri } }, answer => {
      const report = answer as DocumentDiagnosticReport;
      if (report.kind === 'full' && this.#pulling.get(document) === asked) this.#pulled.set(document, report.items);
    });
    this.#pulling.set(document, asked);
  }

  /** What the user sees of what is open. */
  get shown(): Record<string, Diagnostic[] | undefined> {
    return Object.fromEntries([...this.open].map(([path, document]) => [path, this.#shownOf(document)]));
  }

  #shownOf(document: Document): Diagnostic[] | undefined {
    if (this.#pulls) return this.#pulled.get(document);
    return this.client.published.findLast(({ uri }) => uri === document.uri)?.diagnostics;
  }
}

const zero = { line: 0, character: 0 };
