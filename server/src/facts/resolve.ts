import type { Problem } from '../model/problem.ts';
import type { Struct } from '../model/struct.ts';
import type { ThingKind } from '../model/vocabulary/index.ts';
import { imageOutside, imagesNamed } from './images.ts';
import { type Listings, listedWithId } from './inventory/listing.ts';
import {
  type BackupState,
  type BucketState,
  type ImageState,
  type ServerState,
  type World,
  worldKey,
} from './state.ts';

export type Thing = ImageState | ServerState | BackupState;

export type Found<T> =
  | { readonly outcome: 'found'; readonly state: T }
  /** It was there, and has been deleted. */
  | { readonly outcome: 'deleted'; readonly state: ImageState }
  /** Several images of an inventory have the name. */
  | { readonly outcome: 'ambiguous'; readonly ids: readonly string[] }
  /** Something outside the manifest: legal, and nothing is known about it. */
  | { readonly outcome: 'outside' }
  | { readonly outcome: 'unknown' };

/** An id that nothing declares is something whose facts are unknown. */
const looksLikeId = (text: string): boolean =>
  /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$|^[0-9a-f]{32}$/i.test(text);

/** The image that a reference means: in the operation's region if one is or was there, else the newest of that name. */
export function resolveImage(text: string, region: string | undefined, world: World): Found<ImageState> {
  const direct = pick(imagesNamed(world, text), region, false);
  if (direct !== undefined) return direct;
  const cut = text.lastIndexOf('@');
  if (cut > 0) {
    const there = pick(imagesNamed(world, text.slice(0, cut)), text.slice(cut + 1), true);
    if (there !== undefined) return there;
  }
  const listings = world.read(worldKey.inventory) as Listings | undefined;
  const byId = pick(imagesWithId(text, listings, world), region, false);
  if (byId !== undefined) return byId;
  if (looksLikeId(text)) return { outcome: 'found', state: imageOutside(text) };
  return { outcome: listings?.whole === false ? 'outside' : 'unknown' };
}

function imagesWithId(id: string, listings: Listings | undefined, world: World): readonly ImageState[] {
  const named = world.read(worldKey.id('image', id)) as string | undefined;
  const listed = named === undefined && listings !== undefined ? listedWithId(listings, id) : undefined;
  const name = named ?? listed?.name;
  const images = name === undefined ? [] : imagesNamed(world, name);
  const exact = images.filter(({ facts }) => facts.id?.value === id);
  if (exact.length > 0) return exact;
  return listed === undefined ? images : [listed];
}

function pick(images: readonly ImageState[], region: string | undefined, only: boolean): Found<ImageState> | undefined {
  const inRegion = images.filter(image => image.facts.region?.value === region);
  const candidates = inRegion.length > 0 || only ? inRegion : images;
  const alive = lastAlive(candidates);
  if (alive !== undefined) return sole(alive, images);
  const gone = candidates.at(-1);
  return gone && { outcome: 'deleted', state: gone };
}

/** What the manifest itself names is meant before what only an inventory has. */
function lastAlive(images: readonly ImageState[]): ImageState | undefined {
  const alive = images.filter(image => image.deleted === undefined);
  return alive.findLast(image => image.listed !== true) ?? alive.at(-1);
}

/** A name that several images of an inventory have in the same region means none of them. */
function sole(state: ImageState, images: readonly ImageState[]): Found<ImageState> {
  const twins = images.filter(
    ({ deleted, facts }) => deleted === undefined && facts.region?.value === state.facts.region?.value,
  );
  if (state.listed !== true || twins.length < 2) return { outcome: 'found', state };
  return { outcome: 'ambiguous', ids: twins.map(({ facts }) => facts.id?.value ?? '') };
}

/** What only its id tells has no name, until it is given one. */
const isNamed = ({ place, listed }: ImageState): boolean => place !== undefined || listed !== true;

/** What a name stands for: images one a region, of the other kinds one thing at most. */
export function thingsNamed(kind: ThingKind, name: string, world: World): readonly (Thing | BucketState)[] {
  if (kind === 'image') return imagesNamed(world, name).filter(image => image.deleted === undefined && isNamed(image));
  const state = world.read(worldKey[kind](name)) as Thing | BucketState | undefined;
  return state === undefined ? [] : [state];
}

export function resolve<T extends ServerState | BackupState>(kind: T['kind'], text: string, world: World): Found<T> {
  const byName = (name: string): T | undefined => world.read(worldKey[kind](name)) as T | undefined;
  const id = world.read(worldKey.id(kind, text)) as string | undefined;
  const state = byName(text) ?? (id === undefined ? undefined : byName(id));
  if (state !== undefined) return { outcome: 'found', state };
  return { outcome: looksLikeId(text) ? 'outside' : 'unknown' };
}

/** What a declaration's key refers to; a name that nothing declares is noted. */
export function findThing(
  kind: Thing['kind'],
  struct: Struct,
  key: string,
  world: World,
  problems: Problem[],
): Thing | undefined {
  const given = struct.text(key);
  if (typeof given !== 'object') return undefined;
  const found =
    kind === 'image'
      ? resolveImage(given.value, undefined, world)
      : resolve<ServerState | BackupState>(kind, given.value, world);
  if (found.outcome === 'ambiguous') {
    problems.push({ rule: 'unknown-reference', place: given.place, kind, name: given.value, ids: found.ids });
  } else if (found.outcome === 'unknown') {
    problems.push({ rule: 'unknown-reference', place: given.place, kind, name: given.value });
  }
  return found.outcome === 'found' ? found.state : undefined;
}
