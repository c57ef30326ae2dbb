import { arrived } from './arrived.ts';
import type { ClosedManifests } from './closedManifests.ts';
import type { Delivery } from './delivery.ts';
import { keptDiagnostics } from './diagnostics.ts';
import { type Open, openAt } from './kinds.ts';
import { until } from './opening.ts';
import {
  type Diagnostic,
  type DocumentDiagnosticParams,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  LSPErrorCodes,
  ResponseError,
} from './protocol.ts';
import type { Session } from './session.ts';
import { workspaceDiagnostics } from './workspaceDiagnostics.ts';

/** What was last reported of a document. The id stays while the diagnostics do, whatever is typed. */
interface Report {
  readonly resultId: string;
  readonly items: Diagnostic[];
}

/** Tells diagnostics when asked. */
export function pullDiagnostics(session: Session, closed: ClosedManifests): Delivery {
  const { connection, client, safely } = session;
  const diagnosticsIn = keptDiagnostics(client);
  const reports = new WeakMap<Open, Report>();
  let lastId = 0;

  function reportOf(document: Open): Report {
    const items = diagnosticsIn(document);
    const last = reports.get(document);
    if (last?.items === items) return last;
    const report = { resultId: `${++lastId}`, items };
    reports.set(document, report);
    return report;
  }

  async function answer(params: DocumentDiagnosticParams): Promise<DocumentDiagnosticReport> {
    const { uri } = params.textDocument;
    const document = openAt(session, uri);
    if (document === undefined) return nothing;
    const { version } = document;
    await document.configured;
    await arrived();
    const isCurrent = (): boolean => openAt(session, uri) === document && document.version === version;
    if (!(await until(document, () => document.isOpen, isCurrent))) throw superseded();
    const { resultId, items } = reportOf(document);
    if (resultId === params.previousResultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
    return { kind: DocumentDiagnosticReportKind.Full, resultId, items };
  }

  const refresh = safely.notified<void>('workspace/diagnostic/refresh', async () => {
    if (client.refreshesDiagnostics) await connection.languages.diagnostics.refresh();
  });

  const workspace = workspaceDiagnostics(closed);
  connection.languages.diagnostics.onWorkspace((params, token, _, partial) =>
    safely.asked(
      'workspace/diagnostic',
      () => ({ items: [] }),
      (p: typeof params) => workspace(p, token, partial),
    )(params, token),
  );
  connection.languages.diagnostics.on(safely.asked('textDocument/diagnostic', () => nothing, answer));
  return { changed: () => {}, closed: () => {}, refresh: () => void refresh() };
}

const nothing: DocumentDiagnosticReport = { kind: DocumentDiagnosticReportKind.Full, items: [] };

/**
 * The client has typed on or closed the document while it waited. It is to ask again: told not to, VS Code's forgets that
 * it was about to.
 */
function superseded(): ResponseError<{ retriggerRequest: boolean }> {
  return new ResponseError(LSPErrorCodes.ServerCancelled, 'The document has changed', { retriggerRequest: true });
}
