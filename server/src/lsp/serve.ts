import type { Localized } from '../localized.ts';
import { ClosedManifests } from './closedManifests.ts';
import { section } from './configuration.ts';
import { Configuring } from './configure.ts';
import { Documents, OpenDocument } from './documents.ts';
import { registerFormatting } from './formatting.ts';
import { Inventories } from './inventories.ts';
import type { Open } from './kinds.ts';
import { Manifests, withoutYaml } from './manifests.ts';
import { serveNavigation } from './navigation/index.ts';
import { Progress } from './progress.ts';
import { isProjectFile, OpenProjectFile } from './projectFile.ts';
import { Projects } from './projects.ts';
import { DidChangeConfigurationNotification, DidChangeWorkspaceFoldersNotification } from './protocol.ts';
import { pullDiagnostics } from './pull.ts';
import { pushDiagnostics } from './push.ts';
import { refreshAnnotations } from './refresh.ts';
import { serveCompletion, serveRequests } from './requests.ts';
import type { Session } from './session.ts';
import { serveWorkspaceCommands } from './workspaceCommands.ts';

/** Answers all that a client says after `initialize`. */
export function serve(started: Omit<Session, 'documents' | 'projectFiles'>): void {
  const { connection, client, safely, workspace } = started;
  const inventories = new Inventories(workspace);
  const documents = new Manifests(item => new OpenDocument(item, inventories.filesOf(item.uri)));
  const projectFiles = new Documents(item => new OpenProjectFile(item));
  const session: Session = { ...started, documents, projectFiles };
  const projects = new Projects(workspace, text => connection.console.warn(text[client.language]));
  const configuring = new Configuring(session, projects);
  const progress = new Progress(connection, client, checking);
  const closed = new ClosedManifests(session, inventories, projects, configuring, progress);
  const diagnostics = client.pullsDiagnostics ? pullDiagnostics(session, closed) : pushDiagnostics(session);
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
  const opened = (document: Open): void => {
    if (document instanceof OpenDocument) configuring.configure(document);
    closed.opened(document.uri);
    diagnostics.changed(document);
  };
  const lost = (document: Open): void => {
    inventories.closed(document.uri);
    projects.closed(document.uri);
    diagnostics.closed(document);
    closed.closed(document.uri);
  };
  const kindOf = (uri: string): Manifests | Documents<OpenProjectFile> =>
    isProjectFile(uri) ? projectFiles : documents;
  connection.onDidOpenTextDocument(
    safely.notified('textDocument/didOpen', ({ textDocument }) => {
      const document = kindOf(textDocument.uri).open(textDocument);
      if (document !== undefined) opened(document);
    }),
  );
  connection.onDidChangeTextDocument(
    safely.notified('textDocument/didChange', params => {
      const documents = kindOf(params.textDocument.uri);
      const before = documents.get(params.textDocument.uri);
      const after = documents.change(params);
      // A YAML text comes to say that it is a manifest, or ceases to.
      if (before === undefined && after !== undefined) opened(after);
      else if (after !== undefined) diagnostics.changed(after);
      else if (before !== undefined) lost(before);
    }),
  );
  connection.onDidCloseTextDocument(
    safely.notified('textDocument/didClose', ({ textDocument }) => {
      const document = kindOf(textDocument.uri).close(textDocument.uri);
      if (document !== undefined) lost(document);
    }),
  );
  const alone = client.besideYaml ? { ...session, documents: withoutYaml(documents) } : session;
  serveRequests(session);
  serveCompletion(alone);
  serveNavigation(alone, inventories, closed);
  serveWorkspaceCommands(session, closed, progress);
}

const checking: Localized = { en: 'Checking manifests', zh: '正在检查清单' };
