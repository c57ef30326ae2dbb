import type { Scene } from '../../facts/scene.ts';
import { at, samePlace } from '../../model/place.ts';

/** Whether keys can be changed for this operation alone: none has its value from a map that is merged or from an alias. */
export const areOwn = ({ operation, said }: Scene, ...keys: readonly string[]): boolean =>
  keys.every(key => {
    const field = said.struct.fields.get(key);
    return field === undefined || samePlace(field.source, at(operation.place, key));
  });
