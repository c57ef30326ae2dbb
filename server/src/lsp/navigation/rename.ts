import { prepareRename, type Refusal, rename } from '../../features/navigation/rename.ts';
import type { Language } from '../../localized.ts';
import { rangesIn } from '../../syntax/positions.ts';
import {
  LSPErrorCodes,
  type PrepareRenameParams,
  type Range,
  type RenameParams,
  ResponseError,
  type WorkspaceEdit,
} from '../protocol.ts';
import type { Session } from '../session.ts';
import { workspaceEdit } from '../workspaceEdit.ts';

export function onPrepareRename({
  client,
  documents,
}: Session): (params: PrepareRenameParams) => { range: Range; placeholder: string } | null {
  return ({ textDocument, position }) => {
    const analysis = documents.get(textDocument.uri)?.analysis;
    if (analysis === undefined) return null;
    const found = prepareRename(analysis, analysis.document.offsetAt(position));
    if ('refused' in found) throw refusal(found, client.language);
    return { range: rangesIn(analysis.document)(found), placeholder: found.name };
  };
}

export function onRename({ client, documents }: Session): (params: RenameParams) => WorkspaceEdit | null {
  return ({ textDocument, position, newName }) => {
    const document = documents.get(textDocument.uri);
    if (document === undefined) return null;
    const { analysis } = document;
    const changes = rename(analysis, analysis.document.offsetAt(position), newName);
    if ('refused' in changes) throw refusal(changes, client.language);
    return workspaceEdit(document, changes, client);
  };
}

const refusal = ({ refused }: Refusal, language: Language): ResponseError<void> =>
  new ResponseError(LSPErrorCodes.RequestFailed, refused[language]);
