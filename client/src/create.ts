import { env, l10n, SnippetString, type TextDocument, Uri, window, workspace } from 'vscode';
import { exists } from './files.ts';
import { projectFileName } from './status.ts';
import { configTemplate, manifestSnippet } from './templates.ts';

const language = 'ims-manifest';

/** Opens a new manifest, not saved yet: in the folder that is chosen in the explorer, else in the one that is open. */
export async function createManifest(chosen?: unknown): Promise<void> {
  const folder = chosen instanceof Uri ? chosen : workspace.workspaceFolders?.[0]?.uri;
  const editor = await window.showTextDocument(await newDocument(folder));
  await editor.insertSnippet(new SnippetString(manifestSnippet));
}

/** Only of a file on disk is it known, before it is saved, where it belongs. */
async function newDocument(folder: Uri | undefined): Promise<TextDocument> {
  if (folder?.scheme !== 'file') return workspace.openTextDocument({ language });
  const file = await freeName(folder);
  return workspace.openTextDocument(file.with({ scheme: 'untitled' }));
}

async function freeName(folder: Uri): Promise<Uri> {
  for (let number = 1; ; number++) {
    const file = Uri.joinPath(folder, number === 1 ? 'new.ims.yaml' : `new-${number}.ims.yaml`);
    const isOpen = workspace.textDocuments.some(({ uri }) => uri.path === file.path);
    if (!isOpen && !(await exists(file))) return file;
  }
}

/** Opens the settings of a project, which are made first where there are none. */
export async function createConfig(): Promise<void> {
  const folder = await chooseFolder();
  if (folder === undefined) return;
  const file = Uri.joinPath(folder, projectFileName);
  if (!(await exists(file))) {
    await workspace.fs.writeFile(file, new TextEncoder().encode(configTemplate(env.language)));
  }
  await window.showTextDocument(file);
}

async function chooseFolder(): Promise<Uri | undefined> {
  const folders = workspace.workspaceFolders ?? [];
  if (folders.length < 2) return folders[0]?.uri;
  const placeHolder = l10n.t('The settings of which folder?');
  return (await window.showWorkspaceFolderPick({ placeHolder }))?.uri;
}
