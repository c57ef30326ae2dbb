import type { BackupState, ImageState, ServerState } from '../../facts/state.ts';
import { type Place, samePlace } from '../../model/place.ts';
import type { ThingKind } from '../../model/vocabulary/index.ts';

/** What has a name in a manifest; a disk has one among the data disks of its server. */
export type NamedKind = ThingKind | 'disk';

/** A thing, whatever it is called: names are given anew, freed and used again. */
export interface Thing {
  readonly kind: NamedKind;
  /** Where it is declared or made; of an image of an inventory, the inventory's path. A bucket need not be declared. */
  readonly place: Place | undefined;
  /** Tells images of one inventory apart, and what only its id tells. A bucket is what it is called. */
  readonly id: string | undefined;
}

export const thingOf = ({ kind, place, facts }: ImageState | ServerState | BackupState): Thing => ({
  kind,
  place,
  id: kind === 'image' || place === undefined ? facts.id?.value : undefined,
});

export const thingAt = (kind: NamedKind, place: Place): Thing => ({ kind, place, id: undefined });

export function sameThing(a: Thing | undefined, b: Thing | undefined): boolean {
  if (a === undefined || b === undefined || a.kind !== b.kind || a.id !== b.id) return false;
  return a.kind === 'bucket' || samePlace(a.place, b.place);
}
