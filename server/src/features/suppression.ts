import { type SuppressedRule, suppressionsIn } from '../analysis/comments.ts';
import type { Slot } from '../syntax/slot.ts';

/** The rule whose id stands at an offset of a slot's suppression comments. */
export function suppressedAt(slot: Slot, offset: number): SuppressedRule | undefined {
  return suppressionsIn(slot.segment.text, slot.tree.root)
    .flatMap(({ rules }) => rules)
    .find(({ span }) => span.start <= offset && offset <= span.end);
}
