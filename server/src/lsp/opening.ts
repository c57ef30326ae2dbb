import { arrived } from './arrived.ts';
import { type Open, openAt } from './kinds.ts';
import type { CancellationToken, Position, TextDocumentIdentifier } from './protocol.ts';
import { contentModified, throwIfCancelled } from './safely.ts';
import type { Session } from './session.ts';

interface About {
  readonly textDocument: TextDocumentIdentifier;
}

type Handler<P, R> = (params: P, token: CancellationToken) => R | Promise<R>;

/** A handler that waits until all of the text that it is about has been looked at. */
export const whenOpened = <P extends About, R>(session: Session, handler: Handler<P, R>): Handler<P, R> =>
  when(session, document => document.isOpen, handler);

/** A handler that waits until the place that it is about has been looked at. */
export const whenReached = <P extends About & { readonly position: Position }, R>(
  session: Session,
  handler: Handler<P, R>,
): Handler<P, R> => when(session, (document, { position }) => document.hasSeen(position), handler);

function when<P extends About, R>(
  session: Session,
  isThere: (document: Open, params: P) => boolean,
  handler: Handler<P, R>,
): Handler<P, R> {
  return async (params, token) => {
    const { uri } = params.textDocument;
    const document = openAt(session, uri);
    if (document !== undefined && !isThere(document, params)) {
      const { version } = document;
      const isCurrent = (): boolean => {
        throwIfCancelled(token);
        return openAt(session, uri) === document && document.version === version;
      };
      if (!(await until(document, () => isThere(document, params), isCurrent))) throw contentModified();
    }
    return handler(params, token);
  };
}

/** Waits while a document is being opened. False, where it is no longer the text that it was. */
export async function until(document: Open, isThere: () => boolean, isCurrent: () => boolean): Promise<boolean> {
  while (isCurrent()) {
    if (isThere()) return true;
    // If it cannot be opened, there is nothing to wait for.
    await Promise.all([arrived(), Promise.race([document.opened, arrived()])]);
  }
  return false;
}
