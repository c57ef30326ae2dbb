import type { Block } from './block.ts';

/** What edits have touched. */
export interface Touched {
  /** The blocks whose text is another. */
  readonly blocks: readonly Block[];
  /** The index of the first block that has come, gone, or come to start in another line; infinite where none has. */
  readonly from: number;
}

/** Those who look after each edit look back on one or two. */
const most = 64;

/** What the latest edits of a document have touched, for those who keep what they know of it. */
export class Editions {
  /** Counts the edits. */
  now = 0;
  /** By the latest of them. */
  readonly #touched: Touched[] = [];

  add(touched: Touched): void {
    this.now++;
    this.#touched.push(touched);
    if (this.#touched.length > most) this.#touched.shift();
  }

  /** What has been touched since an edition; of one long ago that is not known. */
  since(edition: number): Touched | undefined {
    const first = this.#touched.length - (this.now - edition);
    if (first < 0) return undefined;
    const touched = this.#touched.slice(first);
    return { blocks: touched.flatMap(({ blocks }) => blocks), from: Math.min(...touched.map(({ from }) => from)) };
  }
}
