import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import ignore, { type Ignore } from 'ignore';

/** Tells which of the files that are found in folders Git ignores, by the `.gitignore` files of their repository. */
export class Ignored {
  readonly #lists = new Map<string, Ignore | undefined>();
  readonly #folders = new Map<string, boolean>();
  readonly #roots = new Map<string, string | undefined>();

  hasFile(path: string): boolean {
    const file = resolve(path);
    return this.hasFolder(dirname(file)) || this.#isListed(file, '');
  }

  /** What is in an ignored folder is ignored, whatever the lists in it say. */
  hasFolder(path: string): boolean {
    const folder = resolve(path);
    let ignored = this.#folders.get(folder);
    if (ignored === undefined) {
      const root = this.#rootOf(folder);
      const isBelow = root !== undefined && root !== folder;
      ignored = isBelow && (this.hasFolder(dirname(folder)) || this.#isListed(folder, '/'));
      this.#folders.set(folder, ignored);
    }
    return ignored;
  }

  /** What the lists above a path say, of which the nearest that says something counts. */
  #isListed(path: string, suffix: '' | '/'): boolean {
    const root = this.#rootOf(dirname(path));
    if (root === undefined) return false;
    for (let folder = dirname(path); ; folder = dirname(folder)) {
      const said = this.#list(folder)?.test(relative(folder, path).replaceAll(sep, '/') + suffix);
      if (said?.ignored || said?.unignored) return said.ignored;
      if (folder === root) return false;
    }
  }

  #list(folder: string): Ignore | undefined {
    if (!this.#lists.has(folder)) this.#lists.set(folder, listIn(folder));
    return this.#lists.get(folder);
  }

  /** The top of the repository that a folder is in. */
  #rootOf(folder: string): string | undefined {
    if (this.#roots.has(folder)) return this.#roots.get(folder);
    const above = dirname(folder);
    const root = existsSync(join(folder, '.git')) ? folder : above === folder ? undefined : this.#rootOf(above);
    this.#roots.set(folder, root);
    return root;
  }
}

function listIn(folder: string): Ignore | undefined {
  try {
    return ignore().add(readFileSync(join(folder, '.gitignore'), 'utf8'));
  } catch {
    return undefined;
  }
}
