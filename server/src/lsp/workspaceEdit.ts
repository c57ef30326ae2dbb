import type { TextChange } from '../syntax/document.ts';
import { rangesIn } from '../syntax/positions.ts';
import type { Client } from './client.ts';
import type { Open } from './kinds.ts';
import type { WorkspaceEdit } from './protocol.ts';

/** Changes to an open document as the client takes them: of the version that they are for, where it knows versions. */
export function workspaceEdit(
  { analysis, uri, version }: Open,
  changes: readonly TextChange[],
  client: Client,
): WorkspaceEdit {
  const rangeOf = rangesIn(analysis.document);
  const edits = changes.map(change => ({ range: rangeOf(change), newText: change.text }));
  return client.takesVersionedEdits
    ? { documentChanges: [{ textDocument: { uri, version }, edits }] }
    : { changes: { [uri]: edits } };
}
