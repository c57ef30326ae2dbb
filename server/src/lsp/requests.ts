import { codeActions } from './codeActions.ts';
import { onCodeLens, onCodeLensResolve } from './codeLens.ts';
import { onCompletion } from './completion.ts';
import { onFormatting, onRangeFormatting } from './formatting.ts';
import { onHover } from './hover.ts';
import { onInlayHint } from './inlayHints.ts';
import { onCompletionResolve } from './manifestCompletion.ts';
import { whenOpened, whenReached } from './opening.ts';
import { onOperation, operationRequest } from './operation.ts';
import type { Session } from './session.ts';

/** Answers what is asked about documents. What fails answers as if there were nothing to say. */
export function serveRequests(session: Session): void {
  const { connection, client, safely } = session;
  connection.onHover(safely.asked('textDocument/hover', () => null, whenReached(session, onHover(session))));
  connection.onCodeLens(safely.asked('textDocument/codeLens', () => [], onCodeLens(session)));
  connection.onCodeLensResolve(safely.asked('codeLens/resolve', lens => lens, onCodeLensResolve(session)));
  connection.languages.inlayHint.on(safely.asked('textDocument/inlayHint', () => [], onInlayHint(session)));
  connection.onDocumentFormatting(
    safely.asked('textDocument/formatting', () => null, whenOpened(session, onFormatting(session))),
  );
  connection.onDocumentRangeFormatting(
    safely.asked('textDocument/rangeFormatting', () => null, whenOpened(session, onRangeFormatting(session))),
  );
  connection.onRequest(
    operationRequest,
    safely.asked(operationRequest.method, () => null, whenReached(session, onOperation(session))),
  );
  const actions = codeActions(session);
  connection.onCodeAction(safely.asked('textDocument/codeAction', () => [], whenOpened(session, actions.offer)));
  if (client.resolvesEdits) {
    connection.onCodeActionResolve(safely.asked('codeAction/resolve', action => action, actions.resolve));
  }
}

export function serveCompletion(session: Session): void {
  const { connection, safely } = session;
  connection.onCompletion(
    safely.asked('textDocument/completion', () => null, whenOpened(session, onCompletion(session))),
  );
  connection.onCompletionResolve(safely.asked('completionItem/resolve', item => item, onCompletionResolve(session)));
}
