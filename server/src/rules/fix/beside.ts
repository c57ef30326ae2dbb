import { toYaml } from '../../edit/scalar.ts';
import type { Scene } from '../../facts/scene.ts';

/** What puts a new operation into the region of the one that it is written for. */
export function regionFields({ said }: Scene): readonly (readonly [string, string])[] {
  const region = said.struct.text('region');
  return typeof region === 'object' ? [['region', toYaml(region.value)]] : [];
}
