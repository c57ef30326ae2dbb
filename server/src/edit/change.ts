import type { Slot } from '../syntax/slot.ts';

/** Replaces the text from `start` to `end` of a slot's segment. */
export interface SlotChange {
  readonly slot: Slot;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The changes of one slot in order, those that meet made one. */
export function merged(changes: readonly SlotChange[]): SlotChange[] {
  const result: SlotChange[] = [];
  for (const change of [...changes].sort(byPlace)) {
    const last = result.at(-1);
    if (last?.end === change.start) {
      result[result.length - 1] = { ...last, end: change.end, text: last.text + change.text };
    } else {
      result.push(change);
    }
  }
  return result;
}

/** By start; there, what only inserts comes first. */
function byPlace(a: SlotChange, b: SlotChange): number {
  const inserts = ({ start, end }: SlotChange): number => (start === end ? 0 : 1);
  return a.start - b.start || inserts(a) - inserts(b);
}
