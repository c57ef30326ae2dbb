import type { Edit } from '../../edit/edit.ts';
import type { Scene } from '../../facts/scene.ts';
import { actionKeys } from '../../model/model.ts';
import type { ActionName } from '../../model/vocabulary/index.ts';
import { areOwn, removeKey } from './keys.ts';

/**
 * Makes another operation of this one, without the keys that the other does not have and those of `dropped`; nothing,
 * where these are not its own.
 */
export function become(scene: Scene, action: ActionName, dropped: readonly string[] = []): readonly Edit[] | undefined {
  const { said } = scene;
  const kept = actionKeys(action);
  const meant = [...said.struct.meant()].map(([key]) => key);
  const removed = meant.filter(key => !(key in kept) || dropped.includes(key));
  if (!areOwn(scene, 'action', ...removed)) return undefined;
  return [
    { kind: 'replace', place: said.struct.placeOf('action'), value: action },
    ...removed.map(key => removeKey(scene, key)),
  ];
}
