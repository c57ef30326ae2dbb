import type { Declaration, SlotModel } from '../model/model.ts';
import type { Part } from '../model/parts.ts';
import { keyOf, type Place, samePlace } from '../model/place.ts';
import type { Problem } from '../model/problem.ts';
import { readText, type Struct, sizeOf } from '../model/struct.ts';
import { shapes } from '../model/vocabulary/index.ts';
import { countListed, declareAccounts } from './account.ts';
import { putImage } from './images.ts';
import type { InventoryFiles } from './inventory/inventory.ts';
import { type Listings, listedNamed, listedWithId, readListings } from './inventory/listing.ts';
import { type Known, known } from './known.ts';
import { findThing } from './resolve.ts';
import { putServer } from './servers.ts';
import {
  type BackupFacts,
  type BucketFacts,
  type BucketState,
  type Collected,
  type Disk,
  type ImageFacts,
  type ImageState,
  type ServerFacts,
  type ServerState,
  unsaid,
  type World,
  worldKey,
} from './state.ts';

/** The order in which things are declared: what refers to another comes after it, wherever it stands in the text. */
export const declarationPhases = ['settings', 'inventory', 'bucket', 'image', 'server', 'backup'] as const;

/** Leaves out what is unknown, so that "absent" is the one way to be unknown. */
export function facts<T extends object>(given: { [K in keyof T]: T[K] | undefined }): T {
  const told: Partial<T> = {};
  for (const name in given) {
    const fact = given[name];
    if (fact !== undefined) told[name] = fact;
  }
  return told as T;
}

/** What counts where a key is absent: where it is broken, it says something else. */
export const unlessSaid = <T>(key: string, struct: Struct, fact: T | undefined): T | undefined =>
  struct.lacks(key) ? fact : undefined;

export function declareSettings({ settings }: SlotModel, world: World): void {
  if (settings === undefined) return;
  const region = known(settings.region('region'));
  if (region !== undefined && isFirst('region', settings, world)) world.write(worldKey.region, region);
  if (isFirst('account', settings, world)) declareAccounts(settings, world);
}

/** Of a key that is there twice only the first counts. */
function isFirst(key: string, settings: Struct, world: World): boolean {
  const first = world.read(worldKey.pair('', key)) as Place | undefined;
  return first === undefined || samePlace(first, keyOf(settings.placeOf(key)));
}

export function declareInventories({ settings }: SlotModel, world: World, problems: Problem[]): void {
  if (settings === undefined || !isFirst('inventory', settings, world)) return;
  const files = world.read(worldKey.files) as InventoryFiles;
  const listings = readListings(settings, files, usualRegion(world), problems);
  if (listings === undefined) return;
  world.write(worldKey.inventory, listings);
  countListed(listings, world);
}

export function declare(declaration: Declaration, world: World, problems: Problem[]): void {
  const { kind, name, place, struct, isMerged } = declaration;
  const pair = worldKey.pair(kind, name);
  const first = world.read(pair) as Place | undefined;
  if (first !== undefined) {
    if (isMerged) return;
    problems.push({ rule: 'duplicate-key', place, key: name, first });
    return;
  }
  if (!isMerged) world.write(pair, place);
  const id = known(struct.text('id'));
  if (id !== undefined) world.write(worldKey.id(kind, id.value), name);
  if (kind === 'image') declareImage(declaration, world, problems);
  else if (kind === 'server') declareServer(declaration, world, problems);
  else if (kind === 'backup') declareBackup(declaration, world, problems);
  else declareBucket(declaration, world);
}

function declareBucket({ name, place, struct }: Declaration, world: World): void {
  const state: BucketState = {
    kind: 'bucket',
    name,
    place,
    facts: facts<BucketFacts>({
      storage_class: known(struct.word('storage_class')),
      region: known(struct.region('region')),
    }),
  };
  world.write(worldKey.bucket(name), state);
}

const usualRegion = (world: World): Known<string> | undefined =>
  world.read(worldKey.region) as Known<string> | undefined;

/** The region that a declaration is in, and looks for a bare name in: one that is said and cannot be read is not the usual one. */
export const regionOf = (struct: Struct, world: World): Known<string> | undefined =>
  struct.has('region') ? known(struct.region('region')) : usualRegion(world);

function declareImage({ name, place, struct }: Declaration, world: World, problems: Problem[]): void {
  const listed = completed(name, place, struct, world, problems);
  const state: ImageState = {
    kind: 'image',
    name,
    place,
    source: place,
    facts: facts<ImageFacts>({
      ...unsaidFacts(listed, struct),
      ...facts<ImageFacts>({
        id: known(struct.text('id')),
        region: listed !== undefined && !struct.has('region') ? listed.facts.region : regionOf(struct, world),
        status: known(struct.word('status')),
        type: known(struct.word('type')),
        size: known(struct.size('size')),
        min_disk: known(struct.size('min_disk')),
        disk_format: known(struct.word('disk_format')),
        architecture: known(struct.word('architecture')),
        os_bit: known(struct.word('os_bit')),
        os_type: known(struct.word('os_type')),
        os_version: known(struct.text('os_version')),
        platform: known(struct.word('platform')),
        encrypted: encryption(struct),
        origin: known(struct.word('origin')),
        created_from: known(struct.word('created_from')),
        csbs_backup: known(struct.flag('csbs_backup')),
        published: known(struct.flag('published')),
        shared_by: known(struct.text('shared_by')),
      }),
    }),
    tags: listed !== undefined && struct.lacks('tags') ? listed.tags : collectTags(struct),
    tenants: collectTenants(struct),
  };
  if (listed !== undefined) world.write(worldKey.id('image', listed.facts.id?.value ?? ''), name);
  putImage(world, state);
}

/** The image of an inventory that a declaration completes: the one that has its id, or else its name. */
function completed(
  name: string,
  place: Place,
  struct: Struct,
  world: World,
  problems: Problem[],
): ImageState | undefined {
  const listings = world.read(worldKey.inventory) as Listings | undefined;
  if (listings === undefined) return undefined;
  const id = struct.text('id');
  if (typeof id === 'object') return listedWithId(listings, id.value);
  const region = regionOf(struct, world)?.value;
  const named = listedNamed(listings, name);
  const there = named.filter(({ facts }) => facts.region?.value === region);
  const meant = there.length > 0 || struct.has('region') ? there : named;
  if (meant.length < 2) return meant[0];
  const ids = meant.map(image => image.facts.id?.value ?? '');
  problems.push({ rule: 'unknown-reference', place, kind: 'image', name, ids });
  return undefined;
}

/** What an inventory knows where the declaration is silent: a key with a broken value is not silent. */
function unsaidFacts(listed: ImageState | undefined, struct: Struct): ImageFacts {
  if (listed === undefined) return {};
  const isUnsaid = (name: string): boolean => struct.lacks(name) && (name !== 'encrypted' || struct.lacks('cmk_id'));
  return Object.fromEntries(Object.entries(listed.facts).filter(([name]) => isUnsaid(name)));
}

/** By the key that it is encrypted with, or as it is said. */
function encryption(struct: Struct): Known<boolean> | undefined {
  const key = struct.text('cmk_id');
  if (typeof key === 'object') return { value: key.value !== '', from: key.place };
  return known(struct.flag('encrypted'));
}

function collectTags(struct: Struct): Collected {
  const tags = struct.tags('tags');
  return typeof tags === 'object' ? { names: tags.value, others: 0, whole: true } : unsaid;
}

function collectTenants(struct: Struct): Collected {
  const count = struct.integer('tenants');
  if (typeof count === 'object') return { names: new Map(), others: count.value, whole: true };
  return collectNames(struct, 'tenants');
}

/** The texts of a list, each once, with the first place of each. */
export function collectNames(struct: Struct, key: string): Collected {
  const items = struct.items(key);
  if (typeof items !== 'object') return unsaid;
  const names = new Map<string, Place>();
  let whole = true;
  for (const { node, place } of items.value) {
    const name = readText(node);
    if (name === undefined) whole = false;
    else if (!names.has(name)) names.set(name, place);
  }
  return { names, others: 0, whole };
}

function declareServer({ name, place, struct }: Declaration, world: World, problems: Problem[]): void {
  const region = regionOf(struct, world);
  const image = findThing('image', struct, region?.value, world, problems);
  const from = image?.kind === 'image' ? image.facts : {};
  const encrypted = known(struct.flag('encrypted'));
  const flavor = known(struct.text('flavor'));
  const said = flavor && readFlavor(flavor);
  const unflavored = flavor === undefined ? unlessSaid('flavor', struct, from.architecture) : from.architecture;
  const system = readSystemDisk(struct, encrypted ?? unlessSaid('encrypted', struct, from.encrypted));
  const disks = readDisks(struct, encrypted);
  const state: ServerState = {
    kind: 'server',
    name,
    place,
    facts: facts<ServerFacts>({
      id: known(struct.text('id')),
      type: known(struct.word('type')),
      region,
      status: known(struct.word('status')),
      architecture:
        known(struct.word('architecture')) ?? unlessSaid('architecture', struct, said?.architecture ?? unflavored),
      flavor,
      memory: known(struct.size('memory')) ?? unlessSaid('memory', struct, said?.memory),
      boot_disk: known(struct.word('boot_disk')),
      system_disk: system.size,
      system_disk_encrypted: system.encrypted,
      csbs_backup: known(struct.flag('csbs_backup')),
      origin: from.origin ?? known(struct.word('origin')),
      platform: from.platform ?? known(struct.word('platform')),
      os_bit: from.os_bit ?? known(struct.word('os_bit')),
      encrypted: disks === undefined ? unlessSaid('data_disks', struct, encrypted) : encrypted,
    }),
    disks,
  };
  putServer(world, state);
}

/** What a flavor's name says, where it has the form `AB.C.D`: the architecture, and the memory of its vCPUs. */
export function readFlavor({
  value,
  from,
}: Known<string>): { architecture: Known<string>; memory?: Known<number> } | undefined {
  const match = /^([a-z])[a-z0-9]*\.([a-z0-9]+)\.(\d+)$/i.exec(value);
  if (match === null) return undefined;
  const [, family, size, perCpu] = match as unknown as [string, string, string, string];
  const architecture = { value: family.toLowerCase() === 'k' ? 'arm' : 'x86', from };
  const cpus =
    { medium: 1, large: 2, xlarge: 4 }[size.toLowerCase()] ?? Number(/^(\d+)xlarge$/i.exec(size)?.[1] ?? 0) * 4;
  return cpus === 0 ? { architecture } : { architecture, memory: { value: cpus * Number(perCpu), from } };
}

/** A disk that is given by its size, or by a map that tells more; `encrypted` is what counts where it is silent. */
function readDisk({ node, place, source }: Part, { look }: Struct, encrypted: Known<boolean> | undefined): Disk {
  if (node.kind !== 'map') {
    const size = sizeOf(node, 'GB');
    return size === undefined ? {} : facts<Disk>({ size: { value: size, from: place }, encrypted });
  }
  const disk = look.struct(node, source, shapes['data-disk'].keys);
  return facts<Disk>({
    size: known(disk.size('size')),
    encrypted: known(disk.flag('encrypted')) ?? unlessSaid('encrypted', disk, encrypted),
    volume: known(disk.text('volume_id'))?.value,
  });
}

function readSystemDisk(struct: Struct, encrypted: Known<boolean> | undefined): Disk {
  const part = struct.field('system_disk');
  if (part !== undefined) return readDisk(part, struct, encrypted);
  return facts<Disk>({ encrypted: unlessSaid('system_disk', struct, encrypted) });
}

function readDisks(struct: Struct, encrypted: Known<boolean> | undefined): ReadonlyMap<string, Disk> | undefined {
  const { parts, whole } = struct.entries('data_disks');
  return whole ? new Map([...parts].map(([name, part]) => [name, readDisk(part, struct, encrypted)])) : undefined;
}

function declareBackup({ name, place, struct }: Declaration, world: World, problems: Problem[]): void {
  const region = regionOf(struct, world);
  const server = findThing('server', struct, region?.value, world, problems);
  world.write(worldKey.backup(name), {
    kind: 'backup',
    name,
    place,
    facts: facts<BackupFacts>({
      id: known(struct.text('id')),
      type: known(struct.word('type')),
      region,
    }),
    server: server?.kind === 'server' ? server : undefined,
  });
}
