import { type Project, readProject } from '../analysis/project.ts';
import { projectFileName } from '../model/vocabulary/index.ts';
import { FileCache } from './fileCache.ts';
import { isWithin, normalUri, parentOf } from './uri.ts';
import type { Workspace } from './workspace.ts';

/** The project files that count for the open documents. */
export class Projects {
  readonly #workspace: Workspace;
  readonly #cache: FileCache<Project | undefined>;

  constructor(workspace: Workspace) {
    this.#workspace = workspace;
    // What cannot be read is not there: the next one above counts.
    this.#cache = new FileCache(workspace.files, content =>
      'text' in content ? readProject(content.text) : undefined,
    );
  }

  /** What the nearest project file says, from the folder of a document up to its workspace folder. */
  async nearest(document: string): Promise<Project | undefined> {
    const { files, folders, watching } = this.#workspace;
    const uri = normalUri(document);
    if (uri === undefined || !files.reach(uri)) return undefined;
    const boundary = folders.boundaryOf(uri);
    // Outside the workspace, nobody knows how much there is below the folder.
    watching.watch(boundary, boundary, folders.has(boundary) ? `**/${projectFileName}` : projectFileName);
    for (let folder = parentOf(uri); isWithin(boundary, folder); folder = parentOf(folder)) {
      const project = await this.#cache.read(`${folder}/${projectFileName}`, boundary, document);
      if (project !== undefined) return project;
    }
    return undefined;
  }

  /** Reads a file again, and tells for which documents it may count. */
  changed(uri: string): Iterable<string> {
    const file = normalUri(uri);
    return file === undefined ? [] : this.#cache.changed(file);
  }

  closed(document: string): void {
    this.#cache.release(document);
  }
}
