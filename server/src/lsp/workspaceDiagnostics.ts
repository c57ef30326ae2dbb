import { normalUri } from '../files/uri.ts';
import { type Checked, type ClosedManifests, ownId } from './closedManifests.ts';
import {
  type CancellationToken,
  DocumentDiagnosticReportKind,
  type ResultProgressReporter,
  type WorkspaceDiagnosticParams,
  type WorkspaceDiagnosticReport,
  type WorkspaceDiagnosticReportPartialResult,
  type WorkspaceFullDocumentDiagnosticReport,
} from './protocol.ts';

/** As many reports go to the client at a time. */
const chunk = 50;

/**
 * Tells the diagnostics of the manifests that are not open, as they are found. A client that has been told all is
 * answered when there is something new: else it would ask again and again.
 */
export function workspaceDiagnostics(closed: ClosedManifests) {
  return async (
    { previousResultIds }: WorkspaceDiagnosticParams,
    token: CancellationToken,
    partial: ResultProgressReporter<WorkspaceDiagnosticReportPartialResult> | undefined,
  ): Promise<WorkspaceDiagnosticReport> => {
    const told = new Map(previousResultIds.map(({ uri, value }) => [normalUri(uri) ?? uri, value]));
    let reports: WorkspaceFullDocumentDiagnosticReport[] = [];
    let sent = 0;
    const tell = ({ uri, resultId, items }: Omit<Checked, 'symbols'>): void => {
      if (told.get(uri) === resultId) return;
      told.set(uri, resultId);
      reports.push({ kind: DocumentDiagnosticReportKind.Full, uri, version: null, resultId, items: [...items] });
      if (partial === undefined || reports.length < chunk) return;
      sent += reports.length;
      partial.report({ items: reports });
      reports = [];
    };

    while (!token.isCancellationRequested) {
      const something = closed.changed();
      const outdated = new Set(await closed.outdated());
      for (const uri of closed.uris()) {
        const checked = outdated.has(uri) ? undefined : closed.checked(uri);
        if (checked !== undefined) tell(checked);
      }
      await closed.update(token, tell);
      for (const uri of gone(told, closed)) tell({ uri, resultId: '', items: [] });
      if (reports.length + sent > 0) break;
      await Promise.race([something, cancelled(token)]);
    }
    return { items: reports };
  };
}

/** What the client has diagnostics of, and is no longer there. What has been opened is told of by itself. */
function gone(told: ReadonlyMap<string, string>, closed: ClosedManifests): readonly string[] {
  const present = closed.uris();
  return [...told].flatMap(([uri, id]) =>
    id.startsWith(ownId) && !present.has(uri) && !closed.isOpen(uri) ? [uri] : [],
  );
}

const cancelled = (token: CancellationToken): Promise<void> =>
  new Promise(resolve => token.onCancellationRequested(() => resolve()));
