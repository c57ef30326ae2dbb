/**
 * An answer about a whole manifest, worked out in small steps: between two of them, whoever runs it can do something
 * else, or give it up.
 */
export type Steps<T> = Generator<void, T, void>;

/** Runs all steps without a break. */
export function atOnce<T>(steps: Steps<T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** What becomes of each of many things, one a step. */
export function* eachOf<T, R>(all: Iterable<T>, become: (one: T) => R): Steps<R[]> {
  const found: R[] = [];
  for (const one of all) {
    found.push(become(one));
    yield;
  }
  return found;
}
