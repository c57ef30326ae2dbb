import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { CreateFile, TextDocumentEdit, type WorkspaceEdit } from 'vscode-languageserver';
import type { Settings } from '../analysis/analysis.ts';
import { projectFileName } from '../analysis/project.ts';
import { withSeverity } from '../analysis/projectEdit.ts';
import { Document } from '../syntax/document.ts';
import { rangesIn } from './convert.ts';
import { isInside } from './inventoryFiles.ts';

/** Whether a manifest has a place for a project file. */
export const mayHaveProject = (uri: string): boolean => uri.startsWith('file:');

/** What gives a rule a severity in the nearest project file, which is made if there is none; nothing, if it is broken. */
export async function severityEdit(
  uri: string,
  folders: readonly string[],
  rule: string,
  severity: Settings['rules'][string],
): Promise<WorkspaceEdit | undefined> {
  const manifest = fileURLToPath(uri);
  const top = folders.find(folder => isInside(folder, manifest)) ?? dirname(manifest);
  const file = await nearest(dirname(manifest), top);
  const text = file?.text ?? '';
  const changes = withSeverity(text, rule, severity);
  if (changes === undefined) return undefined;
  const target = pathToFileURL(file?.path ?? join(top, projectFileName)).href;
  const rangeOf = rangesIn(new Document(text));
  const edits = changes.map(change => ({ range: rangeOf(change), newText: change.text }));
  return {
    documentChanges: [
      ...(file === undefined ? [CreateFile.create(target, { ignoreIfExists: true })] : []),
      TextDocumentEdit.create({ uri: target, version: null }, edits),
    ],
  };
}

/** The project file that counts for what is in a folder, up to the one at the top. */
async function nearest(folder: string, top: string): Promise<{ path: string; text: string } | undefined> {
  const path = join(folder, projectFileName);
  try {
    return { path, text: await readFile(path, 'utf8') };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  const above = dirname(folder);
  return folder === top || above === folder ? undefined : nearest(above, top);
}
