import { pathOf, wayTo } from '../files/uri.ts';
import type { Client } from './client.ts';
import { type Connection, DidChangeWatchedFilesNotification, type GlobPattern } from './protocol.ts';
import type { Safely } from './safely.ts';

/** Asks the client to tell when files change, where it takes such wishes; once for all who want the same. */
export class Watching {
  readonly #asked = new Set<string>();
  readonly #client: Client;
  readonly #register: (globPattern: GlobPattern) => Promise<void>;

  constructor(connection: Connection, client: Client, safely: Safely) {
    this.#client = client;
    this.#register = safely.notified('client/registerCapability', async globPattern => {
      await connection.client.register(DidChangeWatchedFilesNotification.type, { watchers: [{ globPattern }] });
    });
  }

  /** Watches what has a name, a glob, in a folder. It need not exist yet; `boundary`, in which it is, does. */
  watch(boundary: string, folder: string, name: string): void {
    if (!this.#client.registersWatchers) return;
    const wish = `${folder}/${name}`;
    if (this.#asked.has(wish)) return;
    this.#asked.add(wish);
    void this.#register(
      this.#client.watchesRelatively
        ? { baseUri: boundary, pattern: folder === boundary ? name : `${literal(wayTo(boundary, folder))}/${name}` }
        : `${literal(pathOf(folder))}/${name}`,
    );
  }
}

/** A path as a glob that stands for it alone. */
const literal = (path: string): string => path.replace(/[*?[\]{}]/g, '[$&]');
