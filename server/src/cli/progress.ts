import type { Language } from '../localized.ts';

/** Nobody waits for what takes less, in milliseconds; nor reads what changes faster. */
const patience = 500;
const pace = 100;

const clearLine = '\r\x1b[2K';

/** Counts on a terminal what is done, and takes that away in the end. In a pipe it says nothing. */
export class Progress {
  #done = 0;
  #next: number;
  #isShown = false;

  constructor(
    private readonly total: number,
    private readonly language: Language,
    private readonly stream: Pick<NodeJS.WriteStream, 'isTTY' | 'write'> = process.stderr,
    private readonly now: () => number = () => performance.now(),
  ) {
    this.#next = now() + patience;
  }

  readonly add = (count = 1): void => {
    this.#done += count;
    if (this.stream.isTTY !== true || this.now() < this.#next) return;
    this.#next = this.now() + pace;
    this.#isShown = true;
    this.stream.write(`${clearLine}${words[this.language](this.#done, this.total)}`);
  };

  end(): void {
    if (this.#isShown) this.stream.write(clearLine);
  }
}

const words = {
  en: (done: number, total: number) => `${done} of ${total} manifests …`,
  zh: (done: number, total: number) => `已处理 ${done} / ${total} 份清单…`,
};
