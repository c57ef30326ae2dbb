import type { Files } from '../files/files.ts';
import type { Folders } from './folders.ts';
import type { Watching } from './watching.ts';

/** Where the open documents stand: the files around them, and how far they go. */
export interface Workspace {
  readonly files: Files;
  readonly folders: Folders;
  readonly watching: Watching;
}
