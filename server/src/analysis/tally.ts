import { effectOn, type Movement } from '../facts/stock.ts';
import { equal } from './equal.ts';

/** How the number of images in a region changes over a block. */
interface Sum {
  readonly net: number;
  /** The most by which it is up just after an image is made. */
  readonly peak: number;
}

/** By region; those of images that are deleted where it is not known. */
type Sums = ReadonlyMap<string | undefined, Sum>;

const none: Sums = new Map();

/** Where the images made in a region first exceed a limit, and how many they are, less those deleted. */
export interface Crossing {
  readonly movement: Movement;
  readonly region: string;
  readonly made: number;
}

interface Found<B> {
  readonly limits: ReadonlyMap<string, number>;
  readonly crossings: readonly Crossing[];
  /** The blocks that they are in. */
  readonly blocks: ReadonlySet<B>;
}

/** Adds up what operations make and delete, by block: after an edit its block is added up anew, and no other. */
export class Tally<B extends object> {
  readonly #sums = new WeakMap<B, Sums>();
  /** What was found last; it holds as long as the sums and the limits do. */
  #last: Found<B> | undefined;

  constructor(private readonly movementsIn: (block: B) => Iterable<Movement>) {}

  /** The movements of a block may be others now, or it is gone. */
  note(block: B): void {
    const before = this.#sums.get(block) ?? none;
    this.#sums.delete(block);
    const isSame = !this.#last?.blocks.has(block) && equal(before, this.#sumsOf(block));
    if (!isSame) this.#last = undefined;
  }

  /** For each region the first movement with which there are more than the limit. */
  crossings(blocks: readonly B[], limitOf: (region: string) => number): readonly Crossing[] {
    const last = this.#last;
    if (last === undefined || ![...last.limits].every(([region, limit]) => limitOf(region) === limit)) {
      this.#last = this.#find(blocks, limitOf);
    }
    return this.#last?.crossings ?? [];
  }

  #find(blocks: readonly B[], limitOf: (region: string) => number): Found<B> {
    const limits = new Map<string, number>();
    const crossed = new Set<B>();
    const made = new Map<string, number>();
    const over = new Map<string, Crossing>();
    // Images deleted in a region that is not known may be of any.
    let strayed = 0;
    for (const block of blocks) {
      const sums = this.#sumsOf(block);
      for (const [region, { net, peak }] of sums) {
        if (region === undefined) continue;
        const before = made.get(region) ?? 0;
        made.set(region, before + net);
        const limit = limits.get(region) ?? limitOf(region);
        limits.set(region, limit);
        if (over.has(region) || before + strayed + peak <= limit) continue;
        const crossing = this.#crossing(block, region, before + strayed, limit);
        if (crossing === undefined) continue;
        over.set(region, crossing);
        crossed.add(block);
      }
      strayed += sums.get(undefined)?.net ?? 0;
    }
    return { limits, blocks: crossed, crossings: [...over.values()] };
  }

  /** How many images blocks make in a region, less those that they delete. */
  madeIn(blocks: Iterable<B>, region: string): number {
    let made = 0;
    for (const block of blocks) {
      const sums = this.#sumsOf(block);
      made += (sums.get(region)?.net ?? 0) + (sums.get(undefined)?.net ?? 0);
    }
    return made;
  }

  #crossing(block: B, region: string, before: number, limit: number): Crossing | undefined {
    let made = before;
    for (const movement of this.movementsIn(block)) {
      made += effectOn(region, movement);
      if (movement.by > 0 && movement.region === region && made > limit) return { movement, region, made };
    }
    return undefined;
  }

  #sumsOf(block: B): Sums {
    let sums = this.#sums.get(block);
    if (sums === undefined) {
      sums = sumUp(this.movementsIn(block));
      this.#sums.set(block, sums);
    }
    return sums;
  }
}

function sumUp(movements: Iterable<Movement>): Sums {
  const sums = new Map<string | undefined, Sum>();
  for (const { region, by } of movements) {
    if (region === undefined && by > 0) continue;
    const { net, peak } = sums.get(region) ?? { net: 0, peak: Number.NEGATIVE_INFINITY };
    sums.set(region, { net: net + by, peak: by > 0 ? Math.max(peak, net + by) : peak });
  }
  return sums;
}
