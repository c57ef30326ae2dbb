import { type Language, languageOfLocale } from '../localized.ts';
import { type CompletionClientCapabilities, type InitializeParams, InsertTextMode, MarkupKind } from './protocol.ts';

/** What the client can do and wants, as far as the server minds. */
export interface Client {
  readonly language: Language;
  readonly pullsDiagnostics: boolean;
  readonly refreshesDiagnostics: boolean;
  readonly showsRelatedInformation: boolean;
  readonly hasConfiguration: boolean;
  readonly registersConfiguration: boolean;
  readonly registersWatchers: boolean;
  readonly watchesRelatively: boolean;
  readonly resolvesEdits: boolean;
  readonly showsProgress: boolean;
  readonly takesVersionedEdits: boolean;
  /** Its edits can make files. */
  readonly createsFiles: boolean;
  /** It reads the files of its workspace folders for the server. */
  readonly readsFiles: boolean;
  /** The commands that it has beside those of the protocol. */
  readonly commands: ReadonlySet<unknown>;
  /** It has another server for documents of language `yaml`. */
  readonly besideYaml: boolean;
  readonly hoverKind: MarkupKind;
  readonly registersFormatting: boolean;
  readonly refreshesCodeLenses: boolean;
  readonly refreshesInlayHints: boolean;
  readonly linksDefinitions: boolean;
  readonly nestsSymbols: boolean;
  readonly preparesRenames: boolean;
  readonly mostFolds: number;
  readonly completion: CompletionClient;
}

export function clientOf({ capabilities, initializationOptions, locale }: InitializeParams): Client {
  const { textDocument, workspace } = capabilities;
  const codeAction = textDocument?.codeAction;
  return {
    language: languageOf(initializationOptions?.locale ?? locale),
    pullsDiagnostics: textDocument?.diagnostic !== undefined,
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    showsRelatedInformation:
      (textDocument?.diagnostic ?? textDocument?.publishDiagnostics)?.relatedInformation === true,
    hasConfiguration: workspace?.configuration === true,
    registersConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    registersWatchers: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    watchesRelatively: workspace?.didChangeWatchedFiles?.relativePatternSupport === true,
    resolvesEdits: codeAction?.dataSupport === true && codeAction.resolveSupport?.properties.includes('edit') === true,
    showsProgress: capabilities.window?.workDoneProgress === true,
    takesVersionedEdits: workspace?.workspaceEdit?.documentChanges === true,
    createsFiles:
      workspace?.workspaceEdit?.documentChanges === true &&
      workspace.workspaceEdit.resourceOperations?.includes('create') === true,
    readsFiles: initializationOptions?.readsFiles === true,
    commands: new Set(Array.isArray(initializationOptions?.commands) ? initializationOptions.commands : []),
    besideYaml: initializationOptions?.besideYaml === true,
    hoverKind: textDocument?.hover?.contentFormat?.[0] ?? MarkupKind.PlainText,
    registersFormatting:
      textDocument?.formatting?.dynamicRegistration === true &&
      textDocument.rangeFormatting?.dynamicRegistration === true,
    refreshesCodeLenses: workspace?.codeLens?.refreshSupport === true,
    refreshesInlayHints: workspace?.inlayHint?.refreshSupport === true,
    linksDefinitions: textDocument?.definition?.linkSupport === true,
    nestsSymbols: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    preparesRenames: textDocument?.rename?.prepareSupport === true,
    mostFolds: textDocument?.foldingRange?.rangeLimit ?? Number.POSITIVE_INFINITY,
    completion: completionClientOf(textDocument?.completion, initializationOptions),
  };
}

/** What the client makes of completion items. */
export interface CompletionClient {
  readonly snippets: boolean;
  readonly insertReplace: boolean;
  /** What items replace can be said once for all. */
  readonly sharesRange: boolean;
  /** It indents the lines below the first like the line of the cursor. */
  readonly adjustsIndentation: boolean;
  readonly commitCharacters: boolean;
  readonly documentationKind: MarkupKind;
  /** The client's own command that asks for completions, if it has named one. */
  readonly suggestCommand: string | undefined;
}

function completionClientOf(
  capabilities: CompletionClientCapabilities | undefined,
  options: { readonly suggestCommand?: unknown } | undefined,
): CompletionClient {
  const { suggestCommand } = options ?? {};
  const item = capabilities?.completionItem;
  return {
    snippets: item?.snippetSupport === true,
    insertReplace: item?.insertReplaceSupport === true,
    sharesRange: capabilities?.completionList?.itemDefaults?.includes('editRange') === true,
    adjustsIndentation: item?.insertTextModeSupport?.valueSet.includes(InsertTextMode.adjustIndentation) === true,
    commitCharacters: item?.commitCharactersSupport === true,
    documentationKind: item?.documentationFormat?.[0] ?? MarkupKind.PlainText,
    suggestCommand: typeof suggestCommand === 'string' ? suggestCommand : undefined,
  };
}

function languageOf(locale: unknown): Language {
  return typeof locale === 'string' ? languageOfLocale(locale) : 'en';
}
