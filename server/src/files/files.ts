/**
 * The files beside the manifests: their project files and inventories. Whoever carries the server, a process with a disk
 * or an editor in a browser, has them. All URIs are as `normalUri` writes them.
 */
export interface Files {
  /** Whether a document with this URI has files beside it at all. */
  reach(uri: string): boolean;
  /** Reads a file, unless links lead out of its boundary. Never fails. */
  read(uri: string, boundary: string): Promise<FileRead>;
  /** The manifests in a folder and those below it, by their names. Never fails. */
  manifestsIn(folder: string): Promise<readonly string[]>;
}

/** The files of one who reaches them, else those of another. */
export function eitherFiles(first: Files, second: Files): Files {
  const having = (uri: string): Files => (first.reach(uri) ? first : second);
  return {
    reach: uri => first.reach(uri) || second.reach(uri),
    read: (uri, boundary) => having(uri).read(uri, boundary),
    manifestsIn: folder => having(folder).manifestsIn(folder),
  };
}

export type FileContent = { readonly text: string } | { readonly fault: 'missing' | 'outside' | 'unreadable' };

export interface FileRead {
  readonly content: FileContent;
  /** The file that links lead to. */
  readonly real: string;
}
