// Node.js loads what is behind `promises` once it is asked for: a server that has nothing to read starts without.
import { promises } from 'node:fs';
import { isAbsolute, join, relative, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { FileContent, Files } from './files.ts';
import { manifestsIn } from './manifestFiles.ts';
import { normalUri } from './uri.ts';

/** The files of the disk. */
export const nodeFiles: Files = {
  reach: uri => uri.startsWith('file:'),
  async read(uri, boundary) {
    let real = uri;
    try {
      const path = await promises.realpath(fileURLToPath(uri));
      real = fileUri(path);
      const content = await contentOf(path, await promises.realpath(fileURLToPath(boundary)));
      return { content, real };
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      return { content: { fault: code === 'ENOENT' || code === 'ENOTDIR' ? 'missing' : 'unreadable' }, real };
    }
  },
  async manifestsIn(folder) {
    try {
      const path = fileURLToPath(folder);
      return (await manifestsIn(path)).map(name => fileUri(join(path, name)));
    } catch {
      return [];
    }
  },
};

/** The URI of an absolute path. */
export const fileUri = (path: string): string => normalUri(pathToFileURL(path).href) as string;

const decoder = new TextDecoder('utf-8', { fatal: true });

async function contentOf(path: string, boundary: string): Promise<FileContent> {
  if (!isInside(boundary, path)) return { fault: 'outside' };
  // What is no file, a pipe say, may never end.
  if (!(await promises.stat(path)).isFile()) return { fault: 'unreadable' };
  return { text: decoder.decode(await promises.readFile(path)) };
}

function isInside(folder: string, file: string): boolean {
  const way = relative(folder, file);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}
