import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ClientCapabilities } from 'vscode-languageserver';
import { capabilitiesFor } from '../../server/src/lsp/capabilities.ts';
import { clientOf } from '../../server/src/lsp/client.ts';
import { announced } from './methods.ts';
import { sentTexts } from './texts.ts';

/** What a client may be able to do that the server announces more for. */
const abilities: readonly { readonly what: string; readonly capabilities: ClientCapabilities }[] = [
  { what: 'can pull diagnostics', capabilities: { textDocument: { diagnostic: {} } } },
  { what: 'can prepare a rename', capabilities: { textDocument: { rename: { prepareSupport: true } } } },
  {
    what: 'can resolve the edit of a code action, and keeps its data',
    capabilities: { textDocument: { codeAction: { dataSupport: true, resolveSupport: { properties: ['edit'] } } } },
  },
];

/** Where a request is announced to a client with nothing but an ability. */
const announcedTo = (capabilities: ClientCapabilities): readonly string[] =>
  announced(capabilitiesFor(clientOf({ processId: null, rootUri: null, capabilities })));

/** The requests that the server serves, each with what the client has to be able to do for that; most with nothing. */
export function served(): ReadonlyMap<string, string | undefined> {
  const found = new Map<string, string | undefined>(announcedTo({}).map(method => [method, undefined]));
  for (const { what, capabilities } of abilities) {
    for (const method of announcedTo(capabilities)) if (!found.has(method)) found.set(method, what);
  }
  return new Map([...found].sort(([a], [b]) => (a < b ? -1 : 1)));
}

const serverFolder = 'server/src/lsp';

/** The requests that the server serves and no protocol knows. */
export function ownRequests(): readonly string[] {
  const sources = readdirSync(serverFolder, { recursive: true, encoding: 'utf8' }).filter(file => file.endsWith('.ts'));
  const found = sources.flatMap(file =>
    Array.from(
      readFileSync(join(serverFolder, file), 'utf8').matchAll(/'(ims\/\w+)'/g),
      ([, method]) => method as string,
    ),
  );
  return [...new Set(found)].filter(method => !(method in sentTexts)).sort();
}
