import { byKind } from './kinds.ts';
import { completeManifest } from './manifestCompletion.ts';
import { completeProjectFile } from './projectCompletion.ts';
import type { CompletionItem, CompletionList, CompletionParams } from './protocol.ts';
import type { Session } from './session.ts';

type Completions = CompletionList | CompletionItem[] | null;

export function onCompletion(session: Session): (params: CompletionParams) => Completions {
  const { client } = session;
  return byKind<CompletionParams, Completions>(session, null, {
    manifest: (document, params) => completeManifest(document, params, client),
    projectFile: (file, params) => completeProjectFile(file, params, client),
  });
}
