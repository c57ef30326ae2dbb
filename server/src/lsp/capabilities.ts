import {
  CodeActionKind,
  PositionEncodingKind,
  type ServerCapabilities,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import type { Client } from './client.ts';

export function capabilitiesFor(client: Client): ServerCapabilities {
  return {
    positionEncoding: PositionEncodingKind.UTF16,
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    hoverProvider: true,
    codeLensProvider: { resolveProvider: true },
    inlayHintProvider: true,
    ...(!client.registersFormatting && { documentFormattingProvider: true, documentRangeFormattingProvider: true }),
    codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix], resolveProvider: client.resolvesEdits },
    ...(client.pullsDiagnostics && {
      diagnosticProvider: { identifier: 'ims', interFileDependencies: false, workspaceDiagnostics: false },
    }),
  };
}
