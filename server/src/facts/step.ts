import type { Item } from '../model/model.ts';
import type { Problem } from '../model/problem.ts';
import { actions } from '../model/vocabulary/index.ts';
import { takeEffect } from './flow.ts';
import { imagesNamed, sameImage } from './images.ts';
import { isAcross, regionOfResult } from './judgements.ts';
import { kindMade, kindNamed } from './made.ts';
import { resolveImage } from './resolve.ts';
import { type ImageThing, observe, placeOf, regionOf, Said, type Scene, Thing } from './scene.ts';
import { serversNamed } from './servers.ts';
import { type ImageFacts, type ImageState, type World, worldKey } from './state.ts';
import type { GroupEffect } from './together.ts';

/** Walks over one item: what each of its operations meets, and what they leave in the world. */
export function step(item: Item, world: World, problems: Problem[]): readonly Scene[] {
  const running = item.group === undefined ? world : new Overlay(world);
  const effects = item.group === undefined ? [] : groupEffects(item, world);
  const scenes = item.operations.map(operation => {
    const scene = observe(operation, running, { before: world, effects }, problems);
    checkName(scene, world, running, problems);
    checkDisk(scene, problems);
    checkAcross(scene, problems);
    takeEffect(scene, running);
    return scene;
  });
  if (running instanceof Overlay) running.settle();
  return scenes;
}

/** The world as it is within a group: what is written is seen by those who count, and settled when the group ends. */
class Overlay implements World {
  private readonly written = new Map<string, unknown>();
  constructor(private readonly world: World) {}

  read(key: string): unknown {
    return this.written.has(key) ? this.written.get(key) : this.world.read(key);
  }
  write(key: string, value: unknown): void {
    this.written.set(key, value);
  }
  settle(): void {
    for (const [key, value] of this.written) this.world.write(key, value);
  }
}

function groupEffects({ operations }: Item, world: World): readonly GroupEffect[] {
  return operations.flatMap((operation): GroupEffect[] => {
    const { struct, action } = operation;
    if (action === undefined) return [];
    const place = placeOf(operation);
    const said = new Said(struct, action);
    const region = regionOf(said, world);
    const image = imageBefore(said, region.value, world);
    const name = said.text('name').value;
    const makes = kindMade(operation);
    if (makes !== undefined) {
      if (name === undefined) return [];
      const made = regionOfResult({ operation, said, region, image });
      return [{ operation, place, makes: { kind: makes, name, region: made.value } }];
    }
    const { state } = image;
    if (state === undefined) return [];
    // A published image is not deleted.
    if (action === 'delete' && image.fact('published').value !== true) return [{ operation, place, deletes: state }];
    return action === 'update' && name !== undefined ? [{ operation, place, renames: { image: state, to: name } }] : [];
  });
}

function imageBefore(said: Said, region: string | undefined, world: World): ImageThing {
  const name = said.text('image').value;
  const found = name === undefined ? undefined : resolveImage(name, region, world);
  const state = found?.outcome === 'found' ? found.state : undefined;
  return new Thing<ImageFacts, ImageState>(said.label, state, state?.facts ?? {});
}

const defaultRegion = (world: World): string | undefined =>
  (world.read(worldKey.region) as { value: string } | undefined)?.value;

/** What nobody knows the region of is in one region where none is named at all, else in any. */
const isSameRegion = (a: string | undefined, b: string | undefined, world: World): boolean =>
  a === b && (a !== undefined || defaultRegion(world) === undefined);

/**
 * A name that is alive already for a thing of the same kind in the same region; in a group also one that another
 * operation of it frees.
 */
function checkName(scene: Scene, before: World, running: World, problems: Problem[]): void {
  const { said, operation, image } = scene;
  const { action } = operation;
  const name = said.struct.text('name');
  if (typeof name !== 'object') return;
  const { value, place } = name;
  const kind = kindNamed(operation);
  if (kind === 'server') {
    if (said.struct.integer('count') === 'unreadable') return;
    const first = serversNamed(running, value).find(
      server => server.place !== undefined && isSameRegion(server.facts.region?.value, scene.region.value, before),
    );
    if (first !== undefined) problems.push({ rule: 'duplicate-name', place, name: value, first: first.place });
  } else if (kind === 'image') {
    const region = action === 'update' ? image.fact('region').value : regionOfResult(scene).value;
    if (region === undefined && isAcross(scene).value === undefined) return;
    const named = (world: World): readonly ImageState[] => imagesNamed(world, value);
    const first = (running === before ? named(before) : [...named(before), ...named(running)]).find(
      other =>
        other.listed !== true &&
        other.deleted === undefined &&
        isSameRegion(other.facts.region?.value, region, before) &&
        !(action === 'update' && image.state !== undefined && sameImage(other, image.state)),
    );
    if (first !== undefined) problems.push({ rule: 'duplicate-name', place, name: value, first: first.place });
  }
}

/** A data disk that the server does not have, where its disks are declared. */
function checkDisk({ said, server }: Scene, problems: Problem[]): void {
  const disk = said.struct.text('disk');
  const disks = server.state?.disks;
  if (typeof disk !== 'object' || disks === undefined || disks.has(disk.value)) return;
  const { value: name, place } = disk;
  problems.push({ rule: 'unknown-reference', place, kind: 'disk', name, disks: [...disks.keys()] });
}

/** Keys that a copy needs only if it leaves the region of its image. */
function checkAcross(scene: Scene, problems: Problem[]): void {
  const { operation, said } = scene;
  if (operation.action === undefined) return;
  const needs = actions[operation.action].needs.filter(({ when }) => when === 'across-regions');
  if (needs.length === 0 || isAcross(scene).value !== true) return;
  for (const { keys } of needs) {
    if (!keys.every(key => said.struct.lacks(key))) continue;
    problems.push({ rule: 'missing-key', place: said.struct.placeOf('action'), map: operation.place, keys });
  }
}
