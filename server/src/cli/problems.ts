import type { Analysis } from '../analysis/analysis.ts';
import type { Place } from '../model/place.ts';
import { positionsIn } from '../syntax/positions.ts';
import type { Problem, Range } from './outcome.ts';

/** All findings, with their places in the text. */
export function problemsIn(analysis: Analysis): readonly Problem[] {
  const rangeOf = rangesIn(analysis);
  return analysis.findings().map(({ rule, severity, message, place, related }) => ({
    rule,
    severity,
    message,
    range: rangeOf(place),
    related: related.map(({ message, place }) => ({ message, range: rangeOf(place) })),
  }));
}

/** Works out where places are. */
export function rangesIn(analysis: Analysis): (place: Place) => Range {
  const position = positionsIn(analysis.document);
  return place => {
    const { start, end } = analysis.rangeOf(place);
    return { start: position(start), end: position(end) };
  };
}
