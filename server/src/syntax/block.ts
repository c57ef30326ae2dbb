import type { Slot } from './slot.ts';
import type { Segment } from './split.ts';

/** What is laid anew when one of its segments comes or goes. */
export const largestBlock = 32;

/** A run of slots of one section: what makes finding a line, and skipping what an edit cannot reach, cheap. */
export class Block {
  /** Where it is in the document: its place among the blocks, and its first character and line. */
  index = 0;
  offset = 0;
  line = 0;
  length = 0;
  lines = 0;
  /** The top-level key that all of its segments belong to. */
  readonly section: string | undefined;
  slots: readonly Slot[] = [];

  constructor(slots: readonly Slot[]) {
    this.section = slots[0]?.segment.section;
    this.take(slots);
  }

  get end(): number {
    return this.offset + this.length;
  }

  get endLine(): number {
    return this.line + this.lines;
  }

  /** Whether slots are of its section. */
  takes(slots: readonly Slot[]): boolean {
    return slots.every(({ segment }) => segment.section === this.section);
  }

  take(slots: readonly Slot[]): void {
    this.slots = slots;
    this.length = 0;
    this.lines = 0;
    for (const slot of slots) {
      slot.block = this;
      this.length += slot.segment.text.length;
      this.lines += slot.segment.lines;
    }
  }
}

/** Whether a segment is the first of a manifest that follows another in the same text. */
export const opensDocument = ({ role, text }: Segment): boolean =>
  role === 'marker' || (role === 'whole' && text.startsWith('---'));

/** Groups slots into runs for a block each: of one section, and so of one document. */
export function chunk(slots: readonly Slot[]): (readonly Slot[])[] {
  const runs: (readonly Slot[])[] = [];
  for (let start = 0, end: number; start < slots.length; start = end) {
    const section = slots[start]?.segment.section;
    end = start + 1;
    for (let next = slots[end]?.segment; next !== undefined; next = slots[++end]?.segment) {
      if (next.section !== section || opensDocument(next)) break;
    }
    const pieces = Math.ceil((end - start) / largestBlock);
    for (let i = 0; i < pieces; i++) {
      const cut = (n: number): number => start + Math.round(((end - start) * n) / pieces);
      runs.push(slots.slice(cut(i), cut(i + 1)));
    }
  }
  return runs;
}
