import { DiagnosticSeverity, type Range, type WorkspaceEdit } from 'vscode-languageserver';
import type { Severity } from '../analysis/finding.ts';
import type { Document, TextChange } from '../syntax/document.ts';
import { positionsIn } from '../syntax/positions.ts';
import type { Client } from './client.ts';
import type { OpenDocument } from './documents.ts';

export const severityOf: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** Turns stretches of a text into ranges. */
export function rangesIn<Memo>(document: Document<Memo>): (stretch: { start: number; end: number }) => Range {
  const position = positionsIn(document);
  return ({ start, end }) => ({ start: position(start), end: position(end) });
}

/** Changes to a document as an edit in the form that the client takes. */
export function editOf(
  { analysis, uri, version }: Pick<OpenDocument, 'analysis' | 'uri' | 'version'>,
  changes: readonly TextChange[],
  client: Client,
): WorkspaceEdit {
  const rangeOf = rangesIn(analysis.document);
  const edits = changes.map(change => ({ range: rangeOf(change), newText: change.text }));
  return client.takesVersionedEdits
    ? { documentChanges: [{ textDocument: { uri, version }, edits }] }
    : { changes: { [uri]: edits } };
}
