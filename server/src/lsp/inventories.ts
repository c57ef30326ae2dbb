import { Inventory, type InventoryFiles } from '../facts/inventory/inventory.ts';
import { fileAt, type InventoryCache, inventoryCache, inventoryFiles } from '../files/inventoryFiles.ts';
import { normalUri, parentOf } from '../files/uri.ts';
import type { Workspace } from './workspace.ts';

/** The inventory files of the manifests, read when they are named and again when they change. */
export class Inventories {
  readonly #workspace: Workspace;
  readonly #cache: InventoryCache;
  #loaded: (users: ReadonlySet<string>) => unknown = () => {};

  constructor(workspace: Workspace) {
    this.#workspace = workspace;
    this.#cache = inventoryCache(workspace.files, users => this.#loaded(users));
  }

  /** Calls back whenever a file has been read, with the documents that name it. */
  listen(loaded: (users: ReadonlySet<string>) => unknown): void {
    this.#loaded = loaded;
  }

  /** The files as a document names them. Of one that has no files beside it, nothing is known. */
  filesOf(document: string): InventoryFiles {
    const { files, folders } = this.#workspace;
    const uri = normalUri(document);
    if (uri === undefined || !files.reach(uri)) return () => undefined;
    return inventoryFiles(
      uri,
      () => folders.boundaryOf(uri),
      (file, boundary) => {
        this.#watch(file, boundary);
        return this.#cache.peek(file, boundary, document);
      },
    );
  }

  /** The file that a document's path leads to, where one is there. */
  async locate(document: string, path: string): Promise<string | undefined> {
    const found = this.#fileAt(document, path);
    if (found === undefined) return undefined;
    this.#watch(found.file, found.boundary);
    const content = await this.#cache.read(found.file, found.boundary, document);
    const isThere = content instanceof Inventory || content === 'no-json' || content === 'no-inventory';
    return isThere ? found.file : undefined;
  }

  /** The text of the file that a document's path leads to, as it is now. */
  async textOf(document: string, path: string): Promise<string | undefined> {
    const found = this.#fileAt(document, path);
    if (found === undefined) return undefined;
    const { content } = await this.#workspace.files.read(found.file, found.boundary);
    return 'text' in content ? content.text : undefined;
  }

  #fileAt(document: string, path: string): ReturnType<typeof fileAt> {
    const { files, folders } = this.#workspace;
    const uri = normalUri(document);
    return uri === undefined || !files.reach(uri) ? undefined : fileAt(path, uri, folders.boundaryOf(uri));
  }

  #watch(file: string, boundary: string): void {
    // By folder: while a name is being typed, it is the same all the time.
    this.#workspace.watching.watch(boundary, parentOf(file), '*');
  }

  /** Reads a file again, and tells which documents name it. */
  changed(uri: string): Iterable<string> {
    const file = normalUri(uri);
    return file === undefined ? [] : this.#cache.changed(file);
  }

  /** Resolves when no file is being read any more. */
  settled(): Promise<void> {
    return this.#cache.settled();
  }

  /** Forgets what only a document that is closed now has named. */
  closed(document: string): void {
    this.#cache.release(document);
  }
}
