import { setFlagsFromString } from 'node:v8';
import { createConnection, StreamMessageReader } from 'vscode-languageserver/node';
import { nodeFiles } from './files/nodeFiles.ts';
import type { Connection } from './lsp/protocol.ts';
import { startServer } from './lsp/server.ts';
import { WholeMessageWriter } from './wholeMessageWriter.ts';

// While a large text is opened all that is made stays, from which V8 learns to put the like of it among what is old.
// What keystrokes make there is garbage that keeps what is new alive: collecting takes ten times as long.
setFlagsFromString('--no-allocation-site-pretenuring');

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
