import type { Writable } from 'node:stream';
import { AbstractMessageWriter, type Message, type MessageWriter } from 'vscode-languageserver/node';

/**
 * Writes each message at once and in one piece. The library's writer lets other work go first, and writes head and body
 * one after the other: a client that reads them one by one wakes up twice.
 */
export class WholeMessageWriter extends AbstractMessageWriter implements MessageWriter {
  readonly #to: Writable;

  constructor(to: Writable) {
    super();
    this.#to = to;
    to.on('error', error => this.fireError(error));
    to.on('close', () => this.fireClose());
  }

  async write(message: Message): Promise<void> {
    const body = JSON.stringify(message);
    const whole = `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
    await new Promise<void>((resolve, reject) => {
      this.#to.write(whole, error => (error ? reject(error) : resolve()));
    });
  }

  end(): void {
    this.#to.end();
  }
}
