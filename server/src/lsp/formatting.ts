import {
  type DocumentFormattingParams,
  DocumentFormattingRequest,
  type DocumentRangeFormattingParams,
  DocumentRangeFormattingRequest,
  type FormattingOptions,
  type TextEdit,
} from 'vscode-languageserver';
import { format } from '../features/format.ts';
import type { Span } from '../syntax/tree.ts';
import { rangesIn } from './convert.ts';
import type { OpenDocument } from './documents.ts';
import type { Session } from './session.ts';

/** The language whose documents are formatted here; those of `yaml` are left to the user's YAML formatter. */
const languageId = 'ims-manifest';

/** By language, so that the editor does not take this server for a formatter of all YAML. */
export async function registerFormatting({ connection, client }: Session): Promise<void> {
  if (!client.registersFormatting) return;
  const documentSelector = [{ language: languageId }];
  await connection.client.register(DocumentFormattingRequest.type, { documentSelector });
  await connection.client.register(DocumentRangeFormattingRequest.type, { documentSelector });
}

export function onFormatting({ documents }: Session): (params: DocumentFormattingParams) => TextEdit[] | null {
  return ({ textDocument, options }) =>
    editsOf(documents.get(textDocument.uri), options, ({ analysis }) => ({ start: 0, end: analysis.document.length }));
}

export function onRangeFormatting({
  documents,
}: Session): (params: DocumentRangeFormattingParams) => TextEdit[] | null {
  return ({ textDocument, range, options }) =>
    editsOf(documents.get(textDocument.uri), options, ({ analysis: { document } }) => ({
      start: document.offsetAt(range.start),
      end: document.offsetAt(range.end),
    }));
}

function editsOf(
  document: OpenDocument | undefined,
  { tabSize }: FormattingOptions,
  stretchOf: (document: OpenDocument) => Span,
): TextEdit[] | null {
  if (document?.languageId !== languageId) return null;
  const rangeOf = rangesIn(document.analysis.document);
  return format(document.analysis, stretchOf(document), Math.max(1, tabSize)).map(change => ({
    range: rangeOf(change),
    newText: change.text,
  }));
}
