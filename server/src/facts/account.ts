import type { Place } from '../model/place.ts';
import type { Given, Struct } from '../model/struct.ts';
import { shapes } from '../model/vocabulary/index.ts';
import { regionOfName } from '../model/words.ts';
import type { Listings } from './inventory/listing.ts';
import { type Known, known } from './known.ts';
import { type World, worldKey } from './state.ts';

/** What the manifest says about the account in a region. */
export interface Account {
  readonly images: Given<number>;
  readonly quota: Given<number>;
}

/** How many private images an account may have in a region, unless it is said otherwise. */
const usualQuota = 50;

export function declareAccounts(settings: Struct, world: World): void {
  if (!settings.has('account')) return;
  const { parts, whole } = settings.entries('account');
  if (!whole) world.write(worldKey.unread('account'), true);
  for (const [name, { node, source }] of parts) {
    const region = worldKey.account(regionOfName(name) ?? name);
    if (world.read(region) !== undefined) continue;
    const said = node.kind === 'map' ? settings.look.struct(node, source, shapes.account.keys) : undefined;
    const account: Account = {
      images: said?.integer('private_images') ?? 'unreadable',
      quota: said?.integer('private_image_quota') ?? 'unreadable',
    };
    world.write(region, account);
  }
}

/** How many private images the inventories of a region list, region by region; unknown while one of them is. */
export function countListed({ all, whole }: Listings, world: World): void {
  if (!whole) return;
  const listed = new Map<string, { readonly ids: Set<string>; readonly from: Place }>();
  for (const { inventory, region, place } of all) {
    // Its images may be in any.
    if (region === undefined) return;
    const ids = listed.get(region.value)?.ids ?? new Set();
    for (const id of inventory.privateIds()) ids.add(id);
    listed.set(region.value, { ids, from: place });
  }
  for (const [region, { ids, from }] of listed) world.write(worldKey.listed(region), { value: ids.size, from });
}

/** How many private images a region has before any operation: as it is said, or else as its inventories list them. */
export function imagesBefore(region: string, world: Pick<World, 'read'>): Known<number> | undefined {
  const { images } = accountIn(region, world);
  return images === 'absent' ? (world.read(worldKey.listed(region)) as Known<number> | undefined) : known(images);
}

export function quotaOf(region: string, world: Pick<World, 'read'>): Known<number> | undefined {
  const { quota } = accountIn(region, world);
  return quota === 'absent' ? { value: usualQuota, from: undefined } : known(quota);
}

function accountIn(region: string, world: Pick<World, 'read'>): Account {
  const said = world.read(worldKey.account(region)) as Account | undefined;
  if (said !== undefined) return said;
  const unsaid = world.read(worldKey.unread('account')) === undefined ? 'absent' : 'unreadable';
  return { images: unsaid, quota: unsaid };
}
