import type { Document, TextChange } from '../syntax/document.ts';
import type { Slot } from '../syntax/slot.ts';
import { merged, type SlotChange } from './change.ts';
import { commenting } from './comment.ts';
import type { Edit, NodeEdit, TextEdit } from './edit.ts';
import { insertion } from './insert.ts';
import { layoutChanges } from './layout.ts';
import { type Plan, plansOf } from './plan.ts';
import { splitting, unrolling } from './sequence.ts';
import { type Replacement, replaceValue } from './value.ts';

export type { SlotChange } from './change.ts';

/**
 * The changes that edits make to the text, as if made together: those of a slot in order, none meeting another. Every
 * place is one in the text as it is before the edits.
 */
export function write(edits: readonly Edit[]): readonly SlotChange[] {
  const planned = edits.filter(edit => !isTextEdit(edit));
  const changes = groupBySlot(planned, slotOf).flatMap(group => plansOf(group).flatMap(changesOf));
  const inComments = edits.filter(isTextEdit).map(commenting);
  return groupBySlot([...changes, ...inComments], ({ slot }) => slot).flatMap(merged);
}

const isTextEdit = (edit: Edit): edit is TextEdit =>
  edit.kind === 'cut' || edit.kind === 'comment' || edit.kind === 'line' || edit.kind === 'extend';

/** The changes with offsets in the whole text, from its start to its end. */
export function toTextChanges(document: Document, changes: readonly SlotChange[]): TextChange[] {
  const offsets = new Map<Slot, number>();
  const offsetOf = (slot: Slot): number => {
    const offset = offsets.get(slot) ?? document.startOf(slot).offset;
    offsets.set(slot, offset);
    return offset;
  };
  return changes
    .map(({ slot, start, end, text }) => ({ start: offsetOf(slot) + start, end: offsetOf(slot) + end, text }))
    .sort((a, b) => a.start - b.start);
}

function changesOf(plan: Plan): SlotChange[] {
  const { collection } = plan;
  const sequenced = plan.sequenced.flatMap(edit =>
    edit.kind === 'split'
      ? splitting(collection, edit.item, edit.starts)
      : unrolling(collection, edit.item, edit.operations),
  );
  const changes = [...entryChanges(plan), ...layoutChanges(plan), ...sequenced].map(change => ({
    slot: collection.slot,
    ...change,
  }));
  return [...changes, ...plan.inserted.map(operation => insertion(collection, operation))];
}

/** What changes within the entries that stay. */
function entryChanges({ collection: { text }, removed, keys, values }: Plan): Replacement[] {
  const changes: Replacement[] = [];
  for (const [entry, name] of keys) {
    if (entry.key && !removed.has(entry)) changes.push({ start: entry.key.start, end: entry.key.end, text: name });
  }
  for (const [entry, yaml] of values) {
    if (!removed.has(entry)) changes.push(...replaceValue(text, entry.key, entry.value, entry.end, yaml));
  }
  return changes;
}

function slotOf(edit: NodeEdit): Slot {
  switch (edit.kind) {
    case 'set':
    case 'remove':
      return edit.map.slot;
    case 'insert':
      return edit.before.slot;
    case 'split':
    case 'unroll':
      return edit.item.slot;
    default:
      return edit.place.slot;
  }
}

function groupBySlot<T>(all: readonly T[], slotOf: (one: T) => Slot): T[][] {
  const groups = new Map<Slot, T[]>();
  for (const one of all) {
    const group = groups.get(slotOf(one));
    if (group) group.push(one);
    else groups.set(slotOf(one), [one]);
  }
  return [...groups.values()];
}
