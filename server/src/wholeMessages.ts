import { Writable } from 'node:stream';

/**
 * Passes messages on to a stream, each in one piece: its head and its body come one after the other, and a client that
 * reads them one by one wakes up twice.
 */
export class WholeMessages extends Writable {
  readonly #to: Writable;
  #head: Buffer | undefined;

  constructor(to: Writable) {
    super();
    this.#to = to;
    to.on('error', error => this.destroy(error));
  }

  override _write(part: Buffer, _: BufferEncoding, done: (error?: Error | null) => void): void {
    if (this.#head === undefined) {
      this.#head = part;
      done();
      return;
    }
    const message = Buffer.concat([this.#head, part]);
    this.#head = undefined;
    this.#to.write(message, done);
  }
}
