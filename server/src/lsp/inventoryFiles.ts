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

  /** The files as a manifest names them. */
  filesFor(manifest: string, folders: readonly string[]): InventoryFiles {
    return path => {
      const found = fileAt(path, manifest, folders);
      return found === undefined ? 'outside' : this.#lookUp(found.file, found.boundary);
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
  const { text, fault, real } = await readText(file, boundary);
  return { content: text === undefined ? fault : parseInventory(text), real };
}

type FileText =
  | { readonly text: string; readonly fault?: never }
  | { readonly text?: never; readonly fault: InventoryFault };

/** The text of a file, as long as no link leads out of the boundary. */
export async function readText(file: string, boundary: string): Promise<FileText & { readonly real: string }> {
  let real = file;
  try {
    real = await realpath(file);
    if (!isInside(await realpath(boundary), real)) return { fault: 'outside', real };
    // What is no file, a pipe say, may never end.
    if (!(await stat(real)).isFile()) return { fault: 'unreadable', real };
    return { text: decoder.decode(await readFile(real)), real };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return { fault: code === 'ENOENT' || code === 'ENOTDIR' ? 'missing' : 'unreadable', real };
  }
}

/** Where a manifest's path leads. Nothing outside the folders is read, nor outside its own where it is in none. */
export function fileAt(
  path: string,
  manifest: string,
  folders: readonly string[],
): { readonly file: string; readonly boundary: string } | undefined {
  const boundary = folders.find(folder => isInside(folder, manifest)) ?? dirname(manifest);
  const file = resolve(dirname(manifest), path.replaceAll('\\', '/'));
  return isElsewhere(path) || !isInside(boundary, file) ? undefined : { file, boundary };
}

/** Absolute, of a drive or a network, or a URI: anything but relative to the manifest. */
const isElsewhere = (path: string): boolean => /^([\\/]|[a-z][a-z0-9+.-]*:)/i.test(path);

export function isInside(folder: string, file: string): boolean {
  const way = relative(folder, file);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}
