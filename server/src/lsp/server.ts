import { type Connection, DidChangeConfigurationNotification } from 'vscode-languageserver';
import { version } from '../../../package.json';
import { capabilitiesFor } from './capabilities.ts';
import { clientOf } from './client.ts';
import { onCodeAction, onCodeActionResolve } from './codeActions.ts';
import { onCompletion, onCompletionResolve } from './completion.ts';
import { readConfiguration, section } from './configuration.ts';
import { Documents, type OpenDocument } from './documents.ts';
import { onHover } from './hover.ts';
import { foldersOf, Inventories } from './inventories.ts';
import { pullDiagnostics } from './pull.ts';
import { pushDiagnostics } from './push.ts';
import { Safely } from './safely.ts';
import type { Session } from './session.ts';

/** Serves the language on a connection, whatever carries it. */
export function startServer(connection: Connection): void {
  connection.onInitialize(params => {
    const client = clientOf(params);
    const safely = new Safely(connection.console);
    const inventories = new Inventories(connection, client, foldersOf(params), safely);
    serve({ connection, client, documents: new Documents(uri => inventories.filesOf(uri)), safely }, inventories);
    return { capabilities: capabilitiesFor(client), serverInfo: { name: 'ims-manifest', version } };
  });
  connection.listen();
}

function serve(session: Session, inventories: Inventories): void {
  const { connection, client, documents, safely } = session;
  const diagnostics = client.pullsDiagnostics ? pullDiagnostics(session) : pushDiagnostics(session);

  inventories.listen(
    safely.notified<void>('inventory', () => {
      for (const document of documents) document.refreshInventories();
      diagnostics.refresh();
    }),
  );
  const configure = safely.notified('workspace/configuration', async (document: OpenDocument) => {
    if (!client.hasConfiguration) return;
    document.configure(
      readConfiguration(await connection.workspace.getConfiguration({ scopeUri: document.uri, section })),
    );
  });

  connection.onInitialized(
    safely.notified('initialized', async () => {
      if (client.registersConfiguration) {
        await connection.client.register(DidChangeConfigurationNotification.type, { section });
      }
    }),
  );
  connection.onDidChangeConfiguration(
    safely.notified('workspace/didChangeConfiguration', () => {
      for (const document of documents) document.configured = configure(document);
      diagnostics.refresh();
    }),
  );
  connection.onDidChangeWatchedFiles(
    safely.notified('workspace/didChangeWatchedFiles', ({ changes }) => {
      for (const { uri } of changes) inventories.changed(uri);
    }),
  );
  connection.onDidOpenTextDocument(
    safely.notified('textDocument/didOpen', ({ textDocument }) => {
      const document = documents.open(textDocument);
      document.configured = configure(document);
      diagnostics.changed(document);
    }),
  );
  connection.onDidChangeTextDocument(
    safely.notified('textDocument/didChange', params => {
      const document = documents.change(params);
      if (document !== undefined) diagnostics.changed(document);
    }),
  );
  connection.onDidCloseTextDocument(
    safely.notified('textDocument/didClose', ({ textDocument }) => {
      const document = documents.close(textDocument.uri);
      if (document !== undefined) diagnostics.closed(document);
    }),
  );
  connection.onHover(safely.asked('textDocument/hover', () => null, onHover(session)));
  connection.onCompletion(safely.asked('textDocument/completion', () => null, onCompletion(session)));
  connection.onCompletionResolve(safely.asked('completionItem/resolve', item => item, onCompletionResolve(session)));
  connection.onCodeAction(safely.asked('textDocument/codeAction', () => [], onCodeAction(session)));
  connection.onCodeActionResolve(safely.asked('codeAction/resolve', action => action, onCodeActionResolve(session)));
}
