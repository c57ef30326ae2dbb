import type { OpenDocument } from './documents.ts';
import { isProjectFile, type OpenProjectFile } from './projectFile.ts';
import type { TextDocumentIdentifier } from './protocol.ts';
import type { Session } from './session.ts';

/** A document of any kind. */
export type Open = OpenDocument | OpenProjectFile;

/** The open document of a URI, of whatever kind. */
export const openAt = ({ documents, projectFiles }: Session, uri: string): Open | undefined =>
  isProjectFile(uri) ? projectFiles.get(uri) : documents.get(uri);

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
