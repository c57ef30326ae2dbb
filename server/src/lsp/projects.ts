import { type Project, readProject } from '../analysis/project.ts';
import { FileCache } from '../files/fileCache.ts';
import { isWithin, normalUri, parentOf } from '../files/uri.ts';
import type { Localized } from '../localized.ts';
import { projectFileName } from '../model/vocabulary/index.ts';
import type { Workspace } from './workspace.ts';

const reasons = {
  outside: { en: 'it is a link that leads out of the workspace', zh: '它是指向工作区之外的链接' },
  unreadable: { en: 'it cannot be read', zh: '无法读取' },
} as const satisfies Record<string, Localized>;

/** The project files that count for the open documents. */
export class Projects {
  readonly #workspace: Workspace;
  readonly #cache: FileCache<Project | undefined>;

  constructor(workspace: Workspace, warn: (text: Localized) => void) {
    this.#workspace = workspace;
    this.#cache = new FileCache(workspace.files, (content, file) => {
      if ('text' in content) return readProject(content.text);
      // What cannot be read is as if it were not there: the next one above counts.
      if (content.fault !== 'missing') {
        const { en, zh } = reasons[content.fault];
        warn({ en: `${file} does not count: ${en}`, zh: `${file} 不生效：${zh}` });
      }
      return undefined;
    });
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
