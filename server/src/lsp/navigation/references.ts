import {
  type DocumentHighlight,
  DocumentHighlightKind,
  type DocumentHighlightParams,
  type Location,
  type ReferenceParams,
} from 'vscode-languageserver';
import { highlights, references } from '../../features/navigation/references.ts';
import { rangesIn } from '../convert.ts';
import type { Session } from '../session.ts';

export function onReferences({ documents }: Session): (params: ReferenceParams) => Location[] | null {
  return ({ textDocument: { uri }, position, context }) => {
    const analysis = documents.get(uri)?.analysis;
    if (analysis === undefined) return null;
    const rangeOf = rangesIn(analysis.document);
    const offset = analysis.document.offsetAt(position);
    return references(analysis, offset, context.includeDeclaration).map(stretch => ({ uri, range: rangeOf(stretch) }));
  };
}

export function onDocumentHighlight({
  documents,
}: Session): (params: DocumentHighlightParams) => DocumentHighlight[] | null {
  return ({ textDocument: { uri }, position }) => {
    const analysis = documents.get(uri)?.analysis;
    if (analysis === undefined) return null;
    const rangeOf = rangesIn(analysis.document);
    return highlights(analysis, analysis.document.offsetAt(position)).map(highlight => ({
      range: rangeOf(highlight),
      kind: highlight.writes ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
    }));
  };
}
