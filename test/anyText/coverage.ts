import { Session } from 'node:inspector/promises';

/** Tells whether code of the product has run in a way in which it had not run before. */
export class Coverage {
  readonly #session = new Session();
  readonly #seen = new Set<string>();

  async start(): Promise<void> {
    this.#session.connect();
    await this.#session.post('Profiler.enable');
    await this.#session.post('Profiler.startPreciseCoverage', { callCount: false, detailed: true });
  }

  stop(): void {
    this.#session.disconnect();
  }

  /** How many ways through functions have been seen. */
  get size(): number {
    return this.#seen.size;
  }

  /** Takes in what has run since the last time, and tells whether any of it is new: a function, or a way through one. */
  async grows(): Promise<boolean> {
    const { result } = await this.#session.post('Profiler.takePreciseCoverage');
    const before = this.#seen.size;
    for (const { url, functions } of result) {
      if (!/\/server\/src\/|\/yaml\/dist\//.test(url)) continue;
      for (const { ranges } of functions) {
        if (ranges[0]?.count === 0) continue;
        const way = ranges.map(({ startOffset, endOffset, count }) => `${startOffset}-${endOffset}:${count}`);
        this.#seen.add(`${url} ${way}`);
      }
    }
    return this.#seen.size > before;
  }
}
