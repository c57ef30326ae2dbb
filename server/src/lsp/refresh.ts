import { CodeLensRefreshRequest, InlayHintRefreshRequest } from './protocol.ts';
import type { Session } from './session.ts';

/** Has the client ask again for what it shows beside the text. */
export interface Annotations {
  refresh(): void;
}

export function refreshAnnotations({ connection, client, safely }: Session): Annotations {
  const lenses = safely.notified<void>(CodeLensRefreshRequest.method, async () => {
    if (client.refreshesCodeLenses) await connection.sendRequest(CodeLensRefreshRequest.type);
  });
  const hints = safely.notified<void>(InlayHintRefreshRequest.method, async () => {
    if (client.refreshesInlayHints) await connection.sendRequest(InlayHintRefreshRequest.type);
  });
  return {
    refresh() {
      void lenses();
      void hints();
    },
  };
}
