import type { CompletionItem, CompletionList, CompletionOptions, CompletionParams } from 'vscode-languageserver';
import { byKind } from './kinds.ts';
import { completeManifest } from './manifestCompletion.ts';
import { completeProjectFile } from './projectCompletion.ts';
import type { Session } from './session.ts';

/** A space is typed where a value, an item or a key is to come, and between words: `invites` tells them apart. */
export const completionOptions: CompletionOptions = { triggerCharacters: [' '], resolveProvider: true };

type Completions = CompletionList | CompletionItem[] | null;

export function onCompletion(session: Session): (params: CompletionParams) => Completions {
  const { client } = session;
  return byKind<CompletionParams, Completions>(session, null, {
    manifest: (document, params) => completeManifest(document, params, client),
    projectFile: (file, params) => completeProjectFile(file, params, client),
  });
}
