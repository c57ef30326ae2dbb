import {
  CodeActionKind,
  PositionEncodingKind,
  type ServerCapabilities,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import type { Client } from './client.ts';
import { completionOptions } from './completion.ts';

export function capabilitiesFor(client: Client): ServerCapabilities {
  return {
    positionEncoding: PositionEncodingKind.UTF16,
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    hoverProvider: true,
    completionProvider: completionOptions,
    codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix], resolveProvider: client.resolvesEdits },
    ...(client.pullsDiagnostics && {
      diagnosticProvider: { identifier: 'ims', interFileDependencies: false, workspaceDiagnostics: false },
    }),
  };
}
