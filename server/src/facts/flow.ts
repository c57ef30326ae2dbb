import type { ActionName } from '../model/vocabulary/index.ts';
import { backupOf } from './backup.ts';
import { facts, unlessSaid } from './declare.ts';
import { dataDisk, systemDisk } from './disks.ts';
import { imagesNamed, putImage, replaceImage, sameImage } from './images.ts';
import { isAcross, newArchitecture, newMemory, regionOfResult } from './judgements.ts';
import { type Known, known } from './known.ts';
import { kindMade } from './made.ts';
import type { Scene } from './scene.ts';
import { putServer, replaceServer } from './servers.ts';
import {
  type ImageFacts,
  type ImageState,
  nothingYet,
  type ServerFacts,
  type ServerState,
  type World,
  worldKey,
} from './state.ts';
import { noteUnread } from './unread.ts';

/** What an operation leaves behind: the table "How facts flow". An operation has its effect even where it violates a rule. */
type Effect = (scene: Scene, world: World) => void;

const unlessUnknown = <T>(value: T): Known<T> => ({ value, from: undefined });

/** A new image is Normal, unpublished, shared with nobody, this account's own, and has the tags of its operation. */
function makeImage(scene: Scene, world: World, made: { [K in keyof ImageFacts]: ImageFacts[K] | undefined }): void {
  const name = scene.said.struct.text('name');
  if (typeof name !== 'object') return;
  const state: ImageState = {
    kind: 'image',
    name: name.value,
    place: name.place,
    source: scene.operation.entry,
    facts: facts<ImageFacts>({
      region: scene.region.known,
      status: unlessUnknown('Normal'),
      published: unlessUnknown(false),
      shared_by: unlessUnknown(undefined),
      ...made,
    }),
    tags: scene.tags,
    tenants: nothingYet,
  };
  putImage(world, state);
}

/** Changes what is known about the operation's image. */
function changeImage({ current }: Scene, world: World, change: (state: ImageState) => Partial<ImageState>): void {
  if (current !== undefined) replaceImage(world, { ...current, ...change(current) });
}

const fromServer = (server: ServerState | undefined): Partial<ImageFacts> =>
  facts<ImageFacts>({
    architecture: server?.facts.architecture,
    platform: server?.facts.platform,
    os_bit: server?.facts.os_bit,
    origin: server?.facts.origin,
  });

/** Encrypted if any disk of the server is; unencrypted only where that is known of each. */
function anyDiskEncrypted(server: ServerState | undefined): Known<boolean> | undefined {
  if (server === undefined) return undefined;
  const others =
    server.disks === undefined ? [server.facts.encrypted] : [...server.disks.values()].map(d => d.encrypted);
  const disks = [server.facts.system_disk_encrypted, ...others];
  return (
    disks.find(disk => disk?.value === true) ?? (disks.every(disk => disk?.value === false) ? disks[0] : undefined)
  );
}

function imported(scene: Scene, type: string): { [K in keyof ImageFacts]: ImageFacts[K] | undefined } {
  const { said } = scene;
  const iso = type === 'iso';
  return {
    type: { value: type, from: scene.place },
    size: said.size('size').known,
    min_disk: said.size('min_disk').known,
    platform: said.word('platform').known,
    os_bit: said.word('os_bit').known,
    architecture: said.word('architecture', 'x86').known,
    origin: { value: iso ? 'iso' : 'file', from: scene.place },
    encrypted: iso ? unlessUnknown(false) : encryptedBy(scene),
  };
}

/** Encrypted exactly if a key is given; an empty one is none. */
function encryptedBy({ said }: Scene): Known<boolean> | undefined {
  const key = said.struct.text('cmk_id');
  if (key === 'absent') return unlessUnknown(false);
  return key === 'unreadable' ? undefined : { value: key.value !== '', from: key.place };
}

/** Within the region a key encrypts the copy, an empty one decrypts it; across regions the source's encryption stays. */
function copyEncryption(scene: Scene, across: boolean | undefined): Known<boolean> | undefined {
  const source = scene.image.fact('encrypted').known;
  if (across === true) return source;
  const own = scene.said.struct.field('cmk_id') && encryptedBy(scene);
  if (across === undefined) return own !== undefined && own.value === source?.value ? source : undefined;
  if (own !== undefined) return own;
  return source?.value === false && scene.said.struct.lacks('cmk_id') ? source : undefined;
}

/** A backup counts as used from its first image on. */
function noteBackupUse({ backupUse, said }: Scene, world: World): void {
  const backup = backupOf(said.struct, world);
  if (backup === undefined || backupUse.value !== undefined) return;
  const use: Known<string> = { value: said.text('name').value ?? '', from: said.struct.placeOf('backup') };
  world.write(worldKey.backupUse(backup.id ?? backup.name), use);
}

const effects: { readonly [A in ActionName]?: Effect } = {
  'create-system-disk-image': (scene, world) => {
    const disk = systemDisk(scene);
    makeImage(scene, world, {
      ...fromServer(scene.server.state),
      type: { value: 'system-disk', from: scene.place },
      min_disk: disk.size,
      encrypted: disk.encrypted,
    });
  },
  'create-data-disk-image': (scene, world) => {
    const disk = dataDisk(scene);
    makeImage(scene, world, {
      type: { value: 'data-disk', from: scene.place },
      min_disk: disk.size,
      encrypted: disk.encrypted,
    });
  },
  'create-full-ecs-image': (scene, world) => {
    const { said, backup } = scene;
    const server = said.struct.has('backup') ? backup.state?.server : scene.server.state;
    const from = said.struct.text('server');
    const kind = backup.fact('type').known;
    const createdFrom = said.struct.has('backup')
      ? kind && { value: kind.value.toLowerCase(), from: kind.from }
      : typeof from === 'object'
        ? { value: 'ecs', from: from.place }
        : undefined;
    makeImage(scene, world, {
      ...fromServer(server),
      type: { value: 'full-ecs', from: scene.place },
      created_from: createdFrom,
      csbs_backup: said.struct.has('backup') ? undefined : server?.facts.csbs_backup,
      encrypted: anyDiskEncrypted(server),
    });
    noteBackupUse(scene, world);
  },
  'import-system-disk-image': (scene, world) => makeImage(scene, world, imported(scene, 'system-disk')),
  'import-data-disk-image': (scene, world) => makeImage(scene, world, imported(scene, 'data-disk')),
  'register-iso': (scene, world) => makeImage(scene, world, imported(scene, 'iso')),
  replicate: (scene, world) => {
    const inherited = scene.image.state?.facts ?? {};
    const { type, size, min_disk, disk_format, platform, os_bit, architecture, origin, created_from, csbs_backup } =
      inherited;
    const across = isAcross(scene).value;
    makeImage(scene, world, {
      ...{ type, size, min_disk, disk_format, platform, os_bit, architecture, origin, created_from, csbs_backup },
      encrypted: copyEncryption(scene, across),
      region: regionOfResult(scene).known,
    });
  },
  share: (scene, world) => changeImage(scene, world, () => ({ tenants: scene.tenants })),
  tag: (scene, world) => changeImage(scene, world, () => ({ tags: scene.tags })),
  publish: (scene, world) =>
    changeImage(scene, world, ({ facts: had }) => ({
      facts: { ...had, published: { value: true, from: scene.place } },
    })),
  unpublish: (scene, world) =>
    changeImage(scene, world, ({ facts: had }) => ({
      facts: { ...had, published: { value: false, from: scene.place } },
    })),
  delete: (scene, world) => {
    // IMS refuses to delete a published image: it is still there.
    if (scene.image.fact('published').value === true) return;
    changeImage(scene, world, () => ({ deleted: scene.place }));
  },
  update: (scene, world) => {
    const name = known(scene.said.struct.text('name'));
    const state = scene.current;
    if (name === undefined || state === undefined || name.value === state.name) return;
    const { listed: _, ...had } = state;
    const renamed = { ...had, name: name.value };
    const left = imagesNamed(world, state.name).filter(other => !sameImage(other, state));
    world.write(worldKey.image(state.name), left);
    putImage(world, renamed);
    if (state.facts.id !== undefined) world.write(worldKey.id('image', state.facts.id.value), name.value);
  },
  'create-servers': (scene, world) => {
    const { operation, said, image } = scene;
    const name = said.struct.text('name');
    if (typeof name !== 'object' || kindMade(operation) === undefined) return;
    const state: ServerState = {
      kind: 'server',
      name: name.value,
      place: name.place,
      facts: facts<ServerFacts>({
        id: undefined,
        type: unlessUnknown('ECS'),
        region: scene.region.known,
        status: said.word('status', 'Running').known,
        architecture:
          newArchitecture(scene).known ??
          (said.struct.text('flavor') === 'unreadable'
            ? undefined
            : unlessSaid('architecture', said.struct, image.fact('architecture').known)),
        flavor: said.text('flavor').known,
        memory: newMemory(scene).known,
        boot_disk: undefined,
        system_disk: image.fact('min_disk').known,
        system_disk_encrypted: image.fact('encrypted').known,
        csbs_backup: { value: false, from: scene.place },
        origin: image.fact('origin').known,
        platform: image.fact('platform').known,
        os_bit: image.fact('os_bit').known,
        encrypted: image.fact('encrypted').known,
      }),
      disks: undefined,
    };
    putServer(world, state);
  },
  'change-os': ({ server, image }, world) => {
    if (server.state === undefined) return;
    const { origin: _o, platform: _p, os_bit: _b, ...kept } = server.state.facts;
    const taken = facts<ServerFacts>({
      origin: image.fact('origin').known,
      platform: image.fact('platform').known,
      os_bit: image.fact('os_bit').known,
    } as { [K in keyof ServerFacts]: ServerFacts[K] | undefined });
    replaceServer(world, { ...server.state, facts: { ...kept, ...taken } });
  },
};

export function takeEffect(scene: Scene, world: World): void {
  const { action } = scene.operation;
  if (action !== undefined) effects[action]?.(scene, world);
  noteUnread(scene, world);
}
