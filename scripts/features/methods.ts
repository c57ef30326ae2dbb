import type { ServerCapabilities } from 'vscode-languageserver';
import * as protocol from 'vscode-languageserver/node';

/** The requests and notifications that a capability stands for. */
type Announces = (capabilities: ServerCapabilities) => boolean;

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const resolves = (value: unknown): boolean => isObject(value) && value.resolveProvider === true;

/** What a server announces with its capabilities, by method. */
const announcements: Readonly<Record<string, Announces>> = {
  'callHierarchy/incomingCalls': ({ callHierarchyProvider }) => Boolean(callHierarchyProvider),
  'callHierarchy/outgoingCalls': ({ callHierarchyProvider }) => Boolean(callHierarchyProvider),
  'codeAction/resolve': ({ codeActionProvider }) => resolves(codeActionProvider),
  'codeLens/resolve': ({ codeLensProvider }) => resolves(codeLensProvider),
  'completionItem/resolve': ({ completionProvider }) => resolves(completionProvider),
  'documentLink/resolve': ({ documentLinkProvider }) => resolves(documentLinkProvider),
  'inlayHint/resolve': ({ inlayHintProvider }) => resolves(inlayHintProvider),
  'textDocument/codeAction': ({ codeActionProvider }) => Boolean(codeActionProvider),
  'textDocument/codeLens': ({ codeLensProvider }) => Boolean(codeLensProvider),
  'textDocument/colorPresentation': ({ colorProvider }) => Boolean(colorProvider),
  'textDocument/completion': ({ completionProvider }) => Boolean(completionProvider),
  'textDocument/declaration': ({ declarationProvider }) => Boolean(declarationProvider),
  'textDocument/definition': ({ definitionProvider }) => Boolean(definitionProvider),
  'textDocument/diagnostic': ({ diagnosticProvider }) => Boolean(diagnosticProvider),
  'textDocument/documentColor': ({ colorProvider }) => Boolean(colorProvider),
  'textDocument/documentHighlight': ({ documentHighlightProvider }) => Boolean(documentHighlightProvider),
  'textDocument/documentLink': ({ documentLinkProvider }) => Boolean(documentLinkProvider),
  'textDocument/documentSymbol': ({ documentSymbolProvider }) => Boolean(documentSymbolProvider),
  'textDocument/foldingRange': ({ foldingRangeProvider }) => Boolean(foldingRangeProvider),
  'textDocument/formatting': ({ documentFormattingProvider }) => Boolean(documentFormattingProvider),
  'textDocument/hover': ({ hoverProvider }) => Boolean(hoverProvider),
  'textDocument/implementation': ({ implementationProvider }) => Boolean(implementationProvider),
  'textDocument/inlayHint': ({ inlayHintProvider }) => Boolean(inlayHintProvider),
  'textDocument/inlineCompletion': ({ inlineCompletionProvider }) => Boolean(inlineCompletionProvider),
  'textDocument/inlineValue': ({ inlineValueProvider }) => Boolean(inlineValueProvider),
  'textDocument/linkedEditingRange': ({ linkedEditingRangeProvider }) => Boolean(linkedEditingRangeProvider),
  'textDocument/moniker': ({ monikerProvider }) => Boolean(monikerProvider),
  'textDocument/onTypeFormatting': ({ documentOnTypeFormattingProvider }) => Boolean(documentOnTypeFormattingProvider),
  'textDocument/prepareCallHierarchy': ({ callHierarchyProvider }) => Boolean(callHierarchyProvider),
  'textDocument/prepareRename': ({ renameProvider }) =>
    isObject(renameProvider) && renameProvider.prepareProvider === true,
  'textDocument/prepareTypeHierarchy': ({ typeHierarchyProvider }) => Boolean(typeHierarchyProvider),
  'textDocument/rangeFormatting': ({ documentRangeFormattingProvider }) => Boolean(documentRangeFormattingProvider),
  'textDocument/rangesFormatting': ({ documentRangeFormattingProvider }) =>
    isObject(documentRangeFormattingProvider) && documentRangeFormattingProvider.rangesSupport === true,
  'textDocument/references': ({ referencesProvider }) => Boolean(referencesProvider),
  'textDocument/rename': ({ renameProvider }) => Boolean(renameProvider),
  'textDocument/selectionRange': ({ selectionRangeProvider }) => Boolean(selectionRangeProvider),
  'textDocument/semanticTokens/full': ({ semanticTokensProvider }) => Boolean(semanticTokensProvider?.full),
  'textDocument/semanticTokens/full/delta': ({ semanticTokensProvider }) =>
    isObject(semanticTokensProvider?.full) && semanticTokensProvider.full.delta === true,
  'textDocument/semanticTokens/range': ({ semanticTokensProvider }) => Boolean(semanticTokensProvider?.range),
  'textDocument/signatureHelp': ({ signatureHelpProvider }) => Boolean(signatureHelpProvider),
  'textDocument/typeDefinition': ({ typeDefinitionProvider }) => Boolean(typeDefinitionProvider),
  'textDocument/willSaveWaitUntil': ({ textDocumentSync }) =>
    isObject(textDocumentSync) && textDocumentSync.willSaveWaitUntil === true,
  'typeHierarchy/subtypes': ({ typeHierarchyProvider }) => Boolean(typeHierarchyProvider),
  'typeHierarchy/supertypes': ({ typeHierarchyProvider }) => Boolean(typeHierarchyProvider),
  'workspace/diagnostic': ({ diagnosticProvider }) => diagnosticProvider?.workspaceDiagnostics === true,
  'workspace/executeCommand': ({ executeCommandProvider }) => Boolean(executeCommandProvider),
  'workspace/symbol': ({ workspaceSymbolProvider }) => Boolean(workspaceSymbolProvider),
  'workspace/textDocumentContent': ({ workspace }) => Boolean(workspace?.textDocumentContent),
  'workspace/willCreateFiles': ({ workspace }) => Boolean(workspace?.fileOperations?.willCreate),
  'workspace/willDeleteFiles': ({ workspace }) => Boolean(workspace?.fileOperations?.willDelete),
  'workspace/willRenameFiles': ({ workspace }) => Boolean(workspace?.fileOperations?.willRename),
  'workspaceSymbol/resolve': ({ workspaceSymbolProvider }) => resolves(workspaceSymbolProvider),
};

/** Every request that the protocol knows from a client to a server. Those that start and end it are no feature. */
export const requests: readonly string[] = Object.values(protocol as Record<string, unknown>)
  .flatMap(value => {
    const request = value as { method?: string; messageDirection?: string; type?: unknown } | undefined;
    const isRequest = request?.type instanceof Object && !request.type.constructor.name.includes('Notification');
    return isRequest && request?.messageDirection === 'clientToServer' ? [request.method ?? ''] : [];
  })
  .filter(method => !['initialize', 'shutdown', 'notebookDocument/sync'].includes(method))
  .sort();

/** The requests that a server announces. */
export const announced = (capabilities: ServerCapabilities): readonly string[] =>
  requests.filter(method => {
    const announces = announcements[method];
    if (announces === undefined) throw new Error(`which capability announces ${method}?`);
    return announces(capabilities);
  });
