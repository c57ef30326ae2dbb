import type { Place } from '../model/place.ts';

/** A value with the place that it is known from. */
export interface Known<T> {
  readonly value: T;
  readonly from: Place | undefined;
}
