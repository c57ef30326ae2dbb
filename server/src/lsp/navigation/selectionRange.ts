import { selections } from '../../features/navigation/selectionRange.ts';
import { rangesIn } from '../../syntax/positions.ts';
import type { SelectionRange, SelectionRangeParams } from '../protocol.ts';
import type { Session } from '../session.ts';

export function onSelectionRanges({ documents }: Session): (params: SelectionRangeParams) => SelectionRange[] | null {
  return ({ textDocument, positions }) => {
    const analysis = documents.get(textDocument.uri)?.analysis;
    if (analysis === undefined) return null;
    const rangeOf = rangesIn(analysis.document);
    return positions.map(position => {
      const around = selections(analysis, analysis.document.offsetAt(position)).map(rangeOf);
      const outermost = around.length - 1;
      return around.reduceRight<SelectionRange | undefined>(
        (parent, range, i) => (i === outermost || parent === undefined ? { range } : { range, parent }),
        undefined,
      ) as SelectionRange;
    });
  };
}
