import type { SymbolInformation } from 'vscode-languageserver';
import { namedSymbols, symbols } from '../features/navigation/symbols.ts';
import type { Language } from '../localized.ts';
import { rangesIn } from './convert.ts';
import type { OpenDocument } from './documents.ts';
import { symbolKind } from './navigation/documentSymbol.ts';

/** What a manifest declares or makes under a name. */
export function namesIn({ uri, analysis }: OpenDocument, language: Language): readonly SymbolInformation[] {
  const rangeOf = rangesIn(analysis.document);
  return namedSymbols(symbols(analysis, language)).map(({ name, kind, makes, detail, selection }) => ({
    name,
    kind: symbolKind[makes ?? kind],
    location: { uri, range: rangeOf(selection) },
    containerName: detail,
  }));
}
