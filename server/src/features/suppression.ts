import { type SuppressedRule, suppressionsIn } from '../analysis/comments.ts';
import { type ManifestSlot, treeOf } from '../model/place.ts';

/** The rule whose id stands at an offset of a slot's suppression comments. */
export function suppressedAt(slot: ManifestSlot, offset: number): SuppressedRule | undefined {
  return suppressionsIn(slot.segment.text, treeOf(slot).root)
    .flatMap(({ rules }) => rules)
    .find(({ span }) => span.start <= offset && offset <= span.end);
}
