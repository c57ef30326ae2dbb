import { resolve } from 'node:path';
import { Analysis } from '../analysis/analysis.ts';
import { inventoryCache, inventoryFiles } from '../files/inventoryFiles.ts';
import { fileUri, nodeFiles } from '../files/nodeFiles.ts';
import { boundaryOf } from '../files/uri.ts';
import type { Projects } from './project.ts';

/** Analyses manifests with the project files and the inventories that count for them. */
export class Manifests {
  readonly #inventories = inventoryCache(nodeFiles);
  readonly #folders: readonly string[];

  constructor(
    readonly projects: Projects,
    /** What the command line names: manifests below it may name inventories there. */
    args: readonly string[],
  ) {
    this.#folders = ['.', ...args].map(folder => fileUri(resolve(folder)));
  }

  async analyse(path: string, text: string): Promise<Analysis> {
    const settings = await this.projects.settingsFor(path);
    const uri = fileUri(resolve(path));
    const reading: Promise<unknown>[] = [];
    const named = inventoryFiles(
      uri,
      () => boundaryOf(uri, this.#folders),
      (file, boundary) => {
        const known = this.#inventories.peek(file, boundary, uri);
        if (known === undefined) reading.push(this.#inventories.read(file, boundary, uri));
        return known;
      },
    );
    const analysis = new Analysis(text, settings, named);
    await Promise.all(reading);
    if (reading.length > 0) analysis.refreshInventories();
    return analysis;
  }
}
