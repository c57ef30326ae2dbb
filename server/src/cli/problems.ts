import { Analysis, type Settings } from '../analysis/analysis.ts';
import type { Severity } from '../analysis/finding.ts';
import type { InventoryFiles } from '../facts/inventory/inventory.ts';
import type { Localized } from '../localized.ts';
import type { Place } from '../model/place.ts';
import type { Position } from '../syntax/document.ts';
import { positionsIn } from '../syntax/positions.ts';

/** Where a problem is: zero-based, in UTF-16 code units. */
export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** A finding with its place in the text worked out. */
export interface Problem {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: Localized;
  readonly range: Range;
  readonly related: readonly { readonly message: Localized; readonly range: Range }[];
}

/** `loaded` resolves when the files that have been asked for are there. */
export async function problemsIn(
  text: string,
  settings: Settings,
  files: InventoryFiles,
  loaded: () => Promise<void>,
): Promise<readonly Problem[]> {
  const analysis = new Analysis(text, settings, files);
  await loaded();
  analysis.refreshInventories();
  const position = positionsIn(analysis.document);
  const rangeOf = (place: Place): Range => {
    const { start, end } = analysis.rangeOf(place);
    return { start: position(start), end: position(end) };
  };
  return analysis.findings().map(({ rule, severity, message, place, related }) => ({
    rule,
    severity,
    message,
    range: rangeOf(place),
    related: related.map(({ message, place }) => ({ message, range: rangeOf(place) })),
  }));
}
