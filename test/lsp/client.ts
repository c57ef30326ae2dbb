import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { pathToFileURL } from 'node:url';
import { expect, vi } from 'vitest';
import {
  type ClientCapabilities,
  type CodeAction,
  type CompletionItem,
  ConfigurationRequest,
  createProtocolConnection,
  type DataCallback,
  type Diagnostic,
  DidChangeConfigurationNotification,
  type Disposable,
  type DocumentDiagnosticReport,
  type Hover,
  type InitializeResult,
  LogMessageNotification,
  Message,
  type Position,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  type PublishDiagnosticsParams,
  type Range,
  type Registration,
  RegistrationRequest,
  StreamMessageReader,
  StreamMessageWriter,
  type TextDocumentContentChangeEvent,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver/node';
import { cli } from '../support/dist.ts';
import { Lines } from '../support/lines.ts';

export const pulling: ClientCapabilities = {
  workspace: {
    configuration: true,
    didChangeConfiguration: { dynamicRegistration: true },
    workspaceEdit: { documentChanges: true },
    diagnostics: { refreshSupport: true },
    didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: true },
  },
  textDocument: {
    diagnostic: { relatedInformation: true },
    codeAction: { dataSupport: true, resolveSupport: { properties: ['edit'] } },
    hover: { contentFormat: ['markdown', 'plaintext'] },
    completion: { completionItem: { documentationFormat: ['markdown', 'plaintext'] } },
  },
};

/** The least that an editor can do. */
export const simple: ClientCapabilities = {};

interface Start {
  readonly capabilities?: ClientCapabilities;
  readonly locale?: string;
  readonly settings?: unknown;
  readonly initializationOptions?: unknown;
  /** The workspace folder. */
  readonly folder?: string;
  /** The workspace folders, where there may be several. */
  readonly folders?: readonly string[];
  /** The commands that it has. */
  readonly commands?: readonly string[];
}

/** Notes the methods of the messages that arrive. */
class NotingReader extends StreamMessageReader {
  readonly methods = new Set<string>();

  override listen(callback: DataCallback): Disposable {
    return super.listen(message => {
      if (Message.isRequest(message) || Message.isNotification(message)) this.methods.add(message.method);
      callback(message);
    });
  }
}

/** An editor, as the server sees it. */
export class Client {
  readonly connection: ProtocolConnection;
  readonly published: PublishDiagnosticsParams[] = [];
  readonly registrations: Registration[] = [];
  readonly logged: string[] = [];
  /** The methods of all that the server has asked and told. */
  readonly heard: ReadonlySet<string>;
  refreshes = 0;
  settings: unknown;
  initialized!: InitializeResult;
  readonly #process: ChildProcess;
  readonly #exited: Promise<unknown[]>;
  #documents = 0;

  constructor(settings?: unknown, program: readonly string[] = [cli, 'lsp']) {
    this.settings = settings;
    this.#process = spawn(process.execPath, [...program, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
    this.#exited = once(this.#process, 'exit');
    const { stdin, stdout } = this.#process;
    if (stdin === null || stdout === null) throw new Error('no pipes');
    const reader = new NotingReader(stdout);
    this.heard = reader.methods;
    this.connection = createProtocolConnection(reader, new StreamMessageWriter(stdin));
    this.connection.onRequest(ConfigurationRequest.type, ({ items }) => items.map(() => this.settings));
    this.connection.onRequest(RegistrationRequest.type, ({ registrations }) => {
      this.registrations.push(...registrations);
    });
    this.connection.onRequest('workspace/diagnostic/refresh', () => {
      this.refreshes++;
      return null;
    });
    this.connection.onNotification(PublishDiagnosticsNotification.type, params => void this.published.push(params));
    this.connection.onNotification(LogMessageNotification.type, ({ message }) => void this.logged.push(message));
    this.connection.listen();
  }

  static async start({ settings, ...start }: Start = {}): Promise<Client> {
    const client = new Client(settings);
    await client.initialize(start);
    await client.notify('initialized', {});
    return client;
  }

  async initialize({
    capabilities = pulling,
    locale = 'en',
    folder,
    folders,
    commands,
    initializationOptions,
  }: Omit<Start, 'settings'> = {}): Promise<void> {
    this.initialized = await this.request('initialize', {
      processId: process.pid,
      rootUri: folder === undefined ? null : pathToFileURL(folder).href,
      ...(folders !== undefined && { workspaceFolders: folders.map(workspaceFolder) }),
      capabilities,
      locale,
      initializationOptions: commands === undefined ? initializationOptions : { commands },
    });
  }

  get registered(): string[] {
    return this.registrations.map(({ method }) => method);
  }

  /** Resolves when the server next makes a request of a kind, which is answered with nothing. */
  nextRequest(method: string): Promise<void> {
    return new Promise(resolve => {
      this.connection.onRequest(method, () => {
        resolve();
        return null;
      });
    });
  }

  /** What the server has asked to be told about files. */
  get watched(): unknown[] {
    return this.registrations.flatMap(({ registerOptions }) => registerOptions?.watchers ?? []);
  }

  request<R>(method: string, params?: unknown): Promise<R> {
    return this.connection.sendRequest(method, params);
  }

  notify(method: string, params?: unknown): Promise<void> {
    const { connection } = this;
    return params === undefined ? connection.sendNotification(method) : connection.sendNotification(method, params);
  }

  async open(
    text: string,
    uri = `untitled:${++this.#documents}.ims.yaml`,
    languageId = 'ims-manifest',
  ): Promise<Document> {
    await this.notify('textDocument/didOpen', { textDocument: { uri, languageId, version: 1, text } });
    return new Document(this, uri, text);
  }

  /** A file has appeared (1), changed (2) or gone (3). */
  changed(path: string, type: 1 | 2 | 3): Promise<void> {
    return this.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: pathToFileURL(path).href, type }] });
  }

  async configure(settings: unknown): Promise<void> {
    this.settings = settings;
    await this.notify(DidChangeConfigurationNotification.method, { settings: null });
  }

  /** Ends the server in the orderly way, and tells its exit code. */
  async stop(): Promise<number> {
    await this.request('shutdown');
    await this.notify('exit');
    return this.exitCode();
  }

  closeInput(): void {
    this.#process.stdin?.end();
  }

  async exitCode(): Promise<number> {
    const [code] = await this.#exited;
    this.connection.dispose();
    return code as number;
  }
}

export const workspaceFolder = (path: string) => ({ uri: pathToFileURL(path).href, name: path });

/** A document that the editor has open: the text is the editor's own. */
export class Document {
  version = 1;
  constructor(
    readonly client: Client,
    readonly uri: string,
    public text: string,
  ) {}

  get #id() {
    return { textDocument: { uri: this.uri } };
  }

  /** Replaces the first occurrence of `old` (at the end of the text if it is empty). */
  async replace(old: string, text: string): Promise<void> {
    const start = old === '' ? this.text.length : this.text.indexOf(old);
    if (start < 0) throw new Error(`"${old}" is not in the text`);
    await this.change([{ range: this.rangeOf(start, start + old.length), text }]);
  }

  async change(changes: readonly TextDocumentContentChangeEvent[]): Promise<void> {
    for (const change of changes) {
      this.text = 'range' in change ? applied(this.text, [{ range: change.range, newText: change.text }]) : change.text;
    }
    this.version++;
    await this.client.notify('textDocument/didChange', {
      textDocument: { uri: this.uri, version: this.version },
      contentChanges: changes,
    });
  }

  close(): Promise<void> {
    return this.client.notify('textDocument/didClose', this.#id);
  }

  pull(previousResultId?: string): Promise<DocumentDiagnosticReport> {
    return this.client.request('textDocument/diagnostic', { ...this.#id, previousResultId });
  }

  async diagnostics(): Promise<Diagnostic[]> {
    const report = await this.pull();
    if (report.kind !== 'full') throw new Error('not a full report');
    return report.items;
  }

  /** The diagnostics in short: `rule: text that is underlined`. */
  async findings(): Promise<string[]> {
    return this.inShort(await this.diagnostics());
  }

  inShort(diagnostics: readonly Diagnostic[]): string[] {
    return diagnostics.map(({ code, range }) => `${code}: ${this.textAt(range)}`);
  }

  /** What is offered right behind a text. */
  complete(text: string): Promise<CompletionItem[]> {
    const position = new Lines(this.text).positionAt(this.text.indexOf(text) + text.length);
    return this.client.request('textDocument/completion', { ...this.#id, position });
  }

  hover(text: string): Promise<Hover | null> {
    return this.client.request('textDocument/hover', { ...this.#id, position: this.positionOf(text) });
  }

  actions(diagnostics: readonly Diagnostic[], only?: readonly string[]): Promise<CodeAction[]> {
    const range = diagnostics[0]?.range ?? this.rangeOf(0, 0);
    return this.client.request('textDocument/codeAction', { ...this.#id, range, context: { diagnostics, only } });
  }

  resolve(action: CodeAction): Promise<CodeAction> {
    return this.client.request('codeAction/resolve', action);
  }

  async apply({ documentChanges, changes }: WorkspaceEdit): Promise<void> {
    const edits = (documentChanges ?? []).flatMap(change => ('edits' in change ? (change.edits as TextEdit[]) : []));
    const text = applied(this.text, [...edits, ...(changes?.[this.uri] ?? [])]);
    await this.change([{ text }]);
  }

  positionOf(text: string): Position {
    return new Lines(this.text).positionAt(this.text.indexOf(text));
  }

  rangeOf(start: number, end: number): Range {
    return new Lines(this.text).rangeOf(start, end);
  }

  textAt({ start, end }: Range): string {
    const lines = new Lines(this.text);
    return this.text.slice(lines.offsetAt(start), lines.offsetAt(end));
  }
}

function applied(text: string, edits: readonly TextEdit[]): string {
  const lines = new Lines(text);
  const last = [...edits].sort((a, b) => lines.offsetAt(b.range.start) - lines.offsetAt(a.range.start));
  return last.reduce(
    (result, { range, newText }) =>
      result.slice(0, lines.offsetAt(range.start)) + newText + result.slice(lines.offsetAt(range.end)),
    text,
  );
}

/** A hover that tells something. */
export const telling = (text: string) => ({ contents: { value: expect.stringContaining(text) } });

/** Waits until something holds, on a machine that may be busy. */
export const eventually = <T>(check: () => T | Promise<T>): Promise<T> =>
  vi.waitFor(check, { timeout: 30_000, interval: 20 });
