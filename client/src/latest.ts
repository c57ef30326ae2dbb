/** Does the last of what is asked for in a burst, once that has been quiet for a while, and tells it when it is outdone. */
export class Latest {
  readonly #quietMs: number;
  readonly #task: (signal: AbortSignal) => Promise<void>;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running = new AbortController();

  constructor(quietMs: number, task: (signal: AbortSignal) => Promise<void>) {
    this.#quietMs = quietMs;
    this.#task = task;
  }

  ask(): void {
    this.dispose();
    this.#running = new AbortController();
    const { signal } = this.#running;
    this.#timer = setTimeout(() => void this.#task(signal), this.#quietMs);
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#running.abort();
  }
}
