const SECOND_MS = 1000;

/** Who falls as often as that cannot stay up, however fast it falls; who falls less often is worth another start. */
const limits = [
  { crashes: 5, withinMs: 20 * SECOND_MS },
  { crashes: 30, withinMs: 600 * SECOND_MS },
];

/** Tells a server that fell over now and then from one that cannot stay up. */
export class CrashLimit {
  #times: number[] = [];

  /** Notes a crash, and answers whether there have been too many of them lately to try again. */
  exceeded(now = Date.now()): boolean {
    this.#times.push(now);
    return limits.some(({ crashes, withinMs }) => this.#times.filter(time => now - time < withinMs).length > crashes);
  }
}
