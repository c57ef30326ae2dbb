import { boundaryOf, isWithin, normalUri } from '../files/uri.ts';
import type { InitializeParams, WorkspaceFoldersChangeEvent } from './protocol.ts';

/** The workspace folders, which come and go. */
export class Folders {
  #uris: readonly string[];

  constructor({ workspaceFolders, rootUri }: Pick<InitializeParams, 'workspaceFolders' | 'rootUri'>) {
    this.#uris = innermostFirst(workspaceFolders?.map(({ uri }) => uri) ?? (rootUri ? [rootUri] : []));
  }

  change({ added, removed }: WorkspaceFoldersChangeEvent): void {
    const gone = new Set(removed.map(({ uri }) => normalUri(uri)));
    this.#uris = innermostFirst([...this.#uris.filter(uri => !gone.has(uri)), ...added.map(({ uri }) => uri)]);
  }

  /** How far the files of a document may be from it: within its workspace folder. */
  boundaryOf(uri: string): string {
    return boundaryOf(uri, this.#uris);
  }

  /** The workspace folder that something is in. */
  folderOf(uri: string): string | undefined {
    return this.#uris.find(folder => isWithin(folder, uri));
  }

  /** Every workspace folder, those inside another before it. */
  get all(): readonly string[] {
    return this.#uris;
  }

  has(uri: string): boolean {
    return this.#uris.includes(uri);
  }
}

function innermostFirst(uris: readonly string[]): readonly string[] {
  const known = new Set(uris.map(normalUri).filter(uri => uri !== undefined));
  return [...known].sort((a, b) => b.length - a.length);
}
