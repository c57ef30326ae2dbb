import type { Operation } from '../model/model.ts';
import { actions, type ThingKind } from '../model/vocabulary/index.ts';
import { kindNamed } from './made.ts';
import type { Scene } from './scene.ts';
import { type World, worldKey } from './state.ts';

/** Notes what an operation may make where its action or its name cannot be read: from here on it may be there. */
export function noteUnread({ operation }: Scene, world: World): void {
  const { action, struct } = operation;
  const name = struct.text('name');
  if (action !== undefined && typeof name === 'object') return;
  if (name === 'absent' && !(action !== undefined && actions[action].keys.name?.required)) return;
  for (const kind of kindsNamed(operation)) noteAny(kind, world, typeof name === 'object' ? name.value : undefined);
}

/** Notes that there may be a thing of that name; without one, of any. */
export const noteAny = (kind: ThingKind, world: World, name?: string): void =>
  world.write(worldKey.unread(kind, name), true);

/** Of what kind the thing is that an operation gives a name. */
function kindsNamed(operation: Operation): readonly ThingKind[] {
  if (operation.action === undefined) return ['image', 'server'];
  const named = kindNamed(operation);
  return named === undefined ? [] : [named];
}

/** Whether a name, or the one before an `@`, may be that of something that cannot be read. */
export const mayBeUnread = (kind: ThingKind, name: string, world: Pick<World, 'read'>): boolean =>
  [undefined, name, name.replace(/@[^@]*$/, '')].some(any => world.read(worldKey.unread(kind, any)) === true);
