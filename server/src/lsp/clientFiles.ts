import type { FileContent, Files } from '../files/files.ts';
import { normalUri } from '../files/uri.ts';
import type { Folders } from './folders.ts';
import type { Connection } from './protocol.ts';

/** The files of the workspace folders as the client has them. It does not tell where links lead. */
export function clientFiles(connection: Connection, folders: Folders): Files {
  return {
    reach: uri => folders.folderOf(uri) !== undefined,
    async read(uri, boundary) {
      const asked = connection.sendRequest<FileContent>('ims/readFile', { uri, boundary });
      return { content: await asked.catch(() => ({ fault: 'unreadable' }) as const), real: uri };
    },
    async manifestsIn(folder) {
      const asked = connection.sendRequest<readonly string[]>('ims/manifestsIn', { folder });
      const uris = await asked.catch(() => []);
      return uris.flatMap(uri => normalUri(uri) ?? []).sort();
    },
  };
}
