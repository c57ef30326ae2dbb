import type { SymbolInformation, WorkspaceSymbolParams } from 'vscode-languageserver';
import type { ClosedManifests } from '../closedManifests.ts';
import { namesIn } from '../names.ts';
import type { Session } from '../session.ts';

/** The things of all manifests of the workspace: of those that are open as they are, of the others as they are on the disk. */
export function onWorkspaceSymbol(
  { client, documents }: Session,
  closed: ClosedManifests,
): (params: WorkspaceSymbolParams) => Promise<SymbolInformation[]> {
  return async ({ query }) => {
    const onDisk = await closed.names();
    const inEditors = [...documents].flatMap(document => namesIn(document, client.language));
    return [...inEditors, ...onDisk].filter(({ name }) => matches(name, query));
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
