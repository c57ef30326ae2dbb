import type { Analysis } from '../analysis/analysis.ts';
import type { Outcome } from '../analysis/judge.ts';
import type { Localized } from '../localized.ts';
import type { Operation } from '../model/model.ts';
import { isWithin, nodeAt, samePlace, spanOf } from '../model/place.ts';
import type { Slot } from '../syntax/slot.ts';
import type { Span } from '../syntax/tree.ts';

/** How the constraints of an operation turn out. */
export type Tally = Readonly<Record<Outcome, number>>;

/** An operation that stands in a slot, and where that says what it does. */
export interface Acting {
  readonly operation: Operation;
  /** In the slot's text. */
  readonly action: Span;
}

/** The operations that stand in a slot. What an alias stands for is told where it is written. */
export function* actingIn(analysis: Analysis, slot: Slot): Iterable<Acting> {
  for (const { operations } of analysis.modelOf(slot)?.items ?? []) {
    for (const operation of operations) {
      const { place, entry, struct } = operation;
      if (operation.action === undefined || place.slot !== slot || !samePlace(place, entry)) continue;
      const action = struct.placeOf('action');
      yield { operation, action: spanOf(isWithin(action, place) ? action : place) };
    }
  }
}

/** The operation that an offset of the text is in, with its tally; alone in its slot, it has all of that. */
export function operationAt(
  analysis: Analysis,
  offset: number,
): { readonly action: Span; readonly tally: Tally } | undefined {
  const found = analysis.document.slotAt(offset);
  if (found === undefined) return undefined;
  const { slot, start } = found;
  const all = [...actingIn(analysis, slot)];
  const around = all.find(({ operation }) => covers(nodeAt(operation.place)?.node, offset - start));
  const acting = around ?? (all.length === 1 ? all[0] : undefined);
  if (acting === undefined) return undefined;
  const { action, operation } = acting;
  const tally = tallyOf(analysis, slot, operation);
  return tally && { action: { start: start + action.start, end: start + action.end }, tally };
}

const covers = (span: Span | undefined, offset: number): boolean =>
  span !== undefined && span.start <= offset && offset <= span.end;

function tallyOf(analysis: Analysis, slot: Slot, operation: Operation): Tally | undefined {
  const judged = analysis.operationsOf(slot).find(({ scene }) => scene.operation === operation);
  if (judged === undefined) return undefined;
  const tally = { holds: 0, violated: 0, undecided: 0 };
  for (const { outcome } of judged.verdicts) tally[outcome]++;
  return tally;
}

/** `✓ 7 · ✗ 1 · ? 2 constraints` */
export function describeTally({ holds, violated, undecided }: Tally): Localized {
  const counts = [holds > 0 && `✓ ${holds}`, violated > 0 && `✗ ${violated}`, undecided > 0 && `? ${undecided}`];
  const told = counts.filter(count => count !== false).join(' · ');
  if (told === '') return { en: 'no constraints', zh: '没有约束' };
  const isOne = holds + violated + undecided === 1;
  return { en: `${told} ${isOne ? 'constraint' : 'constraints'}`, zh: `${told} 条约束` };
}
