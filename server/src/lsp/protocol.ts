/**
 * The protocol, as far as it is spoken here. It is imported once: of a CommonJS module each import is a copy of all its
 * names in the bundle, which costs time at the start.
 */
export type * from 'vscode-languageserver';
export {
  CancellationToken,
  CodeActionKind,
  CodeLensRefreshRequest,
  CompletionItemKind,
  CompletionTriggerKind,
  CreateFile,
  DiagnosticSeverity,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  DidChangeWorkspaceFoldersNotification,
  DocumentDiagnosticReportKind,
  DocumentFormattingRequest,
  DocumentHighlightKind,
  DocumentRangeFormattingRequest,
  FoldingRangeKind,
  InlayHintRefreshRequest,
  InsertTextFormat,
  InsertTextMode,
  LSPErrorCodes,
  MarkupKind,
  PositionEncodingKind,
  RAL,
  RequestType,
  ResponseError,
  SymbolKind,
  TextDocumentEdit,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
