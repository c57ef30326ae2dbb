import type { SymbolInformation, WorkspaceSymbolParams } from 'vscode-languageserver';
import type { Analysis } from '../../analysis/analysis.ts';
import { namedSymbols, symbols } from '../../features/navigation/symbols.ts';
import { rangesIn } from '../convert.ts';
import type { Session } from '../session.ts';
import { symbolKind } from './documentSymbol.ts';

/** The manifests to look in, wherever they are kept. */
export type Manifests = Iterable<{ readonly uri: string; readonly analysis: Analysis }>;

export function onWorkspaceSymbol(
  { client }: Session,
  manifests: Manifests,
): (params: WorkspaceSymbolParams) => SymbolInformation[] {
  return ({ query }) =>
    [...manifests].flatMap(({ uri, analysis }) => {
      const rangeOf = rangesIn(analysis.document);
      return namedSymbols(symbols(analysis, client.language))
        .filter(({ name }) => matches(name, query))
        .map(({ name, kind, makes, detail, selection }) => ({
          name,
          kind: symbolKind[makes ?? kind],
          location: { uri, range: rangeOf(selection) },
          containerName: detail,
        }));
    });
}

/** Whether the letters of the query stand in the name in their order, as editors match. */
export function matches(name: string, query: string): boolean {
  const lower = name.toLowerCase();
  let from = 0;
  for (const letter of query.toLowerCase()) {
    const found = lower.indexOf(letter, from);
    if (found < 0) return false;
    from = found + letter.length;
  }
  return true;
}
