import type { Operation } from '../model/model.ts';
import type { Place } from '../model/place.ts';
import { type Found, splitRegion, type Thing } from './resolve.ts';
import type { ImageState, World } from './state.ts';

/** The operations that run at the same time as this one: itself alone, or its group. */
export interface Together {
  /** What is known before any of them ran. */
  readonly before: World;
  /** What each makes, deletes or gives another name. */
  readonly effects: readonly GroupEffect[];
}

export interface GroupEffect {
  readonly operation: Operation;
  readonly makes?: Made;
  readonly deletes?: ImageState;
  readonly renames?: { readonly image: ImageState; readonly to: string };
  readonly place: Place;
}

/** A thing that is made, or is referred to as such. */
interface Made {
  readonly kind: 'image' | 'server';
  readonly name: string;
  readonly region: string | undefined;
}

/** The other operation of the group that makes what a reference means, where that was not there before. */
export function makerOf(
  { kind, name, region }: Made,
  operation: Operation,
  found: Found<Thing>,
  effects: readonly GroupEffect[],
): GroupEffect | undefined {
  const split = splitRegion(name);
  const before = found.outcome === 'found' ? found.state.facts : undefined;
  return effects.find(({ operation: other, makes }) => {
    if (other === operation || makes?.kind !== kind) return false;
    if (before === undefined) {
      return name === makes.name || (split?.name === makes.name && split.region === makes.region);
    }
    return name === makes.name && region === makes.region && before.region?.value !== region;
  });
}
