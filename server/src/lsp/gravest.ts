import type { Finding } from '../analysis/finding.ts';
import { severityOf } from './convert.ts';

/** The findings of a block. */
type Found = readonly Finding[];

/** What is told, in the order of the text, and what is not. */
export interface Selection {
  readonly told: readonly Found[];
  readonly rest: { readonly count: number; readonly first: Finding } | undefined;
}

/** Chooses what to tell of more findings than can be told: the gravest, and of those alike the first in the text. */
export class Gravest {
  /**
   * Of each of the last lists those up to a severity; the list itself, where that is all. In a weak map, what is dropped
   * would stay, with all that it leads to, until V8 collects the whole heap.
   */
  #upTo = new Map<Found, Found[]>();

  of(lists: readonly Found[], most: number): Selection {
    const total = lists.reduce((sum, { length }) => sum + length, 0);
    const known = this.#upTo;
    this.#upTo = new Map();
    if (total <= most) return { told: lists, rest: undefined };
    for (const list of lists) this.#upTo.set(list, known.get(list) ?? []);
    // One place is for telling how many more there are, but for the gravest of all there always is one.
    const places = Math.max(1, most - 1);
    const countUpTo = (severity: number): number =>
      lists.reduce((sum, list) => sum + this.#graveIn(list, severity).length, 0);
    let severity = 1;
    while (countUpTo(severity) <= places) severity++;
    let left = places - countUpTo(severity - 1);
    let first: Finding | undefined;
    const told = lists.map(list => {
      const all = this.#graveIn(list, severity);
      const graver = this.#graveIn(list, severity - 1);
      const fits = Math.min(left, all.length - graver.length);
      left -= fits;
      if (graver.length + fits === all.length) return all;
      const rest = all.filter(finding => severityOf[finding.severity] === severity).slice(fits);
      first ??= rest[0];
      return fits === 0 ? graver : all.filter(finding => !rest.includes(finding));
    });
    return { told, rest: { count: total - places, first: first as Finding } };
  }

  #graveIn(list: Found, severity: number): Found {
    const known = this.#upTo.get(list) as Found[];
    known[severity] ??= select(list, severity);
    return known[severity];
  }
}

function select(list: Found, severity: number): Found {
  const found = list.filter(finding => severityOf[finding.severity] <= severity);
  return found.length === list.length ? list : found;
}
