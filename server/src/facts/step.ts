import type { Item } from '../model/model.ts';
import type { Problem } from '../model/problem.ts';
import { actions } from '../model/vocabulary/index.ts';
import { takeEffect } from './flow.ts';
import { imagesNamed, sameImage } from './images.ts';
import { isAcross, regionOfResult } from './judgements.ts';
import { resolveImage } from './resolve.ts';
import { type GroupEffect, observe, placeOf, type Scene } from './scene.ts';
import { serversNamed } from './servers.ts';
import { type World, worldKey } from './state.ts';

/** Walks over one item: what each of its operations meets, and what they leave in the world. */
export function step(item: Item, world: World, problems: Problem[]): readonly Scene[] {
  const running = item.group === undefined ? world : new Overlay(world);
  const effects = item.group === undefined ? [] : groupEffects(item, world);
  const scenes = item.operations.map(operation => {
    const scene = observe(operation, running, { before: world, effects }, problems);
    checkName(scene, running, problems);
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

function groupEffects(item: Item, world: World): readonly GroupEffect[] {
  return item.operations.flatMap((operation): GroupEffect[] => {
    const { struct, action } = operation;
    const place = placeOf(operation);
    const name = struct.text('name');
    const makes = action !== undefined && actions[action].makes !== undefined && typeof name === 'object';
    if (makes) return [{ operation, place, makes: name.value }];
    const image = struct.text('image');
    if (action !== 'delete' || typeof image !== 'object') return [];
    const region = struct.region('region');
    const found = resolveImage(image.value, typeof region === 'object' ? region.value : defaultRegion(world), world);
    return found.outcome === 'found' ? [{ operation, place, deletes: found.state }] : [];
  });
}

const defaultRegion = (world: World): string | undefined =>
  (world.read(worldKey.region) as { value: string } | undefined)?.value;

/** What nobody knows the region of is in one region where none is named at all, else in any. */
const isSameRegion = (a: string | undefined, b: string | undefined, world: World): boolean =>
  a === b && (a !== undefined || defaultRegion(world) === undefined);

/** A name that is alive already for a thing of the same kind in the same region. */
function checkName(scene: Scene, world: World, problems: Problem[]): void {
  const { said, operation, image } = scene;
  const { action } = operation;
  const name = said.struct.text('name');
  if (action === undefined || typeof name !== 'object') return;
  const { value, place } = name;
  if (actions[action].makes === 'server') {
    const first = serversNamed(world, value).find(({ facts }) =>
      isSameRegion(facts.region?.value, scene.region.value, world),
    );
    if (first !== undefined) problems.push({ rule: 'duplicate-name', place, name: value, first: first.place });
  } else if (actions[action].makes === 'image' || action === 'update') {
    const region = action === 'update' ? image.fact('region').value : regionOfResult(scene).value;
    if (region === undefined && isAcross(scene).value === undefined) return;
    const first = imagesNamed(world, value).find(
      other =>
        other.listed !== true &&
        other.deleted === undefined &&
        isSameRegion(other.facts.region?.value, region, world) &&
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
