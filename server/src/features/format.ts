import type { Analysis } from '../analysis/analysis.ts';
import { lineEnding } from '../edit/collection.ts';
import { type Layout, lastLineBreak, type Move, reindent } from '../edit/reindent.ts';
import { eachOf, type Steps } from '../steps.ts';
import type { TextChange } from '../syntax/document.ts';
import type { Slot } from '../syntax/slot.ts';
import type { Span } from '../syntax/tree.ts';

/**
 * What changes in a stretch of the text so that each level stands `step` columns inside the one around it, no line ends
 * in space, and the last in a line break. It reaches to the ends of the operations and entries that the stretch touches,
 * but moves those of a section together or not at all: one moved alone would no longer belong to it. What cannot be read
 * stays as it is.
 */
export function* format(analysis: Analysis, stretch: Span, step: number): Steps<readonly TextChange[]> {
  const { document } = analysis;
  const touched = [...document.slotsIn(stretch)];
  const { length } = document;
  const moves = sectionMoves(document.slots(), new Set(touched.map(({ slot }) => slot)), step);
  const found = yield* eachOf(touched, ({ slot, start }) => {
    if (!isSound(slot)) return [];
    const { text } = slot.segment;
    const { root } = slot.tree;
    const isLast = start + text.length === length;
    const changes = [
      ...reindent(text, root, layoutOf(slot, moves.get(slot), step)),
      ...(isLast ? lastLineBreak(text, lineEnding(slot)) : []),
    ];
    return changes.map(change => ({ start: start + change.start, end: start + change.end, text: change.text }));
  });
  return found.flat();
}

const isSound = (slot: Slot): boolean =>
  slot.segment.role !== 'stray' && !slot.segment.misaligned && slot.tree.faults.length === 0;

const top: Move = { from: 0, to: 0 };

function layoutOf({ segment: { role, text } }: Slot, section: Move | undefined, step: number): Layout {
  switch (role) {
    case 'item':
    case 'entry':
      return { step, around: [top, section ?? top] };
    case 'whole': {
      // A root that is indented stays so: at the left margin it would be read in another way.
      const from = columnOf(text);
      return { step, around: [{ from, to: from }] };
    }
    default:
      return { step, around: [top], inside: section };
  }
}

/** How far the entries of each touched section move, by the section's slots. */
function sectionMoves(slots: Iterable<Slot>, touched: ReadonlySet<Slot>, step: number): ReadonlyMap<Slot, Move> {
  const moves = new Map<Slot, Move>();
  for (const section of sectionsOf(slots)) {
    const entries = section.filter(({ segment: { role } }) => role === 'item' || role === 'entry');
    const [first] = entries;
    if (first === undefined || !section.some(slot => touched.has(slot))) continue;
    const from = columnOf(first.segment.text);
    const isMovable = entries.every(slot => touched.has(slot)) && section.every(isSound);
    // A list may stand in the column of its key.
    const move = { from, to: isMovable && from > 0 ? step : from };
    for (const slot of section) moves.set(slot, move);
  }
  return moves;
}

/** The slots of each section whose entries have slots of their own, from its head. */
function* sectionsOf(slots: Iterable<Slot>): Iterable<readonly Slot[]> {
  let section: Slot[] = [];
  for (const slot of slots) {
    const { role } = slot.segment;
    if (role === 'head') {
      yield section;
      section = [slot];
    } else if (role === 'key' || role === 'whole' || role === 'marker') {
      yield section;
      section = [];
    } else if (section.length > 0) {
      section.push(slot);
    }
  }
  yield section;
}

/** The column of the first content of a text, below blank lines and comments. */
const columnOf = (text: string): number =>
  /^\uFEFF?(?:[ \t]*(?:#.*)?\r?\n)* */.exec(text)?.[0].match(/(?<! ) *$/)?.[0].length ?? 0;
