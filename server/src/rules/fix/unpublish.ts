import { toYaml } from '../../edit/scalar.ts';
import type { Scene } from '../../facts/scene.ts';
import { at, nodeAt, type Place } from '../../model/place.ts';
import { readText } from '../../model/struct.ts';
import type { FixProposal } from '../rule.ts';
import { first, regionFields } from './first.ts';

/** Takes the image out of Marketplace before the operation uses it. */
export function unpublishFirst(scene: Scene, safe: boolean): readonly FixProposal[] {
  const { image } = scene;
  if (isUnpublishedBeside(scene)) return [];
  return [
    {
      title: { en: `\`unpublish\` \`${image.label}\` first`, zh: `先用 \`unpublish\` 下架 \`${image.label}\`` },
      safe,
      edits: [first(scene, [['action', 'unpublish'], ['image', toYaml(image.label)], ...regionFields(scene)])],
    },
  ];
}

/** Whether its group unpublishes it at the same time: a second time would be once too often. */
function isUnpublishedBeside({ operation: { entry }, image }: Scene): boolean {
  const group: Place = { ...entry, path: entry.path.slice(0, -1) };
  const list = entry.path.at(-2) === 'parallel' ? nodeAt(group)?.node : undefined;
  const members = list?.kind === 'seq' ? [...list.items.keys()].map(i => at(group, i)) : [];
  const says = (member: Place, key: string, text: string): boolean => {
    const found = nodeAt(at(member, key));
    return found !== undefined && readText(found.node) === text;
  };
  return members.some(member => says(member, 'action', 'unpublish') && says(member, 'image', image.label));
}
