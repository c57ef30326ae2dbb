import { beginsLine, lineStart } from '../syntax/lines.ts';
import type { Slot } from '../syntax/slot.ts';
import { pairText } from './add.ts';
import type { SlotChange } from './change.ts';
import { type Collection, indentTo, inlineSeparator, separatorOf } from './collection.ts';
import type { NewOperation } from './plan.ts';

/** Puts a new item in front of another, and of the comment lines above that, which stay with it. */
export function insertion(list: Collection, operation: NewOperation): SlotChange {
  const { slot, text, eol } = list;
  const { start } = operation.before;
  if (list.node.style === 'flow') return insertAt(slot, start, flowItem(operation) + separatorOf(list));
  const indent = indentTo(text, start);
  const item = blockItem(list, operation, indent) + eol;
  if (!beginsLine(text, start)) return insertAt(slot, start, item + indent);
  const line = lineStart(text, start);
  const comments = startOfComments(text, line, indent);
  const previous = comments === 0 ? commentsBefore(slot, indent) : undefined;
  return insertAt(previous?.slot ?? slot, previous?.start ?? comments, indent + item);
}

const insertAt = (slot: Slot, start: number, text: string): SlotChange => ({ slot, start, end: start, text });

function blockItem({ text, eol }: Collection, operation: NewOperation, indent: string): string {
  const dash = /^-[ \t]+(?=\S)/.exec(text.slice(operation.before.start))?.[0] ?? '- ';
  if (operation.like.node.style === 'flow') return dash + flowItem(operation);
  const pairs = operation.fields.map(field => pairText(operation.like, field));
  return dash + pairs.join(eol + indent + ' '.repeat(dash.length));
}

function flowItem({ like: { text, node, entries }, like, fields }: NewOperation): string {
  const space = /^\{([ \t]*)(?=\S)/.exec(text.slice(node.start))?.[1] ?? ' ';
  const separator = entries[0] ? inlineSeparator(text, entries[0]) : ', ';
  return `{${space}${fields.map(field => pairText(like, field)).join(separator)}${space}}`;
}

/** Where the comment lines begin that stand directly above the line at `line`, as far in as `indent`. */
export function startOfComments(text: string, line: number, indent: string): number {
  let start = line;
  while (start > 0) {
    const above = lineStart(text, start - 1);
    if (!text.startsWith(`${indent}#`, above)) break;
    start = above;
  }
  return start;
}

/** The comment lines directly above a segment are the end of the segment before it. */
function commentsBefore(slot: Slot, indent: string): { slot: Slot; start: number } | undefined {
  const { slots } = slot.block;
  const previous = slots[slots.indexOf(slot) - 1];
  if (previous === undefined) return undefined;
  const { length } = previous.segment.text;
  const start = startOfComments(previous.segment.text, length, indent);
  return start === length ? undefined : { slot: previous, start };
}
