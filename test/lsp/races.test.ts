import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import type { ClientCapabilities, Diagnostic, WorkspaceDiagnosticReport } from 'vscode-languageserver/node';
import { sentTexts } from '../../scripts/features/texts.ts';
import { Client, eventually, pulling } from './client.ts';
import { Editor, soon } from './races/editor.ts';
import { folder, manifests, removeFolders, script, second } from './races/steps.ts';

/** Scripts to run with each editor; more of them with RACES=100. */
const runs = Number(process.env.RACES ?? 3);

afterAll(removeFolders);

const able: ClientCapabilities = {
  ...pulling,
  window: { workDoneProgress: true },
  workspace: {
    ...pulling.workspace,
    codeLens: { refreshSupport: true },
    inlayHint: { refreshSupport: true },
  },
  textDocument: {
    ...pulling.textDocument,
    rename: { prepareSupport: true },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
  },
};

/** It is told all unasked. */
const { diagnostic: _, ...told } = able.textDocument ?? {};
const listening: ClientCapabilities = {
  ...able,
  textDocument: { ...told, publishDiagnostics: { relatedInformation: true } },
};

/** What a user sees of what is open, and of the manifests beside it. */
interface Seen {
  readonly open: Record<string, Diagnostic[] | undefined>;
  readonly closed: Record<string, Diagnostic[]>;
}

async function seenIn(editor: Editor): Promise<Seen> {
  return { open: editor.shown, closed: await closedIn(editor) };
}

/** Nothing, where the editor does not ask for that. */
async function closedIn({ client }: Editor): Promise<Seen['closed']> {
  if (client.initialized.capabilities.diagnosticProvider?.workspaceDiagnostics !== true) return {};
  // That this one is gone is news, so that there is an answer at once.
  const previousResultIds = [{ uri: 'file:///gone.ims.yaml', value: 'closed-' }];
  const { items } = await client.request<WorkspaceDiagnosticReport>('workspace/diagnostic', { previousResultIds });
  const full = items.flatMap(item => (item.kind === 'full' ? [[item.uri, item.items] as const] : []));
  return Object.fromEntries(full.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** What the user of another editor sees who opens the same texts, when no file is being read any more. */
async function seenFromScratch(
  { client, open, isSecondThere }: Editor,
  capabilities: ClientCapabilities,
): Promise<Seen> {
  const folders = isSecondThere ? [folder, second] : [folder];
  const fresh = new Editor(await Client.start({ capabilities, folders, settings: client.settings }));
  for (const [path, { text }] of open) await fresh.run({ do: 'open', path, text });
  for (let last: Seen | undefined; ; ) {
    await new Promise(resolve => setTimeout(resolve, 50));
    await fresh.answered();
    const seen = await seenIn(fresh);
    const isAll = !Object.values(seen.open).includes(undefined);
    if (isAll && JSON.stringify(seen) === JSON.stringify(last)) {
      await fresh.client.stop();
      return seen;
    }
    last = seen;
  }
}

test.each([
  ['that asks for diagnostics', able, 'workspace/diagnostic/refresh'],
  ['that is told them', listening, 'textDocument/publishDiagnostics'],
])(
  'whatever is done in an editor %s, every question has one answer, none is stale, and all is up to date in the end',
  { timeout: 60_000 + runs * 20_000 },
  async (_, capabilities, means) => {
    const client = await Client.start({ capabilities, folders: [folder] });
    const asked = ['workspace/codeLens/refresh', 'workspace/inlayHint/refresh', 'window/workDoneProgress/create'];
    for (const method of asked) client.connection.onRequest(method, () => null);
    client.connection.onRequest('workspace/configuration', async ({ items }) => {
      await soon();
      return items.map(() => client.settings);
    });
    const editor = new Editor(client);

    const property = fc.asyncProperty(script, async steps => {
      for (const step of steps) await editor.run(step);
      await editor.answered();
      expect(editor.unfair).toEqual([]);
      expect(client.logged.filter(line => line.includes(' failed: '))).toEqual([]);

      const wanted = await seenFromScratch(editor, capabilities);
      await eventually(async () => expect(await seenIn(editor)).toEqual(wanted));

      for (const path of manifests) await editor.run({ do: 'close', path });
    });
    await fc.assert(property, { numRuns: runs, endOnFailure: true });
    expect([...client.heard].filter(method => !(method in sentTexts))).toEqual([]);
    expect([...client.heard]).toEqual(
      expect.arrayContaining(['client/registerCapability', 'workspace/configuration', means]),
    );
    await client.stop();
  },
);
