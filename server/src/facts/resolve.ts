import type { Problem } from '../model/problem.ts';
import type { Struct } from '../model/struct.ts';
import type { ThingKind } from '../model/vocabulary/index.ts';
import { regionOfName } from '../model/words.ts';
import { imageOutside, imagesNamed } from './images.ts';
import { type Listings, listedWithId } from './inventory/listing.ts';
import { serverOutside, serversNamed } from './servers.ts';
import {
  type BackupState,
  type BucketState,
  type ImageState,
  type ServerState,
  type World,
  worldKey,
} from './state.ts';
import { mayBeUnread } from './unread.ts';

export type Thing = ImageState | ServerState | BackupState;

export type Found<T> =
  | { readonly outcome: 'found'; readonly state: T }
  /** It was there, and has been deleted. */
  | { readonly outcome: 'deleted'; readonly state: ImageState }
  /** Several images of an inventory have the name. */
  | { readonly outcome: 'ambiguous'; readonly ids: readonly string[] }
  /** Something outside the manifest, or in what cannot be read: legal, and nothing is known about it. */
  | { readonly outcome: 'outside' }
  | { readonly outcome: 'unknown' };

/** An id that nothing declares is something whose facts are unknown. */
const looksLikeId = (text: string): boolean =>
  /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$|^[0-9a-f]{32}$/i.test(text);

/** Finds by the name that a text is, or else in the region alone that it says behind one. */
function findNamed<T>(
  text: string,
  region: string | undefined,
  find: (name: string, region: string | undefined, only: boolean) => T | undefined,
): T | undefined {
  const direct = find(text, region, false);
  const parts = direct === undefined ? splitRegion(text) : undefined;
  return direct ?? (parts && find(parts.name, parts.region, true));
}

/** The parts of `name@region`, the region by its id. */
export function splitRegion(text: string): { readonly name: string; readonly region: string } | undefined {
  const cut = text.lastIndexOf('@');
  if (cut < 1) return undefined;
  const region = text.slice(cut + 1);
  return { name: text.slice(0, cut), region: regionOfName(region) ?? region };
}

/** The image that a reference means: in the operation's region if one is or was there, else the newest of that name. */
export function resolveImage(text: string, region: string | undefined, world: World): Found<ImageState> {
  const named = findNamed(text, region, (name, where, only) => {
    const found = pick(imagesNamed(world, name), where, only);
    return found && isElsewhere(found, where) && mayBeUnread('image', name, world)
      ? ({ outcome: 'outside' } as const)
      : found;
  });
  if (named !== undefined) return named;
  const listings = world.read(worldKey.inventory) as Listings | undefined;
  const byId = pick(imagesWithId(text, listings, world), region, false);
  if (byId !== undefined) return byId;
  if (looksLikeId(text)) return { outcome: 'found', state: imageOutside(text) };
  const isOpen = listings?.whole === false || mayBeUnread('image', text, world);
  return { outcome: isOpen ? 'outside' : 'unknown' };
}

function imagesWithId(id: string, listings: Listings | undefined, world: World): readonly ImageState[] {
  const named = world.read(worldKey.id('image', id)) as string | undefined;
  const listed = named === undefined && listings !== undefined ? listedWithId(listings, id) : undefined;
  const name = named ?? listed?.name;
  const images = name === undefined ? [] : imagesNamed(world, name);
  const exact = images.filter(({ facts }) => facts.id?.value === id);
  if (exact.length > 0) return exact;
  if (listed !== undefined) return [listed];
  const gone = named === undefined ? undefined : (world.read(worldKey.gone(id)) as ImageState | undefined);
  return gone === undefined ? images : [gone];
}

function pick(images: readonly ImageState[], region: string | undefined, only: boolean): Found<ImageState> | undefined {
  const inRegion = images.filter(image => image.facts.region?.value === region);
  const candidates = inRegion.length > 0 || only ? inRegion : images;
  const alive = lastAlive(candidates);
  if (alive !== undefined) return sole(alive, images);
  const gone = candidates.at(-1);
  return gone && { outcome: 'deleted', state: gone };
}

/** Whether what is meant is in another region, or gone: what cannot be read may be there and is meant then. */
const isElsewhere = (found: Found<ImageState>, region: string | undefined): boolean =>
  found.outcome === 'deleted' || (found.outcome === 'found' && found.state.facts.region?.value !== region);

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

/** What a name stands for: images and servers one a region, of the other kinds one thing at most. */
export function thingsNamed(kind: ThingKind, name: string, world: World): readonly (Thing | BucketState)[] {
  if (kind === 'image') return imagesNamed(world, name).filter(image => image.deleted === undefined && isNamed(image));
  if (kind === 'server') return serversNamed(world, name).filter(({ place }) => place !== undefined);
  const state = world.read(worldKey[kind](name)) as Thing | BucketState | undefined;
  return state === undefined ? [] : [state];
}

/** What a reference of an operation or a declaration in a region means. */
export function resolve(kind: Thing['kind'], text: string, region: string | undefined, world: World): Found<Thing> {
  if (kind === 'image') return resolveImage(text, region, world);
  return kind === 'server' ? resolveServer(text, region, world) : resolveBackup(text, world);
}

/** The server that a reference means: in the operation's region if there is one, else the newest of that name. */
export function resolveServer(text: string, region: string | undefined, world: World): Found<ServerState> {
  const named = findNamed(text, region, (name, where, only) => {
    const servers = serversNamed(world, name);
    const there = servers.find(({ facts }) => facts.region?.value === where);
    return there ?? (only ? undefined : servers.at(-1));
  });
  const name = world.read(worldKey.id('server', text)) as string | undefined;
  const withId = name === undefined ? [] : serversNamed(world, name).filter(({ facts }) => facts.id?.value === text);
  const state = named ?? withId[0];
  if (state !== undefined) return { outcome: 'found', state };
  if (name === undefined && looksLikeId(text)) return { outcome: 'found', state: serverOutside(text) };
  return { outcome: name !== undefined || mayBeUnread('server', text, world) ? 'outside' : 'unknown' };
}

export function resolveBackup(text: string, world: World): Found<BackupState> {
  const byName = (name: string): BackupState | undefined =>
    world.read(worldKey.backup(name)) as BackupState | undefined;
  const id = world.read(worldKey.id('backup', text)) as string | undefined;
  const state = byName(text) ?? (id === undefined ? undefined : byName(id));
  if (state !== undefined) return { outcome: 'found', state };
  return { outcome: looksLikeId(text) || mayBeUnread('backup', text, world) ? 'outside' : 'unknown' };
}

/** What a key of a declaration in a region refers to; a name that nothing declares is noted. */
export function findThing(
  kind: Thing['kind'],
  struct: Struct,
  region: string | undefined,
  world: World,
  problems: Problem[],
): Thing | undefined {
  const given = struct.text(kind);
  if (typeof given !== 'object') return undefined;
  const found = resolve(kind, given.value, region, world);
  if (found.outcome === 'ambiguous') {
    problems.push({ rule: 'unknown-reference', place: given.place, kind, name: given.value, ids: found.ids });
  } else if (found.outcome === 'unknown') {
    problems.push({ rule: 'unknown-reference', place: given.place, kind, name: given.value });
  }
  return found.outcome === 'found' ? found.state : undefined;
}
