import { type ExtensionContext, Uri } from 'vscode';
import { LanguageClient, type LanguageClientOptions } from 'vscode-languageclient/browser';
import { type Api, start } from './extension.ts';

export { deactivate } from './extension.ts';

declare class Worker {
  constructor(url: string);
  terminate(): void;
}

/** Where VS Code is a page of a browser: the server is a worker. */
export function activate(context: ExtensionContext): Promise<Api> {
  const server = Uri.joinPath(context.extensionUri, 'dist/web/server.js').toString(true);
  return start(context, (id, name, options) => new WorkerClient(id, name, new Worker(server), options));
}

/** Ends its worker, which the library leaves to itself. */
class WorkerClient extends LanguageClient {
  readonly #worker: Worker;

  constructor(id: string, name: string, worker: Worker, options: LanguageClientOptions) {
    super(id, name, worker, options);
    this.#worker = worker;
  }

  override async dispose(timeout?: number): Promise<void> {
    try {
      await super.dispose(timeout);
    } finally {
      this.#worker.terminate();
    }
  }
}
