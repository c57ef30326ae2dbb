import type { Analysis } from '../../analysis/analysis.ts';
import { listedNamed } from '../../facts/inventory/listing.ts';
import { type Landmark, type Stretch, stretchOf } from '../range.ts';
import { inventoryOf, landmarkOf, listingsOf } from '../things/landmark.ts';
import { type Mention, mentionAt, nameSpan } from '../things/mention.ts';
import { type Thing, thingOf } from '../things/thing.ts';
import { anchorAt } from './anchors.ts';

/** Where something comes from: a place of the manifest, and for an image of an inventory also that in the file. */
export interface Target {
  readonly landmark: Landmark;
  readonly image?: { readonly path: string; readonly id: string };
}

export interface Definition {
  readonly origin: Stretch;
  readonly targets: readonly Target[];
}

/** Where that which is named at an offset is declared or made; of an alias, its anchor. */
export function definition(analysis: Analysis, offset: number): Definition | undefined {
  const found = analysis.document.slotAt(offset);
  if (found === undefined) return undefined;
  const alias = anchorAt(analysis, found.slot, offset - found.start);
  if (alias !== undefined) return { origin: alias.origin, targets: [{ landmark: alias.anchor }] };
  const mention = mentionAt(analysis, found.slot, offset - found.start);
  if (mention === undefined) return undefined;
  const targets = thingsMeant(analysis, mention).flatMap(thing => targetOf(analysis, thing));
  if (targets.length === 0) return undefined;
  return { origin: stretchOf(analysis, found.slot, nameSpan(mention)), targets };
}

/** A name that several images of the inventories have means any of them. */
function thingsMeant(analysis: Analysis, { thing, kind, text, place }: Mention): readonly Thing[] {
  if (thing !== undefined) return [thing];
  const listings = kind === 'image' ? listingsOf(analysis, place) : undefined;
  return listings === undefined ? [] : listedNamed(listings, text).map(thingOf);
}

function targetOf(analysis: Analysis, thing: Thing): readonly Target[] {
  if (thing.place === undefined) return [];
  const landmark = landmarkOf(analysis, thing.place);
  const path = inventoryOf(analysis, thing);
  return [path === undefined || thing.id === undefined ? { landmark } : { landmark, image: { path, id: thing.id } }];
}
