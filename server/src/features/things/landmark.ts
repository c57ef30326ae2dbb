import type { Analysis } from '../../analysis/analysis.ts';
import type { Listings } from '../../facts/inventory/listing.ts';
import { worldKey } from '../../facts/state.ts';
import { nodeAt, type Place, samePlace } from '../../model/place.ts';
import { readText } from '../../model/struct.ts';
import { contains, type Landmark, stretchOf } from '../range.ts';
import { nameSpan } from './mention.ts';
import type { Thing } from './thing.ts';

/** Where a thing is declared or made: the pair or the operation, and in it the name; of an inventory, its path. */
export function landmarkOf(analysis: Analysis, place: Place): Landmark {
  const { slot } = place;
  const found = nodeAt(place);
  const text = found === undefined ? undefined : place.part === 'key' ? found.key : found.node;
  const selection = nameSpan({ place, name: text && readText(text) });
  const key = found?.key ?? selection;
  const parent = nodeAt({ ...place, path: place.path.slice(0, -1) })?.node;
  const whole = place.part === 'key' ? { start: key.start, end: Math.max(key.end, found?.node.end ?? 0) } : parent;
  const range = whole !== undefined && contains(whole, selection) ? whole : selection;
  return { range: stretchOf(analysis, slot, range), selection: stretchOf(analysis, slot, selection) };
}

/** The path of the inventory that a thing comes from, as it is written. */
export function inventoryOf(analysis: Analysis, { kind, place }: Thing): string | undefined {
  if (kind !== 'image' || place === undefined) return undefined;
  const listings = listingsOf(analysis, place);
  const node = listings?.all.some(listing => samePlace(listing.place, place)) ? nodeAt(place)?.node : undefined;
  return node && readText(node);
}

export const listingsOf = (analysis: Analysis, { slot }: Place): Listings | undefined =>
  analysis.worldDeclared(slot)?.read(worldKey.inventory) as Listings | undefined;
