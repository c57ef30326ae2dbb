import type { Edit } from '../../edit/edit.ts';
import type { Scene } from '../../facts/scene.ts';
import { at, type Place, samePlace } from '../../model/place.ts';

/** Whether keys can be changed for this operation alone: none has its value from a map that is merged or from an alias. */
export const areOwn = (scene: Scene, ...keys: readonly string[]): boolean =>
  keys.every(key => {
    const field = scene.said.struct.field(key);
    return field === undefined || samePlace(field.source, written(scene, key));
  });

/** Gives a key of the operation a value (YAML text); a misspelt one is written right. */
export function setKey(scene: Scene, key: string, value: string): readonly Edit[] {
  const place = written(scene, key);
  const spelt = place.path.at(-1) as string;
  const set: Edit = { kind: 'set', map: scene.operation.place, key: spelt, value };
  return spelt === key ? [set] : [set, { kind: 'rename', place, key }];
}

/** Takes a key out of the operation, however it is spelt. */
export const removeKey = (scene: Scene, key: string): Edit => ({
  kind: 'remove',
  map: scene.operation.place,
  key: written(scene, key).path.at(-1) as string,
});

/** Where the operation has a key, or would have it: a misspelt or foreign one may stand in for it. */
const written = ({ operation, said }: Scene, key: string): Place =>
  at(operation.place, said.struct.field(key)?.place.path.at(-1) ?? key);
