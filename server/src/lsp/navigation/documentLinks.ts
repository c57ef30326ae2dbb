import { links } from '../../features/navigation/links.ts';
import { rangesIn } from '../../syntax/positions.ts';
import type { Inventories } from '../inventories.ts';
import type { DocumentLink, DocumentLinkParams } from '../protocol.ts';
import type { Session } from '../session.ts';

export function onDocumentLinks(
  { documents }: Session,
  inventories: Inventories,
): (params: DocumentLinkParams) => Promise<DocumentLink[] | null> {
  return async ({ textDocument: { uri } }) => {
    const analysis = documents.get(uri)?.analysis;
    if (analysis === undefined) return null;
    const rangeOf = rangesIn(analysis.document);
    const found = links(analysis).map(async ({ path, ...stretch }) => {
      const range = rangeOf(stretch);
      const target = await inventories.locate(uri, path);
      return target === undefined ? [] : [{ range, target }];
    });
    return (await Promise.all(found)).flat();
  };
}
