import {
  CancellationTokenSource,
  type Disposable,
  type LanguageStatusItem,
  LanguageStatusSeverity,
  l10n,
  languages,
  type TextDocument,
  type Uri,
  window,
  workspace,
} from 'vscode';
import { Command } from './commands.ts';
import { exists } from './files.ts';
import { Latest } from './latest.ts';
import { say } from './say.ts';
import type { Server } from './server.ts';
import { projectFileName, projectFiles, statusText } from './status.ts';

const language = 'ims-manifest';
const quietMs = 200;

/**
 * How the manifest in the editor stands, and which settings are in force. What is undecided is told of the operation at
 * the cursor alone: there it can be acted on, and asking costs nothing that grows with the manifest.
 */
export class StatusItems implements Disposable {
  readonly #server: Server;
  readonly #standing = newItem('imsManifest.standing');
  readonly #settings = newItem('imsManifest.settings');
  readonly #update = new Latest(quietMs, signal => this.#show(signal));
  readonly #watcher = workspace.createFileSystemWatcher(`**/${projectFileName}`, false, true, false);
  readonly #parts: Disposable;

  constructor(server: Server) {
    this.#server = server;
    const update = () => this.#update.ask();
    const parts = [
      this.#standing,
      this.#settings,
      this.#update,
      this.#watcher,
      this.#watcher.onDidCreate(update),
      this.#watcher.onDidDelete(update),
      server.onDidChange(update),
      window.onDidChangeActiveTextEditor(update),
      window.onDidChangeTextEditorSelection(({ textEditor }) => {
        if (textEditor === window.activeTextEditor) update();
      }),
      languages.onDidChangeDiagnostics(({ uris }) => {
        const active = window.activeTextEditor?.document.uri.toString();
        if (uris.some(uri => uri.toString() === active)) update();
      }),
    ];
    this.#parts = { dispose: () => parts.forEach(part => void part.dispose()) };
    update();
  }

  dispose(): void {
    this.#parts.dispose();
  }

  async #show(signal: AbortSignal): Promise<void> {
    const editor = window.activeTextEditor;
    if (editor?.document.languageId !== language) return;
    const { document, selection } = editor;
    const cancellation = new CancellationTokenSource();
    signal.addEventListener('abort', () => cancellation.cancel());
    const [operation, settings] = await Promise.all([
      this.#server.operationAt(document, selection.active, cancellation.token),
      settingsOf(document),
    ]);
    if (signal.aborted) return;
    this.#showStanding(document, operation);
    this.#showSettings(settings);
  }

  #showStanding({ uri }: TextDocument, operation: Parameters<typeof statusText>[1]): void {
    const { state, version = '' } = this.#server;
    const problems = languages.getDiagnostics(uri).filter(({ source }) => source === 'ims');
    const isStopped = state === 'stopped';
    this.#standing.busy = state === 'starting';
    this.#standing.text = isStopped ? l10n.t('Not running') : statusText(problems.length, operation, say);
    this.#standing.detail = `IMS Manifest ${version}`.trimEnd();
    this.#standing.severity = isStopped ? LanguageStatusSeverity.Error : LanguageStatusSeverity.Information;
    this.#standing.command = isStopped
      ? { title: l10n.t('Restart'), command: Command.restartServer }
      : { title: l10n.t('Show Output'), command: Command.showOutput };
  }

  #showSettings(file: Uri | undefined): void {
    this.#settings.text = file === undefined ? l10n.t('Editor settings') : workspace.asRelativePath(file);
    this.#settings.detail = l10n.t('in force');
    if (file !== undefined) {
      this.#settings.command = { title: l10n.t('Open'), command: 'vscode.open', arguments: [file] };
    } else if (workspace.workspaceFolders !== undefined) {
      this.#settings.command = { title: l10n.t('Create Project Settings'), command: Command.createConfig };
    }
  }
}

function newItem(id: string): LanguageStatusItem {
  const item = languages.createLanguageStatusItem(id, { language });
  item.name = 'IMS Manifest';
  return item;
}

/** The project file that counts for a manifest. */
async function settingsOf({ uri }: TextDocument): Promise<Uri | undefined> {
  const folder = workspace.getWorkspaceFolder(uri);
  if (folder === undefined) return undefined;
  for (const path of projectFiles(uri.path, folder.uri.path)) {
    const file = uri.with({ path });
    if (await exists(file)) return file;
  }
  return undefined;
}
