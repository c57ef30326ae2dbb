import { type Place, spanOf } from '../model/place.ts';
import type { Block } from '../syntax/block.ts';
import { positionInText } from '../syntax/document.ts';
import type { Slot } from '../syntax/slot.ts';
import type { Position, Range } from './protocol.ts';

/** The line of the text in which a block starts. */
export type LineOf = (block: Block) => number;

/** Where a place is within its block, which says nothing of where in the text that is. */
export class Location {
  readonly #start: Position;
  readonly #end: Position;
  readonly block: Block;

  constructor(place: Place) {
    const { slot } = place;
    const { start, end } = spanOf(place);
    this.block = slot.block;
    this.#start = positionIn(slot, start);
    this.#end = positionIn(slot, end);
  }

  at(lineOf: LineOf): Range {
    const line = lineOf(this.block);
    const below = (position: Position): Position => ({
      line: line + position.line,
      character: position.character,
    });
    return { start: below(this.#start), end: below(this.#end) };
  }
}

function positionIn(slot: Slot, offset: number): Position {
  const { line, character } = positionInText(slot.segment.text, offset);
  return { line: line + linesBefore(slot), character };
}

function linesBefore(slot: Slot): number {
  let lines = 0;
  for (const other of slot.block.slots) {
    if (other === slot) break;
    lines += other.segment.lines;
  }
  return lines;
}
