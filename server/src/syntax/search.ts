/** How many pass a test that those after the first to fail it fail, too. */
export function countWhile<T>(all: readonly T[], passes: (one: T) => boolean): number {
  let low = 0;
  let high = all.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (passes(all[middle] as T)) low = middle + 1;
    else high = middle;
  }
  return low;
}
