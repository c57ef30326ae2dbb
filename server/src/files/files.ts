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

export type FileContent = { readonly text: string } | { readonly fault: 'missing' | 'outside' | 'unreadable' };

export interface FileRead {
  readonly content: FileContent;
  /** The file that links lead to. */
  readonly real: string;
}
