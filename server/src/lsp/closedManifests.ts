import { isWithin, normalUri } from '../files/uri.ts';
import { atOnce } from '../steps.ts';
import { arrived } from './arrived.ts';
import type { Configuring } from './configure.ts';
import { diagnosticsOf } from './diagnostics.ts';
import { OpenDocument } from './documents.ts';
import type { Inventories } from './inventories.ts';
import { isManifestFile } from './manifests.ts';
import { symbolsOf } from './navigation/namedSymbols.ts';
import type { Progress } from './progress.ts';
import type { Projects } from './projects.ts';
import type { CancellationToken, Diagnostic, SymbolInformation } from './protocol.ts';
import type { Session } from './session.ts';

/** What is known about a manifest that is not open. */
export interface Checked {
  readonly uri: string;
  /** Another one when the diagnostics are others. */
  readonly resultId: string;
  readonly items: readonly Diagnostic[];
  /** What it declares and makes. */
  readonly symbols: readonly SymbolInformation[];
}

/** With what the ids of these results begin, unlike those of open documents. */
export const ownId = 'closed-';

interface Entry {
  checked: Checked | undefined;
  names?: readonly SymbolInformation[];
  stale: boolean;
  checking?: Promise<void> | undefined;
}

/** The manifests of the workspace folders that are not open. Each is read when something about it may have changed. */
export class ClosedManifests {
  readonly #entries = new Map<string, Entry>();
  readonly #open = new Set<string>();
  /** Folders of which the manifests are to be listed. */
  readonly #unlisted = new Set<string>();
  #wake: (() => void)[] = [];
  #lastId = 0;

  constructor(
    private readonly session: Session,
    private readonly inventories: Inventories,
    private readonly projects: Projects,
    private readonly configuring: Configuring,
    private readonly progress: Progress,
  ) {
    this.foldersChanged();
  }

  /** Something about all of them may have changed: settings, for one. */
  staleAll(): void {
    for (const entry of this.#entries.values()) entry.stale = true;
    this.#stir();
  }

  stale(uris: Iterable<string>): void {
    for (const uri of uris) {
      const entry = this.#entries.get(uri);
      if (entry !== undefined) entry.stale = true;
    }
    this.#stir();
  }

  foldersChanged(): void {
    const { folders } = this.session.workspace;
    for (const uri of this.#entries.keys()) if (folders.folderOf(uri) === undefined) this.#forget(uri);
    for (const folder of folders.all) this.#unlisted.add(folder);
    this.staleAll();
  }

  /** A file was made, changed or deleted: reading it tells which. */
  fileChanged(client: string): void {
    const uri = this.#uriOf(client);
    if (uri === undefined) return;
    if (isManifestFile(uri)) this.#entries.set(uri, { checked: this.#entries.get(uri)?.checked, stale: true });
    // A folder that is gone takes its manifests along.
    for (const [other, entry] of this.#entries) if (isWithin(uri, other)) entry.stale = true;
    this.#stir();
  }

  /** What is open speaks for itself. */
  opened(client: string): void {
    const uri = normalUri(client);
    if (uri === undefined) return;
    this.#open.add(uri);
    if (this.#entries.delete(uri)) this.#stir();
  }

  closed(client: string): void {
    this.#open.delete(normalUri(client) ?? '');
    const uri = this.#uriOf(client);
    if (uri === undefined || !isManifestFile(uri)) return;
    this.#entries.set(uri, { checked: undefined, stale: true });
    this.#stir();
  }

  /** Those that are known to be there. */
  uris(): ReadonlySet<string> {
    return new Set(this.#entries.keys());
  }

  isOpen(uri: string): boolean {
    return this.#open.has(uri);
  }

  /** Those that are to be looked at. */
  async outdated(): Promise<readonly string[]> {
    for (const folder of this.#unlisted) {
      this.#unlisted.delete(folder);
      for (const uri of await this.session.workspace.files.manifestsIn(folder)) {
        // The folder may have been taken away meanwhile, or a manifest opened.
        const isNew = this.#uriOf(uri) !== undefined && !this.#entries.has(uri);
        if (isNew) this.#entries.set(uri, { checked: undefined, stale: true });
      }
    }
    return [...this.#entries].flatMap(([uri, { stale }]) => (stale ? [uri] : []));
  }

  checked(uri: string): Checked | undefined {
    return this.#entries.get(uri)?.checked;
  }

  /** Looks at a manifest anew if need be. Nothing, where it is gone or has been opened. */
  async check(uri: string): Promise<Checked | undefined> {
    const entry = this.#entries.get(uri);
    if (entry?.stale) entry.checking = this.#look(uri, entry);
    await entry?.checking;
    return this.checked(uri);
  }

  /** What is known of all of them. */
  all(): readonly Checked[] {
    return [...this.#entries.values()].flatMap(({ checked }) => checked ?? []);
  }

  /** Looks at all that may have changed. Those that the user does not want to wait for are left until they change. */
  async update(token: CancellationToken, tell: (checked: Checked) => void = () => {}): Promise<void> {
    const left = await this.progress.over(await this.outdated(), token, async uri => {
      const checked = await this.check(uri);
      if (checked !== undefined) tell(checked);
      // The editor's questions come first.
      await arrived();
    });
    if (token.isCancellationRequested) return;
    for (const uri of left) {
      const entry = this.#entries.get(uri);
      if (entry !== undefined) entry.stale = false;
    }
  }

  async #look(uri: string, entry: Entry): Promise<void> {
    entry.stale = false;
    const document = await this.read(uri);
    if (this.#entries.get(uri) !== entry) return;
    if (document === undefined) return this.#forget(uri);
    const { client } = this.session;
    const items = diagnosticsOf(document, client);
    const same = entry.checked !== undefined && JSON.stringify(entry.checked.items) === JSON.stringify(items);
    const resultId = same && entry.checked ? entry.checked.resultId : `${ownId}${++this.#lastId}`;
    entry.checked = { uri, resultId, items, symbols: atOnce(symbolsOf(document, client)) };
    // Who waits for news need not be who asked for this look.
    if (!same) this.#stir();
  }

  /** A manifest as it is on the disk, with its settings and inventories. Nothing where it cannot be read. */
  async read(uri: string): Promise<OpenDocument | undefined> {
    const { files, folders } = this.session.workspace;
    const { content } = await files.read(uri, folders.boundaryOf(uri));
    if (!('text' in content)) return undefined;
    const item = { uri, languageId: 'ims-manifest', version: 0, text: content.text };
    const document = new OpenDocument(item, this.inventories.filesOf(uri));
    document.configure(await this.configuring.of(uri, folders.folderOf(uri)));
    await this.inventories.settled();
    document.refreshInventories();
    await document.opened;
    return document;
  }

  /** Resolves when there may be something new to look at. */
  changed(): Promise<void> {
    return new Promise(resolve => this.#wake.push(resolve));
  }

  #stir(): void {
    const waiting = this.#wake;
    this.#wake = [];
    for (const wake of waiting) wake();
  }

  #forget(uri: string): void {
    if (!this.#entries.delete(uri)) return;
    this.inventories.closed(uri);
    this.projects.closed(uri);
    this.#stir();
  }

  /** A client's URI, if it is of something in a workspace folder that is not open. */
  #uriOf(client: string): string | undefined {
    const uri = normalUri(client);
    const isOurs =
      uri !== undefined && this.session.workspace.folders.folderOf(uri) !== undefined && !this.#open.has(uri);
    return isOurs ? uri : undefined;
  }
}
