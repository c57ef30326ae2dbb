import type { Block } from '../syntax/block.ts';
import { countWhile } from '../syntax/search.ts';
import { type Finding, sameFindings } from './finding.ts';

const nothing: readonly Finding[] = [];

/** What has been found in the blocks of a manifest. */
export class Found {
  /** Those in which anything has, in the order of the text, and beside them what. */
  readonly #blocks: Block[];
  readonly #lists: (readonly Finding[])[];
  #all: readonly (readonly Finding[])[] | undefined;

  constructor(before?: Found) {
    this.#blocks = before === undefined ? [] : [...before.#blocks];
    this.#lists = before === undefined ? [] : [...before.#lists];
  }

  /** The findings of each block, in the order of the text; the same list as long as none changes. */
  get all(): readonly (readonly Finding[])[] {
    this.#all ??= [...this.#lists];
    return this.#all;
  }

  /** Takes over what has been found in a block. Where it is what was found before, the list of before stays. */
  put(block: Block, findings: readonly Finding[]): void {
    const at = this.#blocks.indexOf(block);
    if (sameFindings(findings, this.#lists[at] ?? nothing)) return;
    this.#all = undefined;
    if (findings.length === 0) {
      this.#blocks.splice(at, 1);
      this.#lists.splice(at, 1);
    } else if (at >= 0) {
      this.#lists[at] = findings;
    } else {
      const place = countWhile(this.#blocks, ({ index }) => index < block.index);
      this.#blocks.splice(place, 0, block);
      this.#lists.splice(place, 0, findings);
    }
  }
}
