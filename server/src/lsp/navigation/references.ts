import { highlights, references } from '../../features/navigation/references.ts';
import { eachOf } from '../../steps.ts';
import { rangesIn } from '../../syntax/positions.ts';
import { aboutWhole } from '../aboutWhole.ts';
import {
  type DocumentHighlight,
  DocumentHighlightKind,
  type DocumentHighlightParams,
  type Location,
  type ReferenceParams,
} from '../protocol.ts';
import type { Session } from '../session.ts';

export const onReferences = (session: Session) =>
  aboutWhole<ReferenceParams, Location[] | null>(session, null, function* ({ analysis, uri }, { position, context }) {
    const offset = analysis.document.offsetAt(position);
    const all = yield* references(analysis, offset, context.includeDeclaration);
    const rangeOf = rangesIn(analysis.document);
    return yield* eachOf(all, stretch => ({ uri, range: rangeOf(stretch) }));
  });

export const onDocumentHighlight = (session: Session) =>
  aboutWhole<DocumentHighlightParams, DocumentHighlight[] | null>(
    session,
    null,
    function* ({ analysis }, { position }) {
      const all = yield* highlights(analysis, analysis.document.offsetAt(position));
      const rangeOf = rangesIn(analysis.document);
      return yield* eachOf(all, highlight => ({
        range: rangeOf(highlight),
        kind: highlight.writes ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
      }));
    },
  );
