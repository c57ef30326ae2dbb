/** How many two lists share at their beginnings, and of the rest at their ends. */
export interface SameEnds {
  readonly lead: number;
  readonly trail: number;
}

/** What two lists share at both ends, so that it is looked at no further. */
export function sameEnds<A, B>(
  a: readonly A[],
  b: readonly B[],
  same: (one: A, other: B) => boolean = Object.is,
): SameEnds {
  const most = Math.min(a.length, b.length);
  let lead = 0;
  while (lead < most && same(a[lead] as A, b[lead] as B)) lead++;
  let trail = 0;
  while (trail < most - lead && same(a[a.length - 1 - trail] as A, b[b.length - 1 - trail] as B)) trail++;
  return { lead, trail };
}
