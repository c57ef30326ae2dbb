import { type LogOutputChannel, workspace } from 'vscode';
import {
  CloseAction,
  ErrorAction,
  LanguageClient,
  type LanguageClientOptions,
  RevealOutputChannelOn,
  TransportKind,
} from 'vscode-languageclient/node';
import { CrashLimit } from './crashLimit.ts';
import { sayGaveUp, sayRestarting } from './notices.ts';

/** What a user has to know is said in `notices.ts`, in the user's language: the library only logs. */
class QuietClient extends LanguageClient {
  override error(message: string, data?: unknown): void {
    super.error(message, data, false);
  }
}

/**
 * The language server, kept running. Every start, the first as well as one after a crash, has a new `LanguageClient`,
 * because one that failed to start can be neither stopped nor started again.
 */
export class Server {
  readonly #module: string;
  readonly #output: LogOutputChannel;
  readonly #watcher = workspace.createFileSystemWatcher('**/{*.ims.yaml,*.ims.yml,.ims-manifest.yaml}');
  #client: LanguageClient | undefined;
  #crashes = new CrashLimit();

  constructor(module: string, output: LogOutputChannel) {
    this.#module = module;
    this.#output = output;
  }

  get pid(): number | undefined {
    return this.#client?.serverProcess?.pid;
  }

  async start(): Promise<void> {
    const client = this.#newClient();
    this.#client = client;
    try {
      await client.start();
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

  async #recover(lost: LanguageClient): Promise<void> {
    // A failed start and a closed connection often tell of the same crash; after a stop they tell of none.
    if (lost !== this.#client) return;
    this.#client = undefined;
    if (this.#crashes.exceeded()) return sayGaveUp();
    sayRestarting();
    await this.start();
  }

  #newClient(): LanguageClient {
    const options: LanguageClientOptions = {
      documentSelector: [{ language: 'ims-manifest' }],
      synchronize: { fileEvents: this.#watcher },
      outputChannel: this.#output,
      revealOutputChannelOn: RevealOutputChannelOn.Never,
      initializationOptions: { suggestCommand: 'editor.action.triggerSuggest' },
      initializationFailedHandler: () => false,
      errorHandler: {
        error: () => ({ action: ErrorAction.Continue, handled: true }),
        closed: () => {
          void this.#recover(client);
          return { action: CloseAction.DoNotRestart, handled: true, message: 'The connection to the server was lost.' };
        },
      },
    };
    const server = { module: this.#module, transport: TransportKind.ipc };
    const client = new QuietClient('imsManifest', 'IMS Manifest', server, options);
    return client;
  }
}
