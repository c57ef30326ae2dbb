import { version } from '../../../package.json';
import { eitherFiles, type Files } from '../files/files.ts';
import { capabilitiesFor } from './capabilities.ts';
import { clientOf } from './client.ts';
import { clientFiles } from './clientFiles.ts';
import { Folders } from './folders.ts';
import type { Connection } from './protocol.ts';
import { Safely } from './safely.ts';
import { serve } from './serve.ts';
import { Watching } from './watching.ts';
import type { Workspace } from './workspace.ts';

/** Serves the language on a connection, whatever carries it; the files that it does not reach itself are the client's. */
export function startServer(connection: Connection, own: Files): void {
  connection.onInitialize(params => {
    const client = clientOf(params);
    const safely = new Safely(connection.console);
    const watching = new Watching(connection, client, safely);
    const folders = new Folders(params);
    const files = client.readsFiles ? eitherFiles(own, clientFiles(connection, folders)) : own;
    const workspace: Workspace = { files, folders, watching };
    serve({ connection, client, safely, workspace });
    return { capabilities: capabilitiesFor(client), serverInfo: { name: 'ims-manifest', version } };
  });
  connection.listen();
}
