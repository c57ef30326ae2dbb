import type { Scope } from '../rule.ts';

/** In a name with fewer characters, one of them is what tells it from the next. */
const fewest = 4;

const withoutDigits = (name: string): string => name.replace(/\d/g, '');

/**
 * Whether a name that is one edit away from a known one surely is that one, misspelt. It may well be another where both
 * differ in a digit alone, as `web1` and `web2` do, or where the known one is short, as `a` is.
 */
export const isMisspelling = (name: string, known: string): boolean =>
  known.length >= fewest && withoutDigits(name) !== withoutDigits(known);

/** Whether a reference surely means the known one. What the manifest makes elsewhere is only used too early. */
export const isMisspeltReference = (name: string, known: string, scope: Scope): boolean =>
  isMisspelling(name, known) && !scope.isTaken(name);
