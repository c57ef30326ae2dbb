import type { Analysis } from '../../analysis/analysis.ts';
import { type LineageItem, lineageAt, madeFrom, madeOf } from '../../features/navigation/lineage.ts';
import { rangesIn } from '../../syntax/positions.ts';
import { visible } from '../../visible.ts';
import type {
  TypeHierarchyItem,
  TypeHierarchyPrepareParams,
  TypeHierarchySubtypesParams,
  TypeHierarchySupertypesParams,
} from '../protocol.ts';
import type { Session } from '../session.ts';
import { symbolKind } from './documentSymbol.ts';

/** Where an item is to be asked on from. */
type ItemData = Pick<LineageItem, 'offset' | 'kind'>;

export function onPrepareTypeHierarchy({
  client,
  documents,
}: Session): (params: TypeHierarchyPrepareParams) => TypeHierarchyItem[] | null {
  return ({ textDocument: { uri }, position }) => {
    const analysis = documents.get(uri)?.analysis;
    const item = analysis && lineageAt(analysis, analysis.document.offsetAt(position), client.language);
    return analysis === undefined || item === undefined ? null : [toItem(item, uri, analysis)];
  };
}

export const onSupertypes = (
  session: Session,
): ((params: TypeHierarchySupertypesParams) => TypeHierarchyItem[] | null) => relatives(session, madeFrom);

export const onSubtypes = (session: Session): ((params: TypeHierarchySubtypesParams) => TypeHierarchyItem[] | null) =>
  relatives(session, madeOf);

function relatives(
  { client, documents }: Session,
  ask: typeof madeFrom,
): (params: { item: TypeHierarchyItem }) => TypeHierarchyItem[] | null {
  return ({ item: { uri, data } }) => {
    const analysis = documents.get(uri)?.analysis;
    if (analysis === undefined) return null;
    return ask(analysis, data as ItemData, client.language).map(item => toItem(item, uri, analysis));
  };
}

function toItem(item: LineageItem, uri: string, analysis: Analysis): TypeHierarchyItem {
  const { name, detail, kind, range, selection, offset } = item;
  const rangeOf = rangesIn(analysis.document);
  const data: ItemData = { offset, kind };
  return {
    name: visible(name),
    detail: visible(detail),
    kind: symbolKind[kind],
    uri,
    range: rangeOf(range),
    selectionRange: rangeOf(selection),
    data,
  };
}
