import type { Block } from './block.ts';
import { parseSegment } from './parse.ts';
import type { Segment } from './split.ts';
import type { Tree } from './tree.ts';

/**
 * The lasting home of a segment. An edit inside a segment replaces the segment and keeps the slot, so that what is
 * known elsewhere about "the `cmk_id` of that operation" stays valid while the text around it changes.
 */
export class Slot {
  block!: Block;
  /** What the analysis knows of it: nobody else looks. */
  known: unknown = undefined;
  #tree: Tree | undefined = undefined;

  constructor(public segment: Segment) {}

  /** What the segment says, read when it is first asked for. */
  get tree(): Tree {
    this.#tree ??= parseSegment(this.segment.text);
    return this.#tree;
  }

  /** Takes over a segment whose text is another. */
  put(segment: Segment): void {
    this.segment = segment;
    this.#tree = undefined;
  }
}
