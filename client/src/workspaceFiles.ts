import { FileSystemError, FileType, Uri, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';

type FileContent = { readonly text: string } | { readonly fault: 'missing' | 'outside' | 'unreadable' };

const decoder = new TextDecoder('utf-8', { fatal: true });

/** Gives the server the files of the workspace that it cannot reach itself. */
export function serveFiles(client: BaseLanguageClient): void {
  client.onRequest<FileContent, void>('ims/readFile', ({ uri, boundary }) => read(placeAt(uri), placeAt(boundary)));
  client.onRequest<string[], void>('ims/manifestsIn', ({ folder }) => manifestsIn(placeAt(folder)));
}

/** Where a URI leads, its `..` followed. */
const placeAt = (uri: string): Uri => Uri.joinPath(Uri.parse(uri), '.');

const isOurs = (uri: Uri): boolean => workspace.getWorkspaceFolder(uri) !== undefined;

async function read(file: Uri, boundary: Uri): Promise<FileContent> {
  try {
    if (!isOurs(file) || (await isBehindLink(file, boundary))) return { fault: 'outside' };
    return { text: decoder.decode(await workspace.fs.readFile(file)) };
  } catch (error) {
    return { fault: isMissing(error) ? 'missing' : 'unreadable' };
  }
}

/** Where a link leads is not told, so it may lead out. */
async function isBehindLink(file: Uri, boundary: Uri): Promise<boolean> {
  for (let at = file; at.path.length > boundary.path.length; at = Uri.joinPath(at, '..')) {
    const { type } = await workspace.fs.stat(at);
    if (type & FileType.SymbolicLink) return true;
  }
  return false;
}

const isMissing = (error: unknown): boolean =>
  error instanceof FileSystemError && ['FileNotFound', 'FileNotADirectory'].includes(error.code);

/** The manifests in a folder and those below it. Links are not followed. */
async function manifestsIn(folder: Uri): Promise<string[]> {
  const entries = await entriesOf(folder);
  const found = entries.map(async ([name, type]) => {
    const uri = Uri.joinPath(folder, name);
    if (type === FileType.Directory) return /^(node_modules|\.git)$/.test(name) ? [] : manifestsIn(uri);
    return type === FileType.File && /\.ims\.ya?ml$/.test(name) ? [`${uri}`] : [];
  });
  return (await Promise.all(found)).flat();
}

async function entriesOf(folder: Uri): Promise<[string, FileType][]> {
  try {
    return isOurs(folder) ? await workspace.fs.readDirectory(folder) : [];
  } catch {
    return [];
  }
}
