import { fixAll } from '../analysis/fixAll.ts';
import { rangesIn } from '../syntax/positions.ts';
import { arrived } from './arrived.ts';
import type { ClosedManifests } from './closedManifests.ts';
import { diagnosticsOf } from './diagnostics.ts';
import type { OpenDocument } from './documents.ts';
import type { Progress } from './progress.ts';
import type { WorkspaceEdit } from './protocol.ts';
import { type CancellationToken, DiagnosticSeverity, RequestType, type TextDocumentEdit } from './protocol.ts';
import type { Session } from './session.ts';

/** How the manifests of the workspace stand. */
export interface WorkspaceSummary {
  readonly manifests: number;
  readonly errors: number;
  readonly warnings: number;
  /** Information and hints. */
  readonly notes: number;
}

/** All safe fixes of the workspace. */
export interface WorkspaceFixes {
  readonly manifests: number;
  readonly fixes: number;
  readonly edit: WorkspaceEdit;
}

export const checkWorkspaceRequest = new RequestType<object, WorkspaceSummary, void>('ims/checkWorkspace');
export const fixWorkspaceRequest = new RequestType<object, WorkspaceFixes, void>('ims/fixAllInWorkspace');

export function serveWorkspaceCommands(session: Session, closed: ClosedManifests, progress: Progress): void {
  const { connection, safely } = session;
  const check = safely.asked(checkWorkspaceRequest.method, () => nothingChecked, onCheckWorkspace(session, closed));
  const fix = safely.asked(fixWorkspaceRequest.method, () => nothingFixed, onFixWorkspace(session, closed, progress));
  connection.onRequest(checkWorkspaceRequest, check);
  connection.onRequest(fixWorkspaceRequest, fix);
}

const nothingChecked: WorkspaceSummary = { manifests: 0, errors: 0, warnings: 0, notes: 0 };
const nothingFixed: WorkspaceFixes = { manifests: 0, fixes: 0, edit: {} };

/** Looks at every manifest of the workspace anew. */
function onCheckWorkspace({ client, documents }: Session, closed: ClosedManifests) {
  return async (_: object, token: CancellationToken): Promise<WorkspaceSummary> => {
    closed.foldersChanged();
    await closed.update(token);
    const all = [
      ...[...documents].map(document => diagnosticsOf(document, client)),
      ...closed.all().map(({ items }) => items),
    ];
    const count = (isMeant: (severity: DiagnosticSeverity | undefined) => boolean): number =>
      all.reduce((sum, items) => sum + items.filter(({ severity }) => isMeant(severity)).length, 0);
    return {
      manifests: all.length,
      errors: count(severity => severity === DiagnosticSeverity.Error),
      warnings: count(severity => severity === DiagnosticSeverity.Warning),
      notes: count(severity => severity !== DiagnosticSeverity.Error && severity !== DiagnosticSeverity.Warning),
    };
  };
}

/** Finds the safe fixes of every manifest of the workspace; the client makes them, so that they can be undone. */
function onFixWorkspace({ documents }: Session, closed: ClosedManifests, progress: Progress) {
  return async (_: object, token: CancellationToken): Promise<WorkspaceFixes> => {
    const edits: TextDocumentEdit[] = [];
    let fixes = 0;
    const fix = ({ uri, analysis }: OpenDocument, version: number | null): void => {
      const { changes, count } = fixAll(analysis);
      if (count === 0) return;
      fixes += count;
      const rangeOf = rangesIn(analysis.document);
      const textEdits = changes.map(change => ({ range: rangeOf(change), newText: change.text }));
      edits.push({ textDocument: { uri, version }, edits: textEdits });
    };
    for (const document of documents) {
      await document.opened;
      fix(document, document.version);
    }
    await closed.outdated();
    await progress.over([...closed.uris()], token, async uri => {
      const document = await closed.read(uri);
      if (document !== undefined) fix(document, null);
      await arrived();
    });
    return { manifests: edits.length, fixes, edit: { documentChanges: edits } };
  };
}
