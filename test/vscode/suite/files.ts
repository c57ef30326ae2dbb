import { Uri, workspace } from 'vscode';

/** A file of the folder that is open in the window. */
export function uriOf(path: string): Uri {
  const folder = workspace.workspaceFolders?.[0];
  if (!folder) throw new Error('no folder is open');
  return Uri.joinPath(folder.uri, path);
}

export async function read(path: string): Promise<string> {
  return new TextDecoder().decode(await workspace.fs.readFile(uriOf(path)));
}

export async function write(path: string, text: string): Promise<void> {
  await workspace.fs.writeFile(uriOf(path), new TextEncoder().encode(text));
}
