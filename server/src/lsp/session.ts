import type { Client } from './client.ts';
import type { Documents } from './documents.ts';
import type { OpenManifests } from './manifests.ts';
import type { OpenProjectFile } from './projectFile.ts';
import type { Connection } from './protocol.ts';
import type { Safely } from './safely.ts';
import type { Workspace } from './workspace.ts';

/** What the handlers of one connection share. */
export interface Session {
  readonly connection: Connection;
  readonly client: Client;
  /** The open manifests. */
  readonly documents: OpenManifests;
  readonly projectFiles: Documents<OpenProjectFile>;
  readonly safely: Safely;
  readonly workspace: Workspace;
}
