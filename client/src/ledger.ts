import { commands, Position, Range, Selection, TextEditorRevealType, Uri, window } from 'vscode';
import type { Server } from './server.ts';

/** A position as the server tells it. */
export interface Place {
  readonly line: number;
  readonly character: number;
}

/**
 * Shows the ledger of an operation: the hover over its action, with the keyboard in it, so that it stays and can be
 * scrolled. Without a place, of the operation at the cursor.
 */
export async function showLedger(server: Server, uri?: string, place?: Place): Promise<void> {
  const active = window.activeTextEditor;
  const isActive = uri === undefined || active?.document.uri.toString() === uri;
  const editor = isActive ? active : await window.showTextDocument(Uri.parse(uri, true));
  if (editor === undefined) return;
  const start = place ?? (await server.operationAt(editor.document, editor.selection.active))?.action.start;
  if (start === undefined) return;
  const position = new Position(start.line, start.character);
  editor.selection = new Selection(position, position);
  editor.revealRange(new Range(position, position), TextEditorRevealType.InCenterIfOutsideViewport);
  await commands.executeCommand('editor.action.showHover', { focus: 'autoFocusImmediately' });
}
