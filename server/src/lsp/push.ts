import { arrived } from './arrived.ts';
import type { Delivery } from './delivery.ts';
import { keptDiagnostics } from './diagnostics.ts';
import { type Open, openAt } from './kinds.ts';
import { until } from './opening.ts';
import type { Diagnostic } from './protocol.ts';
import type { Session } from './session.ts';

/** Tells diagnostics unasked: once for all the changes that have arrived together, and only of the newest version. */
export function pushDiagnostics(session: Session): Delivery {
  const { connection, client, documents, safely } = session;
  const diagnosticsIn = keptDiagnostics(client);
  const send = ({ uri, version }: Open, diagnostics: Diagnostic[]): Promise<void> =>
    connection.sendDiagnostics({ uri, version, diagnostics });

  const push = safely.notified('textDocument/publishDiagnostics', async (document: Open) => {
    const { configured, version } = document;
    await configured;
    await arrived();
    const isCurrent = (): boolean =>
      openAt(session, document.uri) === document && document.configured === configured && document.version === version;
    try {
      if (!(await until(document, () => document.isOpen, isCurrent))) return;
      await send(document, diagnosticsIn(document));
    } catch (error) {
      await send(document, []);
      throw error;
    }
  });

  return {
    changed: document => void push(document),
    closed: document => void send(document, []),
    refresh: () => {
      for (const document of documents) void push(document);
    },
  };
}
