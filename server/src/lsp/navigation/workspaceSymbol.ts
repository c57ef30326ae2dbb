import type { CancellationToken, SymbolInformation, WorkspaceSymbolParams } from 'vscode-languageserver';
import type { Analysis } from '../../analysis/analysis.ts';
import { namedSymbols, symbols } from '../../features/navigation/symbols.ts';
import { eachOf, type Steps } from '../../features/steps.ts';
import type { Client } from '../client.ts';
import { rangesIn } from '../convert.ts';
import type { Session } from '../session.ts';
import { inSlices } from '../slices.ts';
import { symbolKind } from './documentSymbol.ts';

interface Manifest {
  readonly uri: string;
  readonly analysis: Analysis;
  readonly revision: number;
}

/** The manifests to look in, wherever they are kept. */
export type Manifests = Iterable<Manifest>;

export function onWorkspaceSymbol(
  { client }: Session,
  manifests: Manifests,
): (params: WorkspaceSymbolParams, token: CancellationToken) => Promise<SymbolInformation[]> {
  return async ({ query }, token) => {
    const all: SymbolInformation[][] = [];
    for (const manifest of manifests) all.push(await settled(manifest, () => found(manifest, query, client), token));
    return all.flat();
  };
}

/** What is found in a manifest as it is: in one that changes meanwhile, it is looked for again. */
async function settled<T>(manifest: Manifest, stepsOf: () => Steps<T>, token: CancellationToken): Promise<T> {
  for (;;) {
    const { revision } = manifest;
    const found = await inSlices(stepsOf(), () => manifest.revision === revision, token);
    if (found !== undefined) return found.answer;
  }
}

function* found({ uri, analysis }: Manifest, query: string, client: Client): Steps<SymbolInformation[]> {
  const rangeOf = rangesIn(analysis.document);
  const named = namedSymbols(yield* symbols(analysis, client.language)).filter(({ name }) => matches(name, query));
  return yield* eachOf(named, ({ name, kind, makes, detail, selection }) => ({
    name,
    kind: symbolKind[makes ?? kind],
    location: { uri, range: rangeOf(selection) },
    containerName: detail,
  }));
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
