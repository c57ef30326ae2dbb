import { toYaml } from '../../edit/scalar.ts';
import type { Scene } from '../../facts/scene.ts';
import type { FixProposal } from '../rule.ts';
import { first, regionFields } from './first.ts';

/** Takes the image out of Marketplace before the operation uses it. */
export function unpublishFirst(scene: Scene, safe: boolean): readonly FixProposal[] {
  const { image } = scene;
  return [
    {
      title: { en: `\`unpublish\` \`${image.label}\` first`, zh: `先用 \`unpublish\` 下架 \`${image.label}\`` },
      safe,
      edits: [first(scene, [['action', 'unpublish'], ['image', toYaml(image.label)], ...regionFields(scene)])],
    },
  ];
}
