import { effectOn, type Movement } from '../facts/stock.ts';

/** How the number of images in a region changes over a block. */
interface Sum {
  readonly net: number;
  /** The most by which it is up just after an image is made. */
  readonly peak: number;
}

/** Where the images made in a region first exceed a limit, and how many they are, less those deleted. */
export interface Crossing {
  readonly movement: Movement;
  readonly region: string;
  readonly made: number;
}

/** Adds up what operations make and delete, by block: after an edit its block is added up anew, and no other. */
export class Tally<B extends object> {
  readonly #sums = new Map<B, ReadonlyMap<string | undefined, Sum>>();

  constructor(private readonly movementsIn: (block: B) => Iterable<Movement>) {}

  forget(block: B): void {
    this.#sums.delete(block);
  }

  /** For each region the first movement with which there are more than the limit. */
  crossings(blocks: readonly B[], limitOf: (region: string) => number): readonly Crossing[] {
    const limits = new Map<string, number>();
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
        if (crossing !== undefined) over.set(region, crossing);
      }
      strayed += sums.get(undefined)?.net ?? 0;
    }
    return [...over.values()];
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

  #sumsOf(block: B): ReadonlyMap<string | undefined, Sum> {
    let sums = this.#sums.get(block);
    if (sums === undefined) {
      sums = sumUp(this.movementsIn(block));
      this.#sums.set(block, sums);
    }
    return sums;
  }
}

function sumUp(movements: Iterable<Movement>): ReadonlyMap<string | undefined, Sum> {
  const sums = new Map<string | undefined, Sum>();
  for (const { region, by } of movements) {
    if (region === undefined && by > 0) continue;
    const { net, peak } = sums.get(region) ?? { net: 0, peak: Number.NEGATIVE_INFINITY };
    sums.set(region, { net: net + by, peak: by > 0 ? Math.max(peak, net + by) : peak });
  }
  return sums;
}
