import { namedSymbols, symbols } from '../../features/navigation/symbols.ts';
import { eachOf, type Steps } from '../../steps.ts';
import { rangesIn } from '../../syntax/positions.ts';
import { visible } from '../../visible.ts';
import type { Client } from '../client.ts';
import type { OpenDocument } from '../documents.ts';
import type { SymbolInformation } from '../protocol.ts';
import { symbolKind } from './documentSymbol.ts';

/** The things that a manifest declares or makes, as one would look for them in the workspace. */
export function* symbolsOf(
  { uri, analysis }: Pick<OpenDocument, 'uri' | 'analysis'>,
  client: Client,
): Steps<SymbolInformation[]> {
  const rangeOf = rangesIn(analysis.document);
  const named = namedSymbols(yield* symbols(analysis, client.language));
  return yield* eachOf(named, ({ name, kind, makes, detail, selection }) => ({
    name: visible(name),
    kind: symbolKind[makes ?? kind],
    location: { uri, range: rangeOf(selection) },
    containerName: visible(detail),
  }));
}
