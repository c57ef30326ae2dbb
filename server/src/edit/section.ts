import type { Slot } from '../syntax/slot.ts';
import type { Node } from '../syntax/tree.ts';
import type { SlotChange } from './change.ts';
import { breakAfter, lineEnding } from './collection.ts';
import type { Field } from './plan.ts';

/** A new key of the map that is all of a text, at its end, with a block map of one pair. */
export function newSection(slot: Slot, key: string, [name, value]: Field): SlotChange {
  const { text } = slot.segment;
  const eol = lineEnding(slot);
  const start = text.length;
  const open = /[^\n\uFEFF]$/.test(text) ? eol : '';
  return { slot, start, end: start, text: `${open}${key}:${eol}  ${name}: ${value}${eol}` };
}

/** The first pair below a key that has no value yet, as far in as the comments there. */
export function begun(slot: Slot, key: Node, [name, value]: Field): SlotChange {
  const { text } = slot.segment;
  const start = breakAfter(text, key.end);
  const indent = /^\r?\n([ \t]+)#/.exec(text.slice(start))?.[1] ?? '  ';
  return { slot, start, end: start, text: `${lineEnding(slot)}${indent}${name}: ${value}` };
}
