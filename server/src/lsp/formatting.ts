import { format } from '../features/format.ts';
import { eachOf, type Steps } from '../steps.ts';
import { rangesIn } from '../syntax/positions.ts';
import type { Span } from '../syntax/tree.ts';
import { aboutWhole } from './aboutWhole.ts';
import type { OpenDocument } from './documents.ts';
import {
  type DocumentFormattingParams,
  DocumentFormattingRequest,
  type DocumentRangeFormattingParams,
  DocumentRangeFormattingRequest,
  type FormattingOptions,
  type TextEdit,
} from './protocol.ts';
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

export const onFormatting = (session: Session) =>
  aboutWhole<DocumentFormattingParams, TextEdit[] | null>(session, null, (document, { options }) =>
    edits(document, { start: 0, end: document.analysis.document.length }, options),
  );

export const onRangeFormatting = (session: Session) =>
  aboutWhole<DocumentRangeFormattingParams, TextEdit[] | null>(session, null, (manifest, { range, options }) => {
    const { document } = manifest.analysis;
    return edits(manifest, { start: document.offsetAt(range.start), end: document.offsetAt(range.end) }, options);
  });

function* edits(
  { analysis, languageId: language }: OpenDocument,
  stretch: Span,
  { tabSize }: FormattingOptions,
): Steps<TextEdit[] | null> {
  if (language !== languageId) return null;
  const rangeOf = rangesIn(analysis.document);
  const changes = yield* format(analysis, stretch, Math.max(1, tabSize));
  return yield* eachOf(changes, change => ({ range: rangeOf(change), newText: change.text }));
}
