import type { Client } from './client.ts';
import { CodeActionKind, PositionEncodingKind, type ServerCapabilities, TextDocumentSyncKind } from './protocol.ts';

/** The kind of the action that makes all safe fixes. */
export const fixAllKind = `${CodeActionKind.SourceFixAll}.ims`;

export function capabilitiesFor(client: Client): ServerCapabilities {
  return {
    positionEncoding: PositionEncodingKind.UTF16,
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
    workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
    hoverProvider: true,
    // A space is typed where a value, an item or a key is to come, and between words: `invites` tells them apart.
    completionProvider: { triggerCharacters: [' '], resolveProvider: true },
    codeActionProvider: {
      codeActionKinds: [CodeActionKind.QuickFix, fixAllKind],
      resolveProvider: client.resolvesEdits,
    },
    codeLensProvider: { resolveProvider: true },
    inlayHintProvider: true,
    ...(!client.registersFormatting && { documentFormattingProvider: true, documentRangeFormattingProvider: true }),
    ...navigationFor(client),
    ...(client.pullsDiagnostics && {
      diagnosticProvider: { identifier: 'ims', interFileDependencies: false, workspaceDiagnostics: true },
    }),
  };
}

function navigationFor(client: Client): ServerCapabilities {
  return {
    documentSymbolProvider: true,
    workspaceSymbolProvider: true,
    definitionProvider: true,
    referencesProvider: true,
    documentHighlightProvider: true,
    renameProvider: client.preparesRenames ? { prepareProvider: true } : true,
    foldingRangeProvider: true,
    selectionRangeProvider: true,
    documentLinkProvider: {},
    typeHierarchyProvider: true,
  };
}
