import type { Steps } from '../steps.ts';
import type { OpenDocument } from './documents.ts';
import type { CancellationToken, TextDocumentIdentifier } from './protocol.ts';
import { contentModified } from './safely.ts';
import type { Session } from './session.ts';
import { inSlices } from './slices.ts';

/**
 * A handler that answers about a whole manifest; `otherwise` where it is not open. When the text changes meanwhile, the
 * client asks again itself; when settings or files do, it need not know.
 */
export function aboutWhole<P extends { readonly textDocument: TextDocumentIdentifier }, R>(
  { documents }: Session,
  otherwise: R,
  stepsOf: (document: OpenDocument, params: P) => Steps<R>,
): (params: P, token: CancellationToken) => Promise<R> {
  return async (params, token) => {
    const { uri } = params.textDocument;
    const document = documents.get(uri);
    if (document === undefined) return otherwise;
    const { version } = document;
    while (documents.get(uri) === document && document.version === version) {
      const { revision } = document;
      const isCurrent = (): boolean => documents.get(uri) === document && document.revision === revision;
      const found = await inSlices(stepsOf(document, params), isCurrent, token);
      if (found !== undefined) return found.answer;
    }
    throw contentModified();
  };
}
