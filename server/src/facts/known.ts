import type { Place } from '../model/place.ts';
import type { Given } from '../model/struct.ts';

/** A value with the place that it is known from. */
export interface Known<T> {
  readonly value: T;
  readonly from: Place | undefined;
}

export const known = <T>(given: Given<T>): Known<T> | undefined =>
  typeof given === 'object' ? { value: given.value, from: given.place } : undefined;
