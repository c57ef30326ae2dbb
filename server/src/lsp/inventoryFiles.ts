import { readFile, realpath, stat } from 'node:fs/promises';
import { dirname, isAbsolute, relative, resolve, sep } from 'node:path';
import { type Inventory, type InventoryFiles, parseInventory } from '../facts/inventory/inventory.ts';
import type { InventoryFault } from '../model/problem.ts';

type Content = Inventory | InventoryFault;

interface Loaded {
  readonly file: string;
  readonly boundary: string;
  content: Content | undefined;
  /** The file that links lead to. */
  real: string;
  /** The newest of the loads: an older one that ends later counts no more. */
  loading: Promise<void>;
}

/** The inventory files that manifests name, each read once for all of them. */
export class InventoryCache {
  readonly #loaded = new Map<string, Loaded>();
  readonly #onLoad: (loaded: { readonly file: string; readonly boundary: string }) => void;

  constructor(onLoad: (loaded: { readonly file: string; readonly boundary: string }) => void = () => {}) {
    this.#onLoad = onLoad;
  }

  /** The files as a manifest names them. Nothing outside the folders is read, nor outside its own where it is in none. */
  filesFor(manifest: string, folders: readonly string[]): InventoryFiles {
    const boundary = folders.find(folder => isInside(folder, manifest)) ?? dirname(manifest);
    return path => {
      const file = resolve(dirname(manifest), path.replaceAll('\\', '/'));
      return isElsewhere(path) || !isInside(boundary, file) ? 'outside' : this.#lookUp(file, boundary);
    };
  }

  /** Reads a file again, if a manifest has named it. Tells whether one has. */
  changed(file: string): boolean {
    const concerned = [...this.#loaded.values()].filter(loaded => loaded.file === file || loaded.real === file);
    for (const loaded of concerned) this.#load(loaded);
    return concerned.length > 0;
  }

  /** Resolves when no file is being read any more. */
  async settled(): Promise<void> {
    await Promise.all([...this.#loaded.values()].map(({ loading }) => loading));
  }

  #lookUp(file: string, boundary: string): Content | undefined {
    const key = `${boundary}\n${file}`;
    const known = this.#loaded.get(key);
    if (known !== undefined) return known.content;
    const loaded: Loaded = { file, boundary, content: undefined, real: file, loading: Promise.resolve() };
    this.#loaded.set(key, loaded);
    this.#load(loaded);
    return undefined;
  }

  #load(loaded: Loaded): void {
    const loading = read(loaded.file, loaded.boundary).then(({ content, real }) => {
      if (loaded.loading !== loading) return;
      loaded.content = content;
      loaded.real = real;
      this.#onLoad(loaded);
    });
    loaded.loading = loading;
  }
}

const decoder = new TextDecoder('utf-8', { fatal: true });

async function read(file: string, boundary: string): Promise<{ content: Content; real: string }> {
  let real = file;
  try {
    real = await realpath(file);
    if (!isInside(await realpath(boundary), real)) return { content: 'outside', real };
    // What is no file, a pipe say, may never end.
    if (!(await stat(real)).isFile()) return { content: 'unreadable', real };
    return { content: parseInventory(decoder.decode(await readFile(real))), real };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return { content: code === 'ENOENT' || code === 'ENOTDIR' ? 'missing' : 'unreadable', real };
  }
}

/** Absolute, of a drive or a network, or a URI: anything but relative to the manifest. */
const isElsewhere = (path: string): boolean => /^([\\/]|[a-z][a-z0-9+.-]*:)/i.test(path);

export function isInside(folder: string, file: string): boolean {
  const way = relative(folder, file);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}
