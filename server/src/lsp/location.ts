import { type Place, spanOf } from '../model/place.ts';
import type { Block } from '../syntax/block.ts';
import { positionInText } from '../syntax/document.ts';
import type { Slot } from '../syntax/slot.ts';
import type { Position, Range } from './protocol.ts';

/** Where a place is within its segment, which says nothing of where in the text that is. */
export class Location {
  readonly slot: Slot;
  readonly #start: Position;
  /** It lies in one line. */
  readonly #length: number;

  constructor(place: Place) {
    const { slot } = place;
    const { start, end } = spanOf(place);
    this.slot = slot;
    this.#start = positionInText(slot.segment.text, start);
    this.#length = end - start;
  }

  /** Where that is in the text as it is now. */
  range(): Range {
    const { character } = this.#start;
    const line = lineOf(this.slot) + this.#start.line;
    return { start: { line, character }, end: { line, character: character + this.#length } };
  }
}

/** A segment that something points into, and where that was. */
export class Ground {
  readonly block: Block;
  readonly #segment: Slot['segment'];
  #line: number | undefined;

  constructor(private readonly slot: Slot) {
    this.block = slot.block;
    this.#segment = slot.segment;
  }

  /** Whether the segment is still in its block, and that among these. */
  isIn(blocks: readonly Block[]): boolean {
    const { block, slot } = this;
    return slot.segment === this.#segment && blocks[block.index] === block && block.slots.includes(slot);
  }

  /** Whether it is still in the line that it was in when it was last settled. */
  get isSettled(): boolean {
    return this.#line === lineOf(this.slot);
  }

  settle(): void {
    this.#line = lineOf(this.slot);
  }
}

/** The line of the text in which a slot starts. */
function lineOf(slot: Slot): number {
  let { line } = slot.block;
  for (const other of slot.block.slots) {
    if (other === slot) break;
    line += other.segment.lines;
  }
  return line;
}
