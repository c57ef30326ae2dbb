const LIMIT = 5;
const WINDOW_MS = 3 * 60_000;

/** Tells a server that fell over now and then from one that cannot stay up. */
export class CrashLimit {
  #times: number[] = [];

  /** Notes a crash, and answers whether there have been too many of them lately to try again. */
  exceeded(now = Date.now()): boolean {
    this.#times = [...this.#times.filter(time => now - time < WINDOW_MS), now];
    return this.#times.length > LIMIT;
  }
}
