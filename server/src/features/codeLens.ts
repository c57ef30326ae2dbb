import type { Analysis } from '../analysis/analysis.ts';
import type { Span } from '../syntax/tree.ts';
import { actingIn } from './tally.ts';

/** Where the tallies of all operations are shown: at their actions. No ledger is looked at for that. */
export function* codeLenses(analysis: Analysis): Iterable<Span> {
  let start = 0;
  for (const slot of analysis.document.slots()) {
    for (const { action } of actingIn(analysis, slot)) yield { start: start + action.start, end: start + action.end };
    start += slot.segment.text.length;
  }
}
