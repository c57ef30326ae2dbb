import type { Position, Range } from 'vscode-languageserver';

/** Where the lines of a text are, found without the product. */
export class Lines {
  readonly #starts: readonly number[];
  readonly #ends: readonly number[];

  constructor(readonly text: string) {
    const breaks = [...text.matchAll(/\r\n|\r|\n/g)];
    this.#starts = [0, ...breaks.map(({ 0: found, index }) => index + found.length)];
    this.#ends = [...breaks.map(({ index }) => index), text.length];
  }

  get count(): number {
    return this.#starts.length;
  }

  has({ line, character }: Position): boolean {
    const [start, end] = [this.#starts[line], this.#ends[line]];
    return start !== undefined && end !== undefined && character >= 0 && start + character <= end;
  }

  /** One past the end of a line is its end. */
  offsetAt({ line, character }: Position): number {
    const end = this.#ends[line] ?? this.text.length;
    return Math.min((this.#starts[line] ?? end) + character, end);
  }

  positionAt(offset: number): Position {
    let line = 0;
    for (let above = this.#starts.length; above - line > 1; ) {
      const middle = (line + above) >> 1;
      if ((this.#starts[middle] as number) <= offset) line = middle;
      else above = middle;
    }
    return { line, character: Math.min(offset, this.#ends[line] as number) - (this.#starts[line] as number) };
  }

  rangeOf(start: number, end: number): Range {
    return { start: this.positionAt(start), end: this.positionAt(end) };
  }
}
