import { folds } from '../../features/navigation/folding.ts';
import { aboutWhole } from '../aboutWhole.ts';
import { type FoldingRange, FoldingRangeKind, type FoldingRangeParams } from '../protocol.ts';
import type { Session } from '../session.ts';

export const onFoldingRanges = (session: Session) =>
  aboutWhole<FoldingRangeParams, FoldingRange[] | null>(session, null, function* ({ analysis }) {
    const all = yield* folds(analysis);
    return all.slice(0, session.client.mostFolds).map(({ startLine, endLine, isComment }) => ({
      startLine,
      endLine,
      ...(isComment && { kind: FoldingRangeKind.Comment }),
    }));
  });
