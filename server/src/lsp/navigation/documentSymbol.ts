import {
  type DocumentSymbol,
  type DocumentSymbolParams,
  type SymbolInformation,
  SymbolKind,
} from 'vscode-languageserver';
import { type OutlineSymbol, symbols } from '../../features/navigation/symbols.ts';
import { rangesIn } from '../convert.ts';
import type { Session } from '../session.ts';

type RangeOf = ReturnType<typeof rangesIn>;

export const symbolKind: Readonly<Record<OutlineSymbol['kind'], SymbolKind>> = {
  manifest: SymbolKind.Module,
  section: SymbolKind.Namespace,
  setting: SymbolKind.Property,
  image: SymbolKind.Class,
  server: SymbolKind.Object,
  backup: SymbolKind.Struct,
  bucket: SymbolKind.Package,
  disk: SymbolKind.Field,
  operation: SymbolKind.Function,
  group: SymbolKind.Array,
};

export function onDocumentSymbol({
  client,
  documents,
}: Session): (params: DocumentSymbolParams) => DocumentSymbol[] | SymbolInformation[] | null {
  return ({ textDocument: { uri } }) => {
    const analysis = documents.get(uri)?.analysis;
    if (analysis === undefined) return null;
    const rangeOf = rangesIn(analysis.document);
    const all = symbols(analysis, client.language);
    return client.nestsSymbols
      ? all.map(symbol => nested(symbol, rangeOf))
      : all.flatMap(symbol => flat(symbol, undefined, uri, rangeOf));
  };
}

function nested({ kind, name, detail, range, selection, children }: OutlineSymbol, rangeOf: RangeOf): DocumentSymbol {
  return {
    name,
    detail,
    kind: symbolKind[kind],
    range: rangeOf(range),
    selectionRange: rangeOf(selection),
    children: children.map(child => nested(child, rangeOf)),
  };
}

function flat(
  symbol: OutlineSymbol,
  containerName: string | undefined,
  uri: string,
  rangeOf: RangeOf,
): SymbolInformation[] {
  const { kind, name, range, children } = symbol;
  return [
    { name, kind: symbolKind[kind], location: { uri, range: rangeOf(range) }, ...(containerName && { containerName }) },
    ...children.flatMap(child => flat(child, name, uri, rangeOf)),
  ];
}
