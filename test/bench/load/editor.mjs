import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-jsonrpc/node';
import { peakOf } from '../process.mjs';

/** By which the server tells its memory. */
const probe = ['--expose-gc', '--require', fileURLToPath(new URL('../probe.cjs', import.meta.url))];

const capabilities = {
  workspace: { diagnostics: { refreshSupport: true } },
  textDocument: { diagnostic: { relatedInformation: true }, hover: { contentFormat: ['markdown'] } },
};

/** An editor with many documents, on the built server. */
export class Editor {
  #process = spawn(process.execPath, [...probe, 'dist/server.js', '--stdio'], {
    stdio: ['pipe', 'pipe', 'ignore', 'ipc'],
  });
  #connection = createMessageConnection(
    new StreamMessageReader(this.#process.stdout),
    new StreamMessageWriter(this.#process.stdin),
  );

  static async start(folder) {
    const editor = new Editor();
    editor.#connection.onRequest(() => null);
    editor.#connection.listen();
    const workspaceFolders = folder && [{ uri: folder, name: 'load' }];
    await editor.request('initialize', {
      processId: process.pid,
      rootUri: folder ?? null,
      workspaceFolders,
      capabilities,
    });
    editor.notify('initialized', {});
    return editor;
  }

  request(method, params) {
    return this.#connection.sendRequest(method, params);
  }

  notify(method, params) {
    void this.#connection.sendNotification(method, params);
  }

  /** What the server tells before it answers. */
  onProgress(take) {
    this.#connection.onNotification('$/progress', ({ value }) => take(value));
  }

  open(uri, text) {
    this.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'ims-manifest', version: 1, text } });
  }

  diagnostics(uri) {
    return this.request('textDocument/diagnostic', { textDocument: { uri } });
  }

  /** The memory of the server after a collection, in bytes: its heap, and all; and the most so far. */
  async memory() {
    const answered = once(this.#process, 'message');
    this.#process.send('memory');
    const [taken] = await answered;
    return { ...taken, peak: peakOf(this.#process.pid) };
  }

  async stop() {
    const exited = once(this.#process, 'exit');
    await this.request('shutdown');
    this.notify('exit');
    await exited;
    this.#connection.dispose();
  }
}
