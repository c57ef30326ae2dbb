import { definition, type Target } from '../../features/navigation/definition.ts';
import { findInventoryImage } from '../../features/navigation/inventoryImage.ts';
import type { Landmark } from '../../features/range.ts';
import { Document } from '../../syntax/document.ts';
import { rangesIn } from '../../syntax/positions.ts';
import type { OpenDocument } from '../documents.ts';
import type { Inventories } from '../inventories.ts';
import type { DefinitionParams, Location, LocationLink } from '../protocol.ts';
import type { Session } from '../session.ts';

export function onDefinition(
  { client, documents }: Session,
  inventories: Inventories,
): (params: DefinitionParams) => Promise<Location[] | LocationLink[] | null> {
  return async ({ textDocument, position }) => {
    const document = documents.get(textDocument.uri);
    if (document === undefined) return null;
    const { analysis } = document;
    const found = definition(analysis, analysis.document.offsetAt(position));
    if (found === undefined) return null;
    const originSelectionRange = rangesIn(analysis.document)(found.origin);
    const links = await Promise.all(found.targets.map(target => linkTo(target, document, inventories)));
    return client.linksDefinitions
      ? links.map(link => ({ originSelectionRange, ...link }))
      : links.map(({ targetUri, targetSelectionRange }) => ({ uri: targetUri, range: targetSelectionRange }));
  };
}

async function linkTo(target: Target, document: OpenDocument, inventories: Inventories): Promise<LocationLink> {
  const { analysis, uri } = document;
  const here = toLink(uri, target.landmark, analysis.document);
  if (target.image === undefined) return here;
  const { path, id } = target.image;
  const file = await inventories.locate(uri, path);
  const text = file === undefined ? undefined : await inventories.textOf(uri, path);
  const landmark = text === undefined ? undefined : findInventoryImage(text, id);
  if (file === undefined || text === undefined || landmark === undefined) return here;
  return toLink(file, landmark, new Document(text));
}

function toLink(
  targetUri: string,
  { range, selection }: Landmark,
  document: Parameters<typeof rangesIn>[0],
): LocationLink {
  const rangeOf = rangesIn(document);
  return { targetUri, targetRange: rangeOf(range), targetSelectionRange: rangeOf(selection) };
}
