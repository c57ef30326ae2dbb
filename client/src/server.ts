import {
  type CancellationToken,
  EventEmitter,
  extensions,
  type LogOutputChannel,
  l10n,
  type Position,
  type TextDocument,
  type WorkspaceEdit,
  workspace,
} from 'vscode';
import {
  type BaseLanguageClient,
  CloseAction,
  ErrorAction,
  type LanguageClientOptions,
  type WorkspaceEdit as ProtocolEdit,
  RevealOutputChannelOn,
} from 'vscode-languageclient';
import { offeredCommands } from './commands.ts';
import { CrashLimit } from './crashLimit.ts';
import { sayGaveUp, sayRestarting } from './notices.ts';
import type { OperationStatus } from './status.ts';
import { serveFiles } from './workspaceFiles.ts';

/** Red Hat's extension has a server for all documents of language `yaml`. */
export const hasYamlExtension = (): boolean => extensions.getExtension('redhat.vscode-yaml') !== undefined;

/** How the manifests of the workspace stand. */
export interface WorkspaceSummary {
  readonly manifests: number;
  readonly errors: number;
  readonly warnings: number;
  readonly notes: number;
}

interface Fixes<Edit> {
  readonly manifests: number;
  readonly fixes: number;
  readonly edit: Edit;
}

export type WorkspaceFixes = Fixes<WorkspaceEdit>;
type ProtocolFixes = Fixes<ProtocolEdit>;

/** Makes a client of a server that has not been started yet. */
export type NewClient = (id: string, name: string, options: LanguageClientOptions) => BaseLanguageClient;

/**
 * The language server, kept running. Every start, the first as well as one after a crash, has a new client, because one that failed to start can be neither stopped nor started again.
 */
export class Server {
  readonly #newClient: NewClient;
  readonly #output: LogOutputChannel;
  readonly #watcher = workspace.createFileSystemWatcher('**/*.ims.{yaml,yml}');
  #client: BaseLanguageClient | undefined;
  #crashes = new CrashLimit();
  readonly #changed = new EventEmitter<void>();
  /** It has begun to start, or runs, or was lost. */
  readonly onDidChange = this.#changed.event;

  constructor(newClient: NewClient, output: LogOutputChannel) {
    this.#newClient = newClient;
    this.#output = output;
  }

  get state(): 'stopped' | 'starting' | 'running' {
    if (this.#client === undefined) return 'stopped';
    return this.#client.isRunning() ? 'running' : 'starting';
  }

  get version(): string | undefined {
    return this.#client?.initializeResult?.serverInfo?.version;
  }

  /** How the operation at a place of a manifest stands; nothing where there is none. */
  async operationAt(
    { uri }: TextDocument,
    place: Position,
    token?: CancellationToken,
  ): Promise<OperationStatus | null> {
    const client = this.#client;
    if (!client?.isRunning()) return null;
    const params = {
      textDocument: { uri: client.code2ProtocolConverter.asUri(uri) },
      position: client.code2ProtocolConverter.asPosition(place),
    };
    return client.sendRequest<OperationStatus | null>('ims/operation', params, token).catch(() => null);
  }

  /** Looks at every manifest of the workspace anew; nothing while the server does not run. */
  async checkWorkspace(): Promise<WorkspaceSummary | undefined> {
    const client = this.#client;
    return client?.isRunning() ? client.sendRequest<WorkspaceSummary>('ims/checkWorkspace', {}) : undefined;
  }

  /** All safe fixes of the workspace; nothing while the server does not run, or when the user cancels. */
  async fixesOfWorkspace(token: CancellationToken): Promise<WorkspaceFixes | undefined> {
    const client = this.#client;
    if (!client?.isRunning()) return undefined;
    try {
      const { edit, ...counts } = await client.sendRequest<ProtocolFixes>('ims/fixAllInWorkspace', {}, token);
      return { ...counts, edit: await client.protocol2CodeConverter.asWorkspaceEdit(edit) };
    } catch (error) {
      if (token.isCancellationRequested) return undefined;
      throw error;
    }
  }

  /** Another one after each start. */
  get client(): BaseLanguageClient | undefined {
    return this.#client;
  }

  async start(): Promise<void> {
    const client = this.#prepare();
    this.#client = client;
    this.#changed.fire();
    try {
      await client.start();
      this.#changed.fire();
    } catch (error) {
      this.#output.error(`${error}`);
      await this.#recover(client);
    }
  }

  async restart(): Promise<void> {
    await this.#stop();
    this.#crashes = new CrashLimit();
    await this.start();
  }

  async dispose(): Promise<void> {
    this.#watcher.dispose();
    await this.#stop();
  }

  async #stop(): Promise<void> {
    const client = this.#client;
    this.#client = undefined;
    // A client that is still starting refuses to stop, but ends its process all the same.
    await client?.dispose().catch(error => this.#output.warn(`${error}`));
  }

  async #recover(lost: BaseLanguageClient): Promise<void> {
    // A failed start and a closed connection often tell of the same crash; after a stop they tell of none.
    if (lost !== this.#client) return;
    this.#client = undefined;
    this.#changed.fire();
    if (this.#crashes.exceeded()) return sayGaveUp();
    sayRestarting();
    await this.start();
  }

  #prepare(): BaseLanguageClient {
    const options: LanguageClientOptions = {
      documentSelector: [{ language: 'ims-manifest' }, { language: 'yaml' }],
      synchronize: { fileEvents: this.#watcher },
      outputChannel: this.#output,
      revealOutputChannelOn: RevealOutputChannelOn.Never,
      initializationOptions: {
        commands: offeredCommands,
        suggestCommand: 'editor.action.triggerSuggest',
        besideYaml: hasYamlExtension(),
        readsFiles: true,
      },
      initializationFailedHandler: () => false,
      errorHandler: {
        error: () => ({ action: ErrorAction.Continue, handled: true }),
        closed: () => {
          void this.#recover(client);
          const message = l10n.t('The connection to the server was lost.');
          return { action: CloseAction.DoNotRestart, handled: true, message };
        },
      },
    };
    const client = this.#newClient('imsManifest', 'IMS Manifest', options);
    quieten(client);
    serveFiles(client);
    return client;
  }
}

/** What a user has to know is said in `notices.ts`, in the user's language: the library only logs. */
function quieten(client: BaseLanguageClient): void {
  const error = client.error.bind(client);
  client.error = (message, data) => error(message, data, false);
}
