import { createConnection } from 'vscode-languageserver/node';
import { nodeFiles } from './files/nodeFiles.ts';
import { startServer } from './lsp/server.ts';
import { WholeMessages } from './wholeMessages.ts';

/** Talks over what the command line says: `--node-ipc` or `--stdio`. */
const connection = process.argv.includes('--stdio')
  ? createConnection(process.stdin, new WholeMessages(process.stdout))
  : createConnection();
startServer(connection, nodeFiles);
