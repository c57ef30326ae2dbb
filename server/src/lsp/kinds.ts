import type { TextDocumentIdentifier } from 'vscode-languageserver';
import type { Documents, OpenDocument } from './documents.ts';
import { isProjectFile, type OpenProjectFile } from './projectFile.ts';
import type { Session } from './session.ts';

/** A document of any kind. */
export type Open = OpenDocument | OpenProjectFile;

/** The open documents of the kind that a URI is of. */
export const ofKind = (
  { documents, projectFiles }: Session,
  uri: string,
): Documents<OpenDocument> | Documents<OpenProjectFile> => (isProjectFile(uri) ? projectFiles : documents);

/** What answers a request, for each kind of document. */
interface ByKind<P, R> {
  manifest(document: OpenDocument, params: P): R;
  projectFile(document: OpenProjectFile, params: P): R;
}

/** A handler that asks the document by its kind; `otherwise` where it is not open. */
export function byKind<P extends { readonly textDocument: TextDocumentIdentifier }, R>(
  { documents, projectFiles }: Session,
  otherwise: R,
  { manifest, projectFile }: ByKind<P, R>,
): (params: P) => R {
  return params => {
    const { uri } = params.textDocument;
    const document = documents.get(uri);
    if (document !== undefined) return manifest(document, params);
    const file = projectFiles.get(uri);
    return file === undefined ? otherwise : projectFile(file, params);
  };
}
