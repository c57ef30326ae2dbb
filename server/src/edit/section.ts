import type { Slot } from '../syntax/slot.ts';
import type { SlotChange } from './change.ts';
import { lineEnding } from './collection.ts';
import type { Field } from './plan.ts';

/** A new key of the map that is all of a text, at its end, with a block map of one pair. */
export function newSection(slot: Slot, key: string, [name, value]: Field): SlotChange {
  const { text } = slot.segment;
  const eol = lineEnding(slot);
  const start = text.length;
  const open = /[^\n\uFEFF]$/.test(text) ? eol : '';
  return { slot, start, end: start, text: `${open}${key}:${eol}  ${name}: ${value}${eol}` };
}
