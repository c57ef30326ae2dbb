import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-jsonrpc/node';
import { versionOf } from './versions.mjs';

const preload = name => ['--require', fileURLToPath(new URL(name, import.meta.url))];
const serverCancelled = -32802;

const capabilities = {
  workspace: {
    configuration: true,
    didChangeConfiguration: { dynamicRegistration: true },
    diagnostics: { refreshSupport: true },
    workspaceEdit: { documentChanges: true },
  },
  textDocument: {
    synchronization: { didSave: true },
    diagnostic: { relatedInformation: true },
    publishDiagnostics: { relatedInformation: true, versionSupport: true },
    hover: { contentFormat: ['markdown', 'plaintext'] },
    completion: {
      completionItem: { snippetSupport: true, documentationFormat: ['markdown', 'plaintext'] },
      completionList: { itemDefaults: ['editRange'] },
    },
    codeAction: {
      codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix', 'source.fixAll'] } },
      dataSupport: true,
      resolveSupport: { properties: ['edit'] },
    },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
  },
};

/** An editor with one document, the same for every server: it pulls diagnostics where it can, else waits for them. */
export class Client {
  #server;
  #process;
  #connection;
  #pulls = false;
  #published = () => {};
  #resultId;
  #items;
  #edits = 1;
  version = 1;
  /** How many reports so far say that nothing has changed. */
  unchanged = 0;

  /** Starts a server; with `probed`, it can be asked about its heap and its profile, which with `profiled` begins at once. */
  static async start(server, { profiled = false, probed = profiled } = {}) {
    const client = new Client(server, [
      ...(probed ? ['--expose-gc', ...preload('probe.cjs')] : []),
      ...(profiled ? preload('profiled.cjs') : []),
    ]);
    await client.#initialize();
    return client;
  }

  constructor(server, options) {
    this.#server = server;
    this.#process = spawn(process.execPath, [...options, server.program, '--stdio'], {
      stdio: ['pipe', 'pipe', 'ignore', ...(options.length > 0 ? ['ipc'] : [])],
    });
    const { stdin, stdout } = this.#process;
    stdin.on('error', () => {}); // what was still to be said to a server that has been stopped
    this.#connection = createMessageConnection(new StreamMessageReader(stdout), new StreamMessageWriter(stdin));
    this.#connection.onRequest('workspace/configuration', ({ items }) =>
      items.map(({ section }) => server.settings?.[section] ?? null),
    );
    this.#connection.onRequest(() => null);
    this.#connection.onNotification('textDocument/publishDiagnostics', params => this.#published(params));
    this.#connection.listen();
  }

  async #initialize() {
    const result = await this.request('initialize', {
      processId: process.pid,
      rootUri: null,
      capabilities,
      initializationOptions: this.#server.initializationOptions,
    });
    this.#pulls = result.capabilities.diagnosticProvider !== undefined;
    this.notify('initialized', {});
    if (this.#server.pushedSettings) {
      this.notify('workspace/didChangeConfiguration', { settings: this.#server.pushedSettings });
    }
  }

  get pid() {
    return this.#process.pid;
  }

  get #document() {
    return { uri: this.#server.uri, version: this.version };
  }

  request(method, params) {
    return this.#connection.sendRequest(method, params);
  }

  notify(method, params) {
    void this.#connection.sendNotification(method, params);
  }

  /** Asks about the document. */
  ask(method, params) {
    return this.request(method, { textDocument: { uri: this.#server.uri }, ...params });
  }

  open(text) {
    const { languageId } = this.#server;
    this.notify('textDocument/didOpen', { textDocument: { ...this.#document, languageId, text } });
    return this.diagnostics();
  }

  /** Makes a change, after which the text is in a state that the version tells. */
  change(change, state) {
    this.version = versionOf(++this.#edits, state);
    this.notify('textDocument/didChange', { textDocument: this.#document, contentChanges: [change] });
  }

  /** The diagnostics of the newest text. */
  async diagnostics() {
    if (!this.#pulls) return this.#pushed();
    for (;;) {
      const { version } = this;
      const report = await this.#pull();
      if (report === undefined || version !== this.version) continue;
      if (report.kind === 'unchanged') this.unchanged++;
      return this.#items;
    }
  }

  async #pull() {
    try {
      const previousResultId = this.#resultId;
      const report = await this.ask('textDocument/diagnostic', previousResultId && { previousResultId });
      this.#resultId = report.resultId;
      if (report.kind === 'full') this.#items = report.items;
      return report;
    } catch (error) {
      if (error.code === serverCancelled) return undefined;
      throw error;
    }
  }

  /** What is published next, and of this version if it says of which. */
  #pushed() {
    return new Promise(resolve => {
      this.#published = ({ uri, version = this.version, diagnostics }) => {
        if (uri === this.#server.uri && version === this.version) resolve(diagnostics);
      };
    });
  }

  /** Resolves when nothing has been published for a while. */
  async quiet() {
    if (this.#pulls) return;
    await new Promise(resolve => {
      const restart = timer => {
        clearTimeout(timer);
        return setTimeout(resolve, quietness);
      };
      let timer = restart();
      this.#published = () => {
        timer = restart(timer);
      };
    });
  }

  /** Has the probe do something, and tells what it answers. */
  async probe(what) {
    const answered = once(this.#process, 'message');
    this.#process.send(what);
    const [answer] = await answered;
    return answer;
  }

  async stop() {
    const exited = once(this.#process, 'exit');
    const late = setTimeout(() => this.#process.kill('SIGKILL'), 5_000);
    this.request('shutdown').then(
      () => this.notify('exit'),
      () => {},
    );
    await exited;
    clearTimeout(late);
    this.#connection.dispose();
  }

  kill() {
    this.#process.kill('SIGKILL');
    this.#connection.dispose();
  }
}

const quietness = 1_000;
