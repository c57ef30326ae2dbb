import type { Scene } from '../../facts/scene.ts';
import { GB, writeSize } from '../../model/size.ts';
import type { FixProposal } from '../rule.ts';
import { areOwn } from './keys.ts';

/** What an imported data disk may have. */
export const smallest = 40 * GB;
export const largest = 2048 * GB;

/** Gives an imported data disk the least capacity that IMS allows and that holds the disk inside the file. */
export function bigEnough(scene: Scene): readonly FixProposal[] {
  const { said } = scene;
  const inside = said.struct.has('virtual_size') ? said.size('virtual_size').value : 0;
  if (inside === undefined || inside > largest || !areOwn(scene, 'min_disk')) return [];
  // A disk has whole gigabytes.
  const capacity = writeSize(Math.ceil(Math.max(smallest, inside)));
  return [
    {
      title: { en: `Give the data disk ${capacity}`, zh: `将数据盘容量改为 ${capacity}` },
      safe: true,
      edits: [{ kind: 'replace', place: said.struct.placeOf('min_disk'), value: capacity }],
    },
  ];
}
