import { links } from '../../features/navigation/links.ts';
import { rangesIn } from '../../syntax/positions.ts';
import type { Inventories } from '../inventories.ts';
import type { DocumentLink, DocumentLinkParams } from '../protocol.ts';
import type { Session } from '../session.ts';

export function onDocumentLinks(
  { documents }: Session,
  inventories: Inventories,
): (params: DocumentLinkParams) => DocumentLink[] | null {
  return ({ textDocument: { uri } }) => {
    const analysis = documents.get(uri)?.analysis;
    if (analysis === undefined) return null;
    const rangeOf = rangesIn(analysis.document);
    return links(analysis).flatMap(link => {
      const target = inventories.locate(uri, link.path);
      return target === undefined ? [] : [{ range: rangeOf(link), target }];
    });
  };
}
