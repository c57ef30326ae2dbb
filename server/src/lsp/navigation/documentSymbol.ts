import { type OutlineSymbol, symbols } from '../../features/navigation/symbols.ts';
import type { Steps } from '../../steps.ts';
import { rangesIn } from '../../syntax/positions.ts';
import { visible } from '../../visible.ts';
import { aboutWhole } from '../aboutWhole.ts';
import { type DocumentSymbol, type DocumentSymbolParams, type SymbolInformation, SymbolKind } from '../protocol.ts';
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

export const onDocumentSymbol = (session: Session) =>
  aboutWhole<DocumentSymbolParams, DocumentSymbol[] | SymbolInformation[] | null>(
    session,
    null,
    function* ({ analysis, uri }) {
      const rangeOf = rangesIn(analysis.document);
      const all = yield* symbols(analysis, session.client.language);
      return session.client.nestsSymbols ? yield* nested(all, rangeOf) : yield* flat(all, undefined, uri, rangeOf);
    },
  );

function* nested(symbols: readonly OutlineSymbol[], rangeOf: RangeOf): Steps<DocumentSymbol[]> {
  const all: DocumentSymbol[] = [];
  for (const { kind, name, detail, range, selection, children } of symbols) {
    all.push({
      name: visible(name),
      detail: visible(detail),
      kind: symbolKind[kind],
      range: rangeOf(range),
      selectionRange: rangeOf(selection),
      children: yield* nested(children, rangeOf),
    });
    yield;
  }
  return all;
}

function* flat(
  symbols: readonly OutlineSymbol[],
  containerName: string | undefined,
  uri: string,
  rangeOf: RangeOf,
): Steps<SymbolInformation[]> {
  const all: SymbolInformation[] = [];
  for (const { kind, name, range, children } of symbols) {
    const location = { uri, range: rangeOf(range) };
    all.push({ name: visible(name), kind: symbolKind[kind], location, ...(containerName && { containerName }) });
    for (const child of yield* flat(children, visible(name), uri, rangeOf)) all.push(child);
    yield;
  }
  return all;
}
