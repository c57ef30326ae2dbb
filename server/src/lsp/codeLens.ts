import { codeLenses } from '../features/codeLens.ts';
import { describeTally, operationAt } from '../features/tally.ts';
import { eachOf } from '../steps.ts';
import { visible } from '../visible.ts';
import { aboutWhole } from './aboutWhole.ts';
import type { Client } from './client.ts';
import { configured } from './configured.ts';
import type { CancellationToken, CodeLens, CodeLensParams, Command } from './protocol.ts';
import { contentModified } from './safely.ts';
import type { Session } from './session.ts';

/** The client's command that shows the ledger at a place: `[uri, position]`. */
const showLedger = 'imsManifest.showLedger';

/** What a lens has to know of its document, to be resolved by its place. */
interface LensId {
  readonly uri: string;
}

export function onCodeLens(session: Session) {
  const lenses = aboutWhole<CodeLensParams, CodeLens[]>(session, [], function* ({ analysis, configuration, uri }) {
    const data: LensId = { uri };
    return configuration.codeLens ? yield* eachOf(codeLenses(analysis), range => ({ range, data })) : [];
  });
  return async (params: CodeLensParams, token: CancellationToken): Promise<CodeLens[]> => {
    await configured(session, params.textDocument.uri);
    return lenses(params, token);
  };
}

export function onCodeLensResolve({ client, documents }: Session): (lens: CodeLens) => CodeLens {
  return lens => {
    const { uri }: LensId = lens.data;
    const analysis = documents.get(uri)?.analysis;
    const start = analysis?.document.offsetAt(lens.range.start) ?? 0;
    const found = analysis && operationAt(analysis, start);
    if (found?.action.start !== start) throw contentModified();
    return { ...lens, command: commandOf(visible(describeTally(found.tally)[client.language]), uri, lens, client) };
  };
}

/** A title alone where the client has no way to show a ledger. */
function commandOf(title: string, uri: string, { range }: CodeLens, { commands }: Client): Command {
  return commands.has(showLedger)
    ? { title, command: showLedger, arguments: [uri, range.start] }
    : { title, command: '' };
}
