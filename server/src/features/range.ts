import type { Analysis } from '../analysis/analysis.ts';
import type { Slot } from '../syntax/slot.ts';
import type { Span } from '../syntax/tree.ts';

/** A stretch of the whole text, as offsets. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** A stretch that stands for something, and within it what it is known by. */
export interface Landmark {
  readonly range: Stretch;
  readonly selection: Stretch;
}

/** Where a span of a slot is in the whole text. */
export function stretchOf(analysis: Analysis, slot: Slot, { start, end }: Span): Stretch {
  const { offset } = analysis.document.startOf(slot);
  return { start: offset + start, end: offset + end };
}

export const contains = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end;
