import {
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWorkspaceFoldersNotification,
} from 'vscode-languageserver';
import { version } from '../../../package.json';
import type { Files } from '../files/files.ts';
import type { Localized } from '../localized.ts';
import { capabilitiesFor } from './capabilities.ts';
import { clientOf } from './client.ts';
import { ClosedManifests } from './closedManifests.ts';
import { section } from './configuration.ts';
import { Configuring } from './configure.ts';
import { Documents, OpenDocument } from './documents.ts';
import { Folders } from './folders.ts';
import { registerFormatting } from './formatting.ts';
import { Inventories } from './inventories.ts';
import { ofKind } from './kinds.ts';
import { serveNavigation } from './navigation/index.ts';
import { Progress } from './progress.ts';
import { OpenProjectFile } from './projectFile.ts';
import { Projects } from './projects.ts';
import { pullDiagnostics } from './pull.ts';
import { pushDiagnostics } from './push.ts';
import { refreshAnnotations } from './refresh.ts';
import { serveRequests } from './requests.ts';
import { Safely } from './safely.ts';
import type { Session } from './session.ts';
import { Watching } from './watching.ts';
import type { Workspace } from './workspace.ts';

/** Serves the language on a connection, whatever carries it and has the files. */
export function startServer(connection: Connection, files: Files): void {
  connection.onInitialize(params => {
    const client = clientOf(params);
    const safely = new Safely(connection.console);
    const watching = new Watching(connection, client, safely);
    const workspace: Workspace = { files, folders: new Folders(params), watching };
    const inventories = new Inventories(workspace);
    const documents = new Documents(item => new OpenDocument(item, inventories.filesOf(item.uri)));
    const projectFiles = new Documents(item => new OpenProjectFile(item));
    serve({ connection, client, documents, projectFiles, safely, workspace }, inventories);
    return { capabilities: capabilitiesFor(client), serverInfo: { name: 'ims-manifest', version } };
  });
  connection.listen();
}

function serve(session: Session, inventories: Inventories): void {
  const { connection, client, documents, safely, workspace } = session;
  const projects = new Projects(workspace, text => connection.console.warn(text));
  const configuring = new Configuring(session, projects);
  const closed = new ClosedManifests(session, inventories, projects, configuring);
  const progress = new Progress(connection, client, checking);
  const diagnostics = client.pullsDiagnostics ? pullDiagnostics(session, closed, progress) : pushDiagnostics(session);
  const annotations = refreshAnnotations(session);
  const refresh = (): void => {
    diagnostics.refresh();
    annotations.refresh();
  };

  inventories.listen(users => {
    const concerned = [...documents].filter(({ uri }) => users.has(uri));
    for (const document of concerned) document.refreshInventories();
    if (concerned.length > 0) refresh();
  });
  const filesChanged = (uris: readonly string[]): void => {
    const configured = new Set(uris.flatMap(uri => [...projects.changed(uri)]));
    const concerned = [...documents].filter(({ uri }) => configured.has(uri));
    for (const document of concerned) configuring.configure(document);
    if (concerned.length > 0) refresh();
    for (const uri of uris) closed.fileChanged(uri);
    closed.stale([...configured, ...uris.flatMap(uri => [...inventories.changed(uri)])]);
  };

  connection.onInitialized(
    safely.notified('initialized', async () => {
      if (client.registersConfiguration) {
        await connection.client.register(DidChangeConfigurationNotification.type, { section });
      }
      await registerFormatting(session);
    }),
  );
  connection.onDidChangeConfiguration(
    safely.notified('workspace/didChangeConfiguration', () => {
      configuring.forget();
      for (const document of documents) configuring.configure(document);
      refresh();
      closed.staleAll();
    }),
  );
  connection.onDidChangeWatchedFiles(
    safely.notified('workspace/didChangeWatchedFiles', ({ changes }) => {
      filesChanged(changes.map(({ uri }) => uri));
    }),
  );
  connection.onDidSaveTextDocument(
    safely.notified('textDocument/didSave', ({ textDocument }) => filesChanged([textDocument.uri])),
  );
  connection.onNotification(
    DidChangeWorkspaceFoldersNotification.type,
    safely.notified('workspace/didChangeWorkspaceFolders', ({ event }) => {
      workspace.folders.change(event);
      for (const document of documents) {
        document.refreshInventories();
        configuring.configure(document);
      }
      refresh();
      closed.foldersChanged();
    }),
  );
  connection.onDidOpenTextDocument(
    safely.notified('textDocument/didOpen', ({ textDocument }) => {
      const document = ofKind(session, textDocument.uri).open(textDocument);
      if (document instanceof OpenDocument) configuring.configure(document);
      closed.opened(textDocument.uri);
      diagnostics.changed(document);
    }),
  );
  connection.onDidChangeTextDocument(
    safely.notified('textDocument/didChange', params => {
      const document = ofKind(session, params.textDocument.uri).change(params);
      if (document !== undefined) diagnostics.changed(document);
    }),
  );
  connection.onDidCloseTextDocument(
    safely.notified('textDocument/didClose', ({ textDocument }) => {
      const { uri } = textDocument;
      const document = ofKind(session, uri).close(uri);
      inventories.closed(uri);
      projects.closed(uri);
      if (document !== undefined) diagnostics.closed(document);
      closed.closed(uri);
    }),
  );
  serveRequests(session);
  serveNavigation(session, inventories, closed);
}

const checking: Localized = { en: 'Checking manifests', zh: '正在检查清单' };
