import type { ManifestSlot, SlotMemo } from '../model/place.ts';
import type { Document, TextChange } from '../syntax/document.ts';
import { merged, type SlotChange } from './change.ts';
import type { Edit } from './edit.ts';
import { insertion } from './insert.ts';
import { layoutChanges } from './layout.ts';
import { type Plan, plansOf } from './plan.ts';
import { type Replacement, replaceValue } from './value.ts';

export type { SlotChange } from './change.ts';

/**
 * The changes that edits make to the text, as if made together: those of a slot in order, none meeting another. Every
 * place is one in the text as it is before the edits.
 */
export function write(edits: readonly Edit[]): readonly SlotChange[] {
  const changes = groupBySlot(edits, slotOf).flatMap(group => plansOf(group).flatMap(changesOf));
  return groupBySlot(changes, ({ slot }) => slot).flatMap(merged);
}

/** The changes with offsets in the whole text, from its start to its end. */
export function toTextChanges(document: Document<SlotMemo>, changes: readonly SlotChange[]): TextChange[] {
  const offsets = new Map<ManifestSlot, number>();
  const offsetOf = (slot: ManifestSlot): number => {
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
  const changes = [...entryChanges(plan), ...layoutChanges(plan)].map(change => ({ slot: collection.slot, ...change }));
  return [...changes, ...plan.inserted.map(operation => insertion(collection, operation))];
}

/** What changes within the entries that stay. */
function entryChanges({ collection: { text }, removed, keys, values }: Plan): Replacement[] {
  const changes: Replacement[] = [];
  for (const [entry, name] of keys) {
    if (entry.key && !removed.has(entry)) changes.push({ ...entry.key.span, text: name });
  }
  for (const [entry, yaml] of values) {
    if (!removed.has(entry)) changes.push(...replaceValue(text, entry.key, entry.value, entry.end, yaml));
  }
  return changes;
}

function slotOf(edit: Edit): ManifestSlot {
  switch (edit.kind) {
    case 'set':
    case 'remove':
      return edit.map.slot;
    case 'insert':
      return edit.before.slot;
    default:
      return edit.place.slot;
  }
}

function groupBySlot<T>(all: readonly T[], slotOf: (one: T) => ManifestSlot): T[][] {
  const groups = new Map<ManifestSlot, T[]>();
  for (const one of all) {
    const group = groups.get(slotOf(one));
    if (group) group.push(one);
    else groups.set(slotOf(one), [one]);
  }
  return [...groups.values()];
}
