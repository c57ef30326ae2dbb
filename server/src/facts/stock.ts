import type { Operation } from '../model/model.ts';
import type { Place } from '../model/place.ts';
import { actions } from '../model/vocabulary/index.ts';
import { regionOfResult } from './judgements.ts';
import type { Scene } from './scene.ts';
import type { Fact } from './truth.ts';

/** An operation makes one more private image in a region, or deletes one. */
export interface Movement {
  /** The operation's. */
  readonly place: Place;
  readonly by: 1 | -1;
  /** Nothing where it is not known which. */
  readonly region: string | undefined;
}

/** The private images of a region just after an operation. */
export interface Stock {
  readonly region: Fact<string>;
  /** Those made so far, less those deleted. */
  readonly made: number;
  /** Those that were there before any operation. */
  readonly before: Fact<number>;
  readonly quota: Fact<number>;
}

export function movementsOf(scenes: readonly Scene[]): readonly Movement[] {
  return scenes.flatMap((scene): Movement[] => {
    const { operation, place } = scene;
    if (isMade(operation)) return [{ place, by: 1, region: regionOfResult(scene).value }];
    return operation.action === 'delete' && isDeleted(scene) ? [{ place, by: -1, region: regionOf(scene) }] : [];
  });
}

const isMade = ({ action }: Operation): boolean => action !== undefined && actions[action].makes === 'image';

/** IMS refuses to delete a published image, one of somebody else counts for them, and one that is gone no more. */
const isDeleted = ({ image, current }: Scene): boolean =>
  image.fact('published').value !== true &&
  image.fact('shared_by').value === undefined &&
  image.fact('private').value !== false &&
  (image.gone ?? current?.deleted) === undefined;

/** An image can only be deleted where it is. */
const regionOf = ({ image, region }: Scene): string | undefined => image.fact('region').value ?? region.value;

/** By how much a movement changes the number of images in a region at most: what is deleted somewhere may be there. */
export const effectOn = (region: string, movement: Movement): number =>
  movement.region === region || (movement.region === undefined && movement.by < 0) ? movement.by : 0;
