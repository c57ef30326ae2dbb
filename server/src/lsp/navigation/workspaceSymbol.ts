import type { Steps } from '../../steps.ts';
import type { ClosedManifests } from '../closedManifests.ts';
import type { OpenDocument } from '../documents.ts';
import type { CancellationToken, SymbolInformation, WorkspaceSymbolParams } from '../protocol.ts';
import type { Session } from '../session.ts';
import { inSlices } from '../slices.ts';
import { symbolsOf } from './namedSymbols.ts';

/** Looks in the open manifests and, once they have all been read, in those of the workspace folders. */
export function onWorkspaceSymbol({ client, documents }: Session, closed: ClosedManifests) {
  return async ({ query }: WorkspaceSymbolParams, token: CancellationToken): Promise<SymbolInformation[]> => {
    await closed.update(token);
    const isMeant = ({ name }: SymbolInformation): boolean => matches(name, query);
    const found: SymbolInformation[] = [];
    for (const document of documents) {
      found.push(...(await settled(document, () => symbolsOf(document, client), token)).filter(isMeant));
    }
    for (const { symbols } of closed.all()) found.push(...symbols.filter(isMeant));
    return found;
  };
}

/** What is found in a manifest as it is: in one that changes meanwhile, it is looked for again. */
async function settled<T>(document: OpenDocument, stepsOf: () => Steps<T>, token: CancellationToken): Promise<T> {
  for (;;) {
    const { revision } = document;
    const found = await inSlices(stepsOf(), () => document.revision === revision, token);
    if (found !== undefined) return found.answer;
  }
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
