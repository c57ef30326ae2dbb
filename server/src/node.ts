import { createConnection } from 'vscode-languageserver/node';
import { nodeFiles } from './files/nodeFiles.ts';
import { startServer } from './lsp/server.ts';

/** Talks over what the command line says: `--node-ipc` or `--stdio`. */
startServer(createConnection(), nodeFiles);
