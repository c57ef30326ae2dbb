import type { Analysis } from '../../server/src/analysis/analysis.ts';

/** Everything that leaves an analysis, with positions in the whole text. */
export function seen(analysis: Analysis): unknown {
  const at = (place: Parameters<Analysis['rangeOf']>[0]): string => {
    const { start, end } = analysis.rangeOf(place);
    const from = analysis.document.positionAt(start);
    return `${start}-${end} ${from.line}:${from.character}`;
  };
  return {
    trees: [...analysis.document.slots()].map(slot => slot.tree),
    findings: analysis.findings().map(({ rule, severity, message, place, related }) => ({
      rule,
      severity,
      message,
      at: at(place),
      related: related.map(other => ({ message: other.message, at: at(other.place) })),
    })),
  };
}
