import type { Connection, ConnectionOptions } from 'vscode-languageserver';
import { version } from '../../../package.json';
import { eitherFiles, type Files } from '../files/files.ts';
import { capabilitiesFor } from './capabilities.ts';
import { clientOf } from './client.ts';
import { clientFiles } from './clientFiles.ts';
import { Folders } from './folders.ts';
import { Safely } from './safely.ts';
import { Watching } from './watching.ts';
import type { Workspace } from './workspace.ts';

/**
 * Serves the language on a connection, whatever carries it; the files that it does not reach itself are the client's. It
 * says at once what it can do; what does it is loaded when the client goes on, whose messages wait for that in their
 * order.
 */
export function startServer(connect: (options: ConnectionOptions) => Connection, own: Files): void {
  // What a message waits for, from `initialize` until all is loaded.
  let ready: (() => Promise<void>) | undefined;
  const connection = connect({
    messageStrategy: {
      handleMessage: (message, next) => (ready === undefined ? next(message) : ready().then(() => next(message))),
    },
  });
  connection.onInitialize(params => {
    const client = clientOf(params);
    const safely = new Safely(connection.console);
    const watching = new Watching(connection, client, safely);
    const folders = new Folders(params);
    const files = client.readsFiles ? eitherFiles(own, clientFiles(connection, folders)) : own;
    const workspace: Workspace = { files, folders, watching };
    const load = safely.notified<void>('initialize', async () => {
      const { serve } = await import('./serve.ts');
      serve({ connection, client, safely, workspace });
      ready = undefined;
    });
    let loading: Promise<void> | undefined;
    ready = () => {
      loading ??= load();
      return loading;
    };
    return { capabilities: capabilitiesFor(client), serverInfo: { name: 'ims-manifest', version } };
  });
  connection.listen();
}
