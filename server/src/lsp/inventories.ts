import { dirname, relative, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import {
  type Connection,
  DidChangeWatchedFilesNotification,
  type GlobPattern,
  type InitializeParams,
} from 'vscode-languageserver';
import { Inventory, type InventoryFiles } from '../facts/inventory/inventory.ts';
import type { Client } from './client.ts';
import { fileAt, InventoryCache, readText } from './inventoryFiles.ts';
import type { Safely } from './safely.ts';

/** The inventory files of the open documents, read when they are named and again when they change. */
export class Inventories {
  readonly #cache: InventoryCache;
  readonly #folders: readonly string[];
  readonly #watched = new Set<string>();
  #changed: () => unknown = () => {};

  constructor(connection: Connection, client: Client, folders: readonly string[], safely: Safely) {
    this.#folders = folders;
    const watch = safely.notified('client/registerCapability', async (globPattern: GlobPattern) => {
      await connection.client.register(DidChangeWatchedFilesNotification.type, { watchers: [{ globPattern }] });
    });
    this.#cache = new InventoryCache(({ file, boundary }) => {
      this.#changed();
      // By folder: while a name is being typed, it is the same all the time.
      const folder = dirname(file);
      if (!client.registersWatchers || this.#watched.has(folder)) return;
      this.#watched.add(folder);
      void watch(patternOf(folder, boundary, client));
    });
  }

  /** Calls back whenever a file has been read. */
  listen(changed: () => unknown): void {
    this.#changed = changed;
  }

  /** A document that is not on the disk has no files: nothing is known about its inventories. */
  filesOf(uri: string): InventoryFiles {
    const path = pathOf(uri);
    return path === undefined ? () => undefined : this.#cache.filesFor(path, this.#folders);
  }

  /** The file that a document's path leads to, where one is there. */
  locate(uri: string, path: string): string | undefined {
    const content = this.filesOf(uri)(path);
    const isThere = content instanceof Inventory || content === 'no-json' || content === 'no-inventory';
    const found = isThere ? this.#fileAt(uri, path) : undefined;
    return found && pathToFileURL(found.file).href;
  }

  /** The text of the file that a document's path leads to, as it is now. */
  async textOf(uri: string, path: string): Promise<string | undefined> {
    const found = this.#fileAt(uri, path);
    return found && (await readText(found.file, found.boundary)).text;
  }

  #fileAt(uri: string, path: string): ReturnType<typeof fileAt> {
    const manifest = pathOf(uri);
    return manifest === undefined ? undefined : fileAt(path, manifest, this.#folders);
  }

  changed(uri: string): void {
    const path = pathOf(uri);
    if (path !== undefined) this.#cache.changed(path);
  }
}

export function foldersOf({ workspaceFolders, rootUri }: InitializeParams): readonly string[] {
  const uris = workspaceFolders?.map(({ uri }) => uri) ?? (rootUri ? [rootUri] : []);
  return uris.map(pathOf).filter(path => path !== undefined);
}

function pathOf(uri: string): string | undefined {
  try {
    return fileURLToPath(uri);
  } catch {
    // Of another scheme, or of another machine.
    return undefined;
  }
}

/** All files of a folder: relative to the boundary, which exists though the folder may not yet. */
function patternOf(folder: string, boundary: string, { watchesRelatively }: Client): GlobPattern {
  const literal = (path: string): string =>
    path
      .split(sep)
      .join('/')
      .replace(/[*?[\]{}]/g, '[$&]');
  if (!watchesRelatively) return `${literal(folder)}/*`;
  const way = relative(boundary, folder);
  return { baseUri: pathToFileURL(boundary).href, pattern: way === '' ? '*' : `${literal(way)}/*` };
}
