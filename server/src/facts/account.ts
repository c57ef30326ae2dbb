import type { Struct } from '../model/struct.ts';
import { shapes } from '../model/vocabulary/index.ts';
import { regionOfName } from '../model/words.ts';
import type { Listings } from './inventory/listing.ts';
import { type Known, known } from './known.ts';
import { type World, worldKey } from './state.ts';

/** What the manifest says about the account in a region. */
export interface Account {
  readonly images: Known<number> | undefined;
  readonly quota: Known<number> | undefined;
}

/** How many private images an account may have in a region, unless it is said otherwise. */
const usualQuota = 50;

export function declareAccounts(settings: Struct, world: World): void {
  for (const [name, { node, source }] of settings.entries('account').parts) {
    const region = worldKey.account(regionOfName(name) ?? name);
    if (node.kind !== 'map' || world.read(region) !== undefined) continue;
    const said = settings.look.struct(node, source, shapes.account.keys);
    const account: Account = {
      images: known(said.integer('private_images')),
      quota: known(said.integer('private_image_quota')),
    };
    world.write(region, account);
  }
}

/** How many private images the inventories of a region list, region by region; unknown while one of them is. */
export function countListed({ all, whole }: Listings, world: World): void {
  if (!whole) return;
  const ids = new Map<string, Set<string>>();
  for (const { inventory, region, place } of all) {
    if (region === undefined) continue;
    const there = ids.get(region.value) ?? new Set();
    for (const id of inventory.privateIds()) there.add(id);
    ids.set(region.value, there);
    world.write(worldKey.listed(region.value), { value: there.size, from: place });
  }
}

/** How many private images a region has before any operation: as it is said, or else as its inventories list them. */
export function imagesBefore(region: string, world: Pick<World, 'read'>): Known<number> | undefined {
  const account = world.read(worldKey.account(region)) as Account | undefined;
  return account?.images ?? (world.read(worldKey.listed(region)) as Known<number> | undefined);
}

export function quotaOf(region: string, world: Pick<World, 'read'>): Known<number> {
  const account = world.read(worldKey.account(region)) as Account | undefined;
  return account?.quota ?? { value: usualQuota, from: undefined };
}
