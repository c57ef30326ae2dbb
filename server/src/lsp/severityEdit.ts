import type { Settings } from '../analysis/analysis.ts';
import { withSeverity } from '../analysis/projectEdit.ts';
import { isWithin, normalUri, parentOf } from '../files/uri.ts';
import { projectFileName } from '../model/vocabulary/index.ts';
import { Document } from '../syntax/document.ts';
import { rangesIn } from '../syntax/positions.ts';
import { CreateFile, TextDocumentEdit, type WorkspaceEdit } from './protocol.ts';
import type { Session } from './session.ts';

/** A project file as it is, be it open or not; it may not exist yet. */
interface ProjectText {
  readonly uri: string;
  readonly text: string | undefined;
  /** Nothing where it is not open. */
  readonly version: number | null;
}

/** Whether a manifest has a place for a project file. */
export function mayHaveProject(manifest: string, { workspace }: Session): boolean {
  const uri = normalUri(manifest);
  return uri !== undefined && workspace.files.reach(uri);
}

/** What gives a rule a severity in the nearest project file, which is made if there is none; nothing, if it is broken. */
export async function severityEdit(
  manifest: string,
  rule: string,
  severity: Settings['rules'][string],
  session: Session,
): Promise<WorkspaceEdit | undefined> {
  const uri = normalUri(manifest);
  if (uri === undefined) return undefined;
  const { uri: target, text, version } = await nearest(uri, session);
  const changes = withSeverity(text ?? '', rule, severity);
  if (changes === undefined) return undefined;
  const rangeOf = rangesIn(new Document(text ?? ''));
  const edits = changes.map(change => ({ range: rangeOf(change), newText: change.text }));
  return {
    documentChanges: [
      ...(text === undefined ? [CreateFile.create(target, { ignoreIfExists: true })] : []),
      TextDocumentEdit.create({ uri: target, version }, edits),
    ],
  };
}

/** The project file that counts for a manifest, or else the one that would at the top of its workspace folder. */
async function nearest(manifest: string, { workspace, projectFiles }: Session): Promise<ProjectText> {
  const boundary = workspace.folders.boundaryOf(manifest);
  for (let folder = parentOf(manifest); isWithin(boundary, folder); folder = parentOf(folder)) {
    const uri = `${folder}/${projectFileName}`;
    // Editors keep the text of a file that is gone for a while: it is the disk that says what is there.
    const { content } = await workspace.files.read(uri, boundary);
    if (!('text' in content)) continue;
    const open = [...projectFiles].find(file => normalUri(file.uri) === uri);
    if (open === undefined) return { uri, text: content.text, version: null };
    return { uri: open.uri, text: open.analysis.document.text, version: open.version };
  }
  return { uri: `${boundary}/${projectFileName}`, text: undefined, version: null };
}
