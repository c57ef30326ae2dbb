import {
  type CompletionClientCapabilities,
  type InitializeParams,
  InsertTextMode,
  MarkupKind,
} from 'vscode-languageserver';
import type { Language } from '../localized.ts';

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
  readonly takesVersionedEdits: boolean;
  readonly hoverKind: MarkupKind;
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
    takesVersionedEdits: workspace?.workspaceEdit?.documentChanges === true,
    hoverKind: textDocument?.hover?.contentFormat?.[0] ?? MarkupKind.PlainText,
    completion: completionClientOf(textDocument?.completion, initializationOptions),
  };
}

/** What the client makes of completion items. */
export interface CompletionClient {
  readonly snippets: boolean;
  readonly insertReplace: boolean;
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
    adjustsIndentation: item?.insertTextModeSupport?.valueSet.includes(InsertTextMode.adjustIndentation) === true,
    commitCharacters: item?.commitCharactersSupport === true,
    documentationKind: item?.documentationFormat?.[0] ?? MarkupKind.PlainText,
    suggestCommand: typeof suggestCommand === 'string' ? suggestCommand : undefined,
  };
}

function languageOf(locale: unknown): Language {
  return typeof locale === 'string' && /^zh\b/i.test(locale) ? 'zh' : 'en';
}
