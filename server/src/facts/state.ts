import type { Place } from '../model/place.ts';
import type { Known } from './known.ts';

/** What can be known about an image. Sizes are GB. */
export interface ImageFacts {
  id?: Known<string>;
  region?: Known<string>;
  status?: Known<string>;
  type?: Known<string>;
  size?: Known<number>;
  min_disk?: Known<number>;
  disk_format?: Known<string>;
  architecture?: Known<string>;
  os_bit?: Known<string>;
  os_type?: Known<string>;
  os_version?: Known<string>;
  platform?: Known<string>;
  encrypted?: Known<boolean>;
  origin?: Known<string>;
  created_from?: Known<string>;
  csbs_backup?: Known<boolean>;
  published?: Known<boolean>;
  shared_by?: Known<string | undefined>;
  /** Whether it counts for the quota of this account: no public image does, and none that others share. */
  private?: Known<boolean>;
}

export interface ServerFacts {
  id?: Known<string>;
  type?: Known<string>;
  region?: Known<string>;
  status?: Known<string>;
  architecture?: Known<string>;
  flavor?: Known<string>;
  memory?: Known<number>;
  boot_disk?: Known<string>;
  system_disk?: Known<number>;
  system_disk_encrypted?: Known<boolean>;
  csbs_backup?: Known<boolean>;
  origin?: Known<string>;
  platform?: Known<string>;
  os_bit?: Known<string>;
  encrypted?: Known<boolean>;
}

export interface BackupFacts {
  id?: Known<string>;
  type?: Known<string>;
  region?: Known<string>;
}

export interface BucketFacts {
  storage_class?: Known<string>;
  region?: Known<string>;
}

/** The names by which facts are told; those of operations are the operation's own keys. */
export type FactName =
  | keyof ImageFacts
  | keyof ServerFacts
  | keyof BucketFacts
  | 'tenants'
  | 'tags'
  | 'format'
  | 'image'
  | 'target_region'
  | (string & {});

/** Names collected so far. `others` are further ones of which only the number is known; not `whole`: there may be more. */
export interface Collected {
  readonly names: ReadonlyMap<string, Place>;
  readonly others: number;
  readonly whole: boolean;
}

export const nothingYet: Collected = { names: new Map(), others: 0, whole: true };

/** Where nothing is said, there may be any number. */
export const unsaid: Collected = { names: new Map(), others: 0, whole: false };

export interface ImageState {
  readonly kind: 'image';
  readonly name: string;
  /** Where its name stands, which may be in a map that several operations merge; nothing where only its id is known. */
  readonly place: Place | undefined;
  /** The declaration or the operation that it is from. */
  readonly source: Place | undefined;
  readonly facts: ImageFacts;
  readonly tags: Collected;
  readonly tenants: Collected;
  /** Where it was deleted. */
  readonly deleted?: Place;
  /** The manifest does not name it, and may use its name for another: it is in an inventory alone, or known by its id. */
  readonly listed?: true;
}

export interface Disk {
  readonly size?: Known<number>;
  readonly encrypted?: Known<boolean>;
  readonly volume?: string;
}

export interface ServerState {
  readonly kind: 'server';
  readonly name: string;
  /** Where its name stands; nothing where only its id is known. */
  readonly place: Place | undefined;
  readonly facts: ServerFacts;
  /** Its data disks by name; `undefined` where nothing is said about them. */
  readonly disks: ReadonlyMap<string, Disk> | undefined;
}

export interface BackupState {
  readonly kind: 'backup';
  readonly name: string;
  readonly place: Place;
  readonly facts: BackupFacts;
  readonly server: ServerState | undefined;
}

export interface BucketState {
  readonly kind: 'bucket';
  readonly name: string;
  readonly place: Place;
  readonly facts: BucketFacts;
}

/** What is known at a point of the manifest. Reading and writing are by key, so that what depends on what is known. */
export interface World {
  read(key: string): unknown;
  write(key: string, value: unknown): void;
}

/** The keys of the world, with what they hold. */
export const worldKey = {
  /** `readonly ImageState[]`: the images of that name, one a region, the newest last. */
  image: (name: string): string => `image/${name}`,
  /** `readonly ServerState[]`: the servers of that name, one a region, the newest last. */
  server: (name: string): string => `server/${name}`,
  /** `BackupState` */
  backup: (name: string): string => `backup/${name}`,
  /** `BucketState` */
  bucket: (name: string): string => `bucket/${name}`,
  /** `Known<string>`: the image that the backup of that id, or else of that name, is first made into, and where. */
  backupUse: (idOrName: string): string => `backup-use/${idOrName}`,
  /** `string`: the name of the thing that has the id. */
  id: (kind: string, id: string): string => `id/${kind}/${id}`,
  /** `ImageState`: the image that had the id, and was deleted before another got its name. */
  gone: (id: string): string => `gone/${id}`,
  /** `true`: there may be something of that kind and name that cannot be read; without a name, of any. */
  unread: (kind: string, name?: string): string => (name === undefined ? `unread/${kind}` : `unread/${kind}/${name}`),
  /** `Known<string>`: the region of the manifest. */
  region: 'region',
  /** `Account` */
  account: (region: string): string => `account/${region}`,
  /** `Known<number>`: how many private images the inventories of a region list. */
  listed: (region: string): string => `listed/${region}`,
  /** `Listings`: the images that the manifest does not name. */
  inventory: 'inventory',
  /** `InventoryFiles` */
  files: 'files',
  /** `Place`: the first of that key in its section, or at top level. */
  pair: (section: string, name: string): string => `pair/${section}/${name}`,
} as const;
