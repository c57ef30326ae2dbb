import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import type { Files } from './files/files.ts';
import { startServer } from './lsp/server.ts';

/** A worker has no disk. */
const noFiles: Files = {
  reach: () => false,
  read: async uri => ({ content: { fault: 'unreadable' }, real: uri }),
  manifestsIn: async () => [],
};

/** Talks to whoever has started this worker. */
startServer(createConnection(new BrowserMessageReader(globalThis), new BrowserMessageWriter(globalThis)), noFiles);
