import type { Edit } from '../../edit/edit.ts';
import { toYaml } from '../../edit/scalar.ts';
import type { Scene } from '../../facts/scene.ts';
import type { Place } from '../../model/place.ts';

type Field = readonly [key: string, value: string];

/** Puts a new operation first, as an item of its own: what runs in a group does not see what the group does. */
export function first({ operation }: Scene, fields: readonly Field[]): Edit {
  return { kind: 'insert', before: itemOf(operation.entry), like: operation.place, fields };
}

/** The item of `operations` that an operation is, or whose group it is in. */
export function itemOf(entry: Place): Place {
  const { slot, path } = entry;
  return path.at(-2) === 'parallel' ? { slot, path: path.slice(0, -2), part: 'value' } : entry;
}

/** What puts a new operation into the region of the one that it is written for. */
export function regionFields({ said }: Scene): readonly Field[] {
  const region = said.struct.text('region');
  return typeof region === 'object' ? [['region', toYaml(region.value)]] : [];
}
