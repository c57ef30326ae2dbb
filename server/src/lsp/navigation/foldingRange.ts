import { type FoldingRange, FoldingRangeKind, type FoldingRangeParams } from 'vscode-languageserver';
import { folds } from '../../features/navigation/folding.ts';
import type { Session } from '../session.ts';

export function onFoldingRanges({ client, documents }: Session): (params: FoldingRangeParams) => FoldingRange[] | null {
  return ({ textDocument }) => {
    const analysis = documents.get(textDocument.uri)?.analysis;
    if (analysis === undefined) return null;
    return folds(analysis)
      .slice(0, client.mostFolds)
      .map(({ startLine, endLine, isComment }) => ({
        startLine,
        endLine,
        ...(isComment && { kind: FoldingRangeKind.Comment }),
      }));
  };
}
