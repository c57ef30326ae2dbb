import type { CancellationToken, SymbolInformation, WorkspaceSymbolParams } from 'vscode-languageserver';
import type { ClosedManifests } from '../closedManifests.ts';
import type { Session } from '../session.ts';
import { symbolsOf } from './namedSymbols.ts';

/** Looks in the open manifests and, once they have all been read, in those of the workspace folders. */
export function onWorkspaceSymbol({ client, documents }: Session, closed: ClosedManifests) {
  return async ({ query }: WorkspaceSymbolParams, token: CancellationToken): Promise<SymbolInformation[]> => {
    await closed.update(token);
    const isMeant = ({ name }: SymbolInformation): boolean => matches(name, query);
    const found = [...documents].flatMap(document => symbolsOf(document, client).filter(isMeant));
    for (const { symbols } of closed.all()) found.push(...symbols.filter(isMeant));
    return found;
  };
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
