import { createConnection, StreamMessageReader } from 'vscode-languageserver/node';
import { nodeFiles } from './files/nodeFiles.ts';
import type { Connection } from './lsp/protocol.ts';
import { startServer } from './lsp/server.ts';
import { WholeMessageWriter } from './wholeMessageWriter.ts';

/** Talks over what the command line says: `--node-ipc` or `--stdio`. */
const connection = process.argv.includes('--stdio') ? overStdio() : createConnection();
startServer(connection, nodeFiles);

/** The process ends with its input: well, if it has been told before that it is about to. */
function overStdio(): Connection {
  const { stdin, stdout } = process;
  const connection = createConnection(new StreamMessageReader(stdin), new WholeMessageWriter(stdout));
  let exitCode = 1;
  connection.onShutdown(() => {
    exitCode = 0;
  });
  const exit = (): void => process.exit(exitCode);
  stdin.on('end', exit).on('close', exit);
  return connection;
}
