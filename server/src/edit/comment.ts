import { lineStart } from '../syntax/lines.ts';
import type { SlotChange } from './change.ts';
import { breakAfter, indentTo, lineEnding } from './collection.ts';
import type { TextEdit } from './edit.ts';

/** Changes what is said in comments, or puts a line above another. */
export function commenting(edit: TextEdit): SlotChange {
  const { slot } = edit;
  if (edit.kind === 'cut') return { slot, ...edit.span, text: '' };
  const { offset, text } = edit;
  if (edit.kind === 'extend') return { slot, start: offset, end: offset, text };
  const segment = slot.segment.text;
  if (edit.kind === 'comment') {
    const end = breakAfter(segment, offset);
    const start = lineStart(segment, offset);
    const said = segment.slice(start, end).trimEnd();
    const at = start + said.length;
    // The blanks behind a dash or a colon part the comment from it.
    const blanks = /[:-]$/.test(said) ? (/^[ \t]*/.exec(segment.slice(at, end))?.[0].length ?? 0) : 0;
    return { slot, start: at + blanks, end: at + blanks, text: blanks > 0 ? text : ` ${text}` };
  }
  const start = lineStart(segment, offset);
  // A byte order mark stays the first of all.
  const place = segment.startsWith('\uFEFF', start) ? start + 1 : start;
  return { slot, start: place, end: place, text: `${indentTo(segment, offset)}${text}${lineEnding(slot)}` };
}
