import type { Operation } from '../model/model.ts';
import { isWithin, type Place } from '../model/place.ts';
import type { Problem } from '../model/problem.ts';
import type { Given, Struct } from '../model/struct.ts';
import { readWord } from '../model/words.ts';
import { backupUse } from './backup.ts';
import { collectNames } from './declare.ts';
import { imagesNamed, sameImage } from './images.ts';
import type { Known } from './known.ts';
import { resolveBackup, resolveImage, resolveServer } from './resolve.ts';
import {
  type BackupFacts,
  type BackupState,
  type BucketFacts,
  type BucketState,
  type Collected,
  type FactName,
  type ImageFacts,
  type ImageState,
  nothingYet,
  type ServerFacts,
  type ServerState,
  unsaid,
  type World,
  worldKey,
} from './state.ts';
import { type GroupEffect, makerOf, type Together } from './together.ts';
import { Fact } from './truth.ts';

/** What an operation says, as facts: a key that is absent has its default, or is unknown. */
export class Said {
  constructor(
    readonly struct: Struct,
    readonly label: string,
  ) {}

  private fact<T>(key: string, given: Given<T>, byDefault: T | undefined): Fact<T> {
    if (typeof given === 'object') return new Fact(key, this.label, { value: given.value, from: given.place });
    const known = given === 'absent' && byDefault !== undefined ? { value: byDefault, from: undefined } : undefined;
    return new Fact(key, this.label, known);
  }

  size(key: string): Fact<number> {
    return this.fact(key, this.struct.size(key), undefined);
  }
  text(key: string): Fact<string> {
    return this.fact(key, this.struct.text(key), undefined);
  }
  integer(key: string, byDefault?: number): Fact<number> {
    return this.fact(key, this.struct.integer(key), byDefault);
  }
  /** A flag that is absent is false. */
  flag(key: string): Fact<boolean> {
    return this.fact(key, this.struct.flag(key), false);
  }
  word(key: string, byDefault?: string): Fact<string> {
    return this.fact(key, this.struct.word(key), byDefault);
  }
  region(key: string): Fact<string> {
    return this.fact(key, this.struct.region(key), undefined);
  }
}

/** What is known about a thing that an operation uses; nothing, where it is not known which. */
export class Thing<F extends object, S> {
  constructor(
    readonly label: string,
    readonly state: S | undefined,
    private readonly facts: F,
    /** What it was before it was deleted: the operation comes too late, and nothing is known about it any more. */
    readonly gone?: S,
    /** The operation of the same group that makes it: it is not there yet, but is what is meant. */
    readonly maker?: Operation,
  ) {}

  fact<K extends keyof F & string>(name: K): Fact<NonNullable<F[K]> extends Known<infer T> ? T : never> {
    type Value = NonNullable<F[K]> extends Known<infer T> ? T : never;
    return new Fact<Value>(name, this.label, this.facts[name] as Known<Value> | undefined);
  }
}

export type ImageThing = Thing<ImageFacts, ImageState>;
export type ServerThing = Thing<ServerFacts, ServerState>;

/** An operation with all that is known about what it uses, just before it runs. */
export interface Scene {
  readonly operation: Operation;
  /** Where the operation as a whole is told. No other operation has the same. */
  readonly place: Place;
  readonly said: Said;
  /** The region that the operation runs in. */
  readonly region: Fact<string>;
  readonly image: ImageThing;
  /** The image as the operations before it in the same group left it: what is counted runs on through a group. */
  readonly current: ImageState | undefined;
  readonly server: ServerThing;
  readonly backup: Thing<BackupFacts, BackupState>;
  readonly bucket: Thing<BucketFacts, BucketState>;
  /** The image that the backup has been made into, by an earlier operation or before the manifest; none is a value, too. */
  readonly backupUse: Fact<string | undefined>;
  /** The tenants and tags of the image after the operation; those of a new image are its own. */
  readonly tenants: Collected;
  readonly tags: Collected;
}

/** Looks at an operation: resolves what it refers to and notes what cannot be. */
export function observe(
  operation: Operation,
  running: World,
  { before, effects }: Together,
  problems: Problem[],
): Scene {
  const { struct, action } = operation;
  const said = new Said(struct, action ?? 'operation');
  const region = regionOf(said, before);
  const image = findImage(operation, region.value, before, effects, problems);
  const counted = image.state && current(image.state, running, effects);
  const tenants = action === 'share' ? collectNames(struct, 'tenants') : nothingYet;
  return {
    operation,
    place: placeOf(operation),
    said,
    region,
    image,
    current: counted,
    server: findOther<ServerState, ServerFacts>('server', operation, region.value, before, effects, problems),
    backup: findOther<BackupState, BackupFacts>('backup', operation, region.value, before, effects, problems),
    bucket: findBucket(struct, before),
    backupUse: backupUse(struct, said.label, running),
    tenants: together(counted?.tenants ?? unsaid, tenants),
    tags: together(action === 'tag' ? (counted?.tags ?? unsaid) : nothingYet, tagsOf(struct)),
  };
}

/** Its action, where that is its own: what is merged, or what an alias means, several operations may share. */
export function placeOf({ struct, entry }: Operation): Place {
  const action = struct.placeOf('action');
  return struct.has('action') && isWithin(action, entry) ? action : entry;
}

export function regionOf(said: Said, world: World): Fact<string> {
  const own = said.region('region');
  if (own.known !== undefined || said.struct.has('region')) return own;
  return new Fact('region', said.label, world.read(worldKey.region) as Known<string> | undefined);
}

/** By the name that it had before the group, or one that it is given in it. */
function current(image: ImageState, running: World, effects: readonly GroupEffect[]): ImageState {
  const renamed = effects.flatMap(({ renames }) =>
    renames !== undefined && sameImage(renames.image, image) ? [renames.to] : [],
  );
  for (const name of [image.name, ...renamed]) {
    const found = imagesNamed(running, name).find(other => sameImage(other, image));
    if (found !== undefined) return found;
  }
  return image;
}

function tagsOf(struct: Struct): Collected {
  const tags = struct.tags('tags');
  if (tags === 'absent') return nothingYet;
  return typeof tags === 'object' ? { names: tags.value, others: 0, whole: true } : unsaid;
}

/** Far above every limit the names no longer matter, and each operation would keep all of those before it. */
const mostNames = 1024;

function together(had: Collected, added: Collected): Collected {
  if (added === nothingYet) return had;
  if (had === nothingYet && added.names.size <= mostNames) return added;
  const names = new Map(had.names);
  for (const [name, place] of added.names) if (!names.has(name)) names.set(name, place);
  const whole = had.whole && added.whole;
  if (names.size <= mostNames) return { names, others: had.others, whole };
  return { names: new Map(), others: had.others + names.size, whole };
}

function findImage(
  operation: Operation,
  region: string | undefined,
  world: World,
  effects: readonly GroupEffect[],
  problems: Problem[],
): ImageThing {
  const given = operation.struct.text('image');
  if (typeof given !== 'object') return nothingKnown('image');
  const { value: name, place } = given;
  const found = resolveImage(name, region, world);
  const maker = makerOf({ kind: 'image', name, region }, operation, found, effects);
  if (maker !== undefined) {
    problems.push({ rule: 'parallel-dependency', place, name, does: 'makes', other: maker.place });
    return new Thing<ImageFacts, ImageState>(name, undefined, {}, undefined, maker.operation);
  }
  if (found.outcome === 'found') {
    const { state } = found;
    const end = effects.find(
      other => other.operation !== operation && other.deletes !== undefined && sameImage(other.deletes, state),
    );
    if (end !== undefined) {
      problems.push({ rule: 'parallel-dependency', place, name, does: 'deletes', other: end.place });
    }
    return new Thing(name, state, state.facts);
  } else if (found.outcome === 'deleted' && found.state.deleted !== undefined) {
    problems.push({ rule: 'deleted-image', place, name, deleted: found.state.deleted });
    return new Thing<ImageFacts, ImageState>(name, undefined, {}, found.state);
  } else if (found.outcome === 'ambiguous') {
    problems.push({ rule: 'unknown-reference', place, kind: 'image', name, ids: found.ids });
  } else if (found.outcome === 'unknown') {
    problems.push({ rule: 'unknown-reference', place, kind: 'image', name });
  }
  return nothingKnown(name);
}

const nothingKnown = (label: string): ImageThing => new Thing<ImageFacts, ImageState>(label, undefined, {});

function findOther<S extends ServerState | BackupState, F extends object>(
  kind: S['kind'],
  operation: Operation,
  region: string | undefined,
  world: World,
  effects: readonly GroupEffect[],
  problems: Problem[],
): Thing<F, S> {
  const given = operation.struct.text(kind);
  if (typeof given !== 'object') return new Thing<F, S>(kind, undefined, {} as F);
  const { value: name, place } = given;
  const found = kind === 'server' ? resolveServer(name, region, world) : resolveBackup(name, world);
  const maker = kind === 'server' ? makerOf({ kind, name, region }, operation, found, effects) : undefined;
  if (found.outcome === 'found' && maker === undefined) {
    const state = found.state as S;
    return new Thing<F, S>(name, state, state.facts as unknown as F);
  }
  if (maker !== undefined) {
    problems.push({ rule: 'parallel-dependency', place, name, does: 'makes', other: maker.place });
  } else if (found.outcome === 'unknown') {
    problems.push({ rule: 'unknown-reference', place, kind, name });
  }
  return new Thing<F, S>(name, undefined, {} as F, undefined, maker?.operation);
}

function findBucket(struct: Struct, world: World): Thing<BucketFacts, BucketState> {
  const url = struct.text('bucket_url');
  const name = typeof url === 'object' ? url.value.slice(0, url.value.indexOf(':')) : 'bucket';
  const state = world.read(worldKey.bucket(name)) as BucketState | undefined;
  return new Thing(name, state, state?.facts ?? {});
}

const formats: readonly string[] = [
  'vmdk',
  'vhd',
  'qcow2',
  'raw',
  'vhdx',
  'qed',
  'vdi',
  'qcow',
  'zvhd2',
  'zvhd',
  'iso',
];
const otherFormats: readonly string[] = ['ova', 'ovf', 'zip', 'gz', 'xz', 'tar', '7z', 'wim', 'dmg', 'qcow3'];

/** The format of an external file: as written, else by its object's extension, else unknown. */
export function fileFormat({ said }: Scene): Fact<string> {
  const { struct } = said;
  const written = struct.word('format');
  const name: FactName = 'format';
  if (typeof written === 'object') {
    const word = readWord('disk-format', written.value) ?? written.value;
    return new Fact(name, said.label, { value: word, from: written.place });
  }
  const url = struct.text('image_url');
  if (written === 'unreadable' || typeof url !== 'object') return new Fact<string>(name, said.label, undefined);
  const value = formatOfObject(url.value);
  return new Fact(name, said.label, value === undefined ? undefined : { value, from: url.place });
}

/** The format that an object's extension tells. */
export function formatOfObject(url: string): string | undefined {
  const extension = /\.([a-z0-9]+)$/i.exec(url)?.[1]?.toLowerCase() ?? '';
  return formats.includes(extension) || otherFormats.includes(extension) ? extension.toUpperCase() : undefined;
}
