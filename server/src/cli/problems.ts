import type { Analysis } from '../analysis/analysis.ts';
import type { Place } from '../model/place.ts';
import type { Range } from '../syntax/document.ts';
import { rangesIn } from '../syntax/positions.ts';
import type { Asked, CheckedFile, Problem } from './outcome.ts';
import { undecidedIn } from './undecided.ts';

/** What there is to tell of a manifest. */
export const checked = (path: string, analysis: Analysis, asked: Asked): CheckedFile => ({
  path,
  text: analysis.document.text,
  problems: problemsIn(analysis, asked.fixes),
  undecided: asked.undecided ? undecidedIn(analysis) : undefined,
});

/** All findings, with their places in the text. */
function problemsIn(analysis: Analysis, wantsFixes: boolean): readonly Problem[] {
  const toRange = rangesIn(analysis.document);
  const rangeOf = (place: Place): Range => toRange(analysis.rangeOf(place));
  return analysis.findings().map(finding => ({
    rule: finding.rule,
    severity: finding.severity,
    message: finding.message,
    range: rangeOf(finding.place),
    related: finding.related.map(({ message, place }) => ({ message, range: rangeOf(place) })),
    fixes: wantsFixes
      ? analysis
          .fixes(finding)
          .filter(({ safe }) => safe)
          .map(({ title, changes }) => ({
            title,
            changes: changes.map(change => ({ range: toRange(change), text: change.text })),
          }))
      : undefined,
  }));
}
