import { imagesBefore, quotaOf } from '../facts/account.ts';
import { regionOfResult } from '../facts/judgements.ts';
import type { Scene } from '../facts/scene.ts';
import type { World } from '../facts/state.ts';
import { effectOn, type Movement, type Stock } from '../facts/stock.ts';
import { Fact } from '../facts/truth.ts';
import { samePlace } from '../model/place.ts';
import type { Block } from '../syntax/block.ts';
import type { Slot } from '../syntax/slot.ts';
import type { Finding } from './finding.ts';
import { judgeQuota } from './judge.ts';
import { Tally } from './tally.ts';

/** How many private images each region has while the operations run, and where that is more than it may have. */
export class Quota {
  private readonly tally = new Tally<Block>(block => this.movementsIn(block));

  constructor(
    private readonly declared: Pick<World, 'read'>,
    private readonly movementsOf: (slot: Slot) => readonly Movement[],
  ) {}

  /** The operations of a block may be others now, or it is gone. */
  note(block: Block): void {
    this.tally.note(block);
  }

  findings(blocks: readonly Block[]): readonly Finding[] {
    const limitOf = (region: string): number => {
      const { before, quota } = this.stock(region, 0);
      return (quota.value ?? Number.POSITIVE_INFINITY) - (before.value ?? 0);
    };
    return this.tally
      .crossings(blocks, limitOf)
      .flatMap(({ movement, region, made }) => judgeQuota(movement.place, this.stock(region, made)));
  }

  /** The private images where an operation makes one, just after it. */
  after(scene: Scene, blocks: readonly Block[]): Stock {
    const { place } = scene;
    const region = regionOfResult(scene);
    if (region.value === undefined) return { ...this.stock('', 0), region };
    const { block } = place.slot;
    let made = this.tally.madeIn(blocks.slice(0, blocks.indexOf(block)), region.value);
    for (const movement of this.movementsIn(block)) {
      made += effectOn(region.value, movement);
      if (samePlace(movement.place, place)) break;
    }
    return { ...this.stock(region.value, made), region };
  }

  private stock(region: string, made: number): Stock {
    return {
      region: new Fact('region', region, { value: region, from: undefined }),
      made,
      before: new Fact('private_images', region, imagesBefore(region, this.declared)),
      quota: new Fact('private_image_quota', region, quotaOf(region, this.declared)),
    };
  }

  private movementsIn({ slots }: Block): readonly Movement[] {
    return slots.flatMap(this.movementsOf);
  }
}
