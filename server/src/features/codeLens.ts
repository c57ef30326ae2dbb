import type { Analysis } from '../analysis/analysis.ts';
import type { SlotModel } from '../model/model.ts';
import type { Position } from '../syntax/document.ts';
import { positionsInText } from '../syntax/positions.ts';
import type { Slot } from '../syntax/slot.ts';
import { actingIn } from './tally.ts';

/** A stretch of one line. */
export interface LineStretch {
  readonly start: Position;
  readonly end: Position;
}

/**
 * Where the tallies of all operations are shown: at their actions. No ledger is looked at for that, and of an operation
 * that is as it was the last time, not even the text.
 */
export function* codeLenses(analysis: Analysis): Iterable<LineStretch> {
  let line = 0;
  for (const slot of analysis.document.slots()) {
    const actions = actionsIn(analysis, slot);
    if (actions.length > 0 && analysis.isJudged(slot)) {
      for (const { start, end } of actions) yield { start: down(start, line), end: down(end, line) };
    }
    line += slot.segment.lines;
  }
}

const down = ({ line, character }: Position, lines: number): Position => ({ line: line + lines, character });

const known = new WeakMap<SlotModel, readonly LineStretch[]>();

/** The actions of a slot, with lines counted from the start of that. */
function actionsIn(analysis: Analysis, slot: Slot): readonly LineStretch[] {
  const model = analysis.modelOf(slot);
  if (model === undefined) return [];
  let actions = known.get(model);
  if (actions === undefined) {
    const positionOf = positionsInText(slot.segment.text);
    actions = Array.from(actingIn(analysis, slot), ({ action }) => {
      const start = positionOf(action.start);
      return { start, end: { line: start.line, character: start.character + action.end - action.start } };
    });
    known.set(model, actions);
  }
  return actions;
}
