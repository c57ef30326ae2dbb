import type { Connection } from 'vscode-languageserver';
import type { Client } from './client.ts';
import type { Documents } from './documents.ts';
import type { Safely } from './safely.ts';

/** What the handlers of one connection share. */
export interface Session {
  readonly connection: Connection;
  readonly client: Client;
  readonly documents: Documents;
  readonly safely: Safely;
  /** The folders of the workspace. */
  readonly folders: readonly string[];
}
