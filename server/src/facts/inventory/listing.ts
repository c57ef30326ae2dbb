import { itemsOf } from '../../model/parts.ts';
import type { Place } from '../../model/place.ts';
import type { Problem } from '../../model/problem.ts';
import { type Given, readText, type Struct } from '../../model/struct.ts';
import { shapes } from '../../model/vocabulary/index.ts';
import { type Known, known } from '../known.ts';
import { type ImageFacts, type ImageState, unsaid } from '../state.ts';
import { attributesOf, tagNames } from './attributes.ts';
import { Inventory, type InventoryFiles, isPrivate, type ListedImage } from './inventory.ts';

/** An inventory that a manifest names. */
export interface Listing {
  readonly inventory: Inventory;
  /** Its path in the manifest: what its images say is known from there. */
  readonly place: Place;
  readonly region: Known<string> | undefined;
}

/** All inventories of a manifest. Not `whole`: one of them is not known, and there may be more images. */
export interface Listings {
  readonly all: readonly Listing[];
  readonly whole: boolean;
}

export function readListings(
  settings: Struct,
  files: InventoryFiles,
  region: Known<string> | undefined,
  problems: Problem[],
): Listings | undefined {
  if (!settings.has('inventory')) return undefined;
  const paths = inventoryPaths(settings);
  const all: Listing[] = [];
  for (const { path, place, region: own } of paths) {
    const found = path === undefined ? undefined : files(path);
    if (found instanceof Inventory) {
      all.push({ inventory: found, place, region: own === 'absent' ? region : known(own) });
    } else if (found !== undefined) problems.push({ rule: 'inventory-file', place, fault: found });
  }
  return { all, whole: all.length === paths.length };
}

export interface WrittenPath {
  /** Nothing where it cannot be read. */
  readonly path: string | undefined;
  readonly place: Place;
  readonly region: Given<string>;
}

/** The paths of the key `inventory`, in all its forms. */
export function inventoryPaths(settings: Struct): readonly WrittenPath[] {
  const field = settings.field('inventory');
  if (field === undefined) return [];
  const { follow, struct } = settings.look;
  const parts = field.node.kind === 'seq' ? itemsOf(field.node, field.source, follow) : [field];
  return parts.map(({ node, place, source }) => {
    if (node.kind !== 'map') return { path: readText(node), place, region: 'absent' };
    const said = struct(node, source, shapes.inventory.keys);
    const path = known(said.text('path'));
    return { path: path?.value, place: path?.from ?? place, region: said.region('region') };
  });
}

/** The images of a name, each once though several files have it. */
export function listedNamed(listings: Listings, name: string): readonly ImageState[] {
  const states = new Map<string, ImageState>();
  for (const listing of listings.all) {
    for (const image of listing.inventory.named(name)) {
      if (!states.has(image.id)) states.set(image.id, stateOf(image, listing, listings));
    }
  }
  return [...states.values()];
}

export function listedWithId(listings: Listings, id: string): ImageState | undefined {
  for (const listing of listings.all) {
    const image = listing.inventory.withId(id);
    if (image !== undefined) return stateOf(image, listing, listings);
  }
  return undefined;
}

/** The name of the image that a backup has been made into, known from the inventory that has it. */
export function listedFromBackup({ all }: Listings, id: string): Known<string> | undefined {
  for (const { inventory, place } of all) {
    const image = inventory.byBackup.get(id);
    if (image !== undefined) return { value: nameOf(image), from: place };
  }
  return undefined;
}

/** Whether any image has been made from a backup. */
export const listsBackups = ({ all }: Listings): boolean => all.some(({ inventory }) => inventory.byBackup.size > 0);

const nameOf = ({ id, name }: ListedImage): string => (typeof name === 'string' ? name : id);

function stateOf(image: ListedImage, { place, region }: Listing, { all }: Listings): ImageState {
  // A parent may be in another file: public images are often saved by themselves.
  const find = (id: string): ListedImage | undefined => {
    for (const { inventory } of all) {
      const found = inventory.withId(id);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  const known = Object.entries(attributesOf(image, find))
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => [name, { value, from: place }]);
  const facts: ImageFacts = {
    ...Object.fromEntries(known),
    ...(region && { region }),
    // Nobody shares what is the account's own.
    ...(isPrivate(image) && { shared_by: { value: undefined, from: place } }),
  };
  const tags = tagNames(image);
  return {
    kind: 'image',
    name: nameOf(image),
    place,
    source: place,
    facts,
    tags: { names: new Map(tags?.map(tag => [tag, place])), others: 0, whole: tags !== undefined },
    tenants: unsaid,
    listed: true,
  };
}
