import { toYaml } from '../../edit/scalar.ts';
import type { Scene } from '../../facts/scene.ts';
import type { FixProposal } from '../rule.ts';
import { regionFields } from './beside.ts';

/** Takes the image out of Marketplace before the operation uses it. */
export function unpublishFirst(scene: Scene, safe: boolean): readonly FixProposal[] {
  const { operation, image } = scene;
  return [
    {
      title: { en: `\`unpublish\` \`${image.label}\` first`, zh: `先用 \`unpublish\` 下架 \`${image.label}\`` },
      safe,
      edits: [
        {
          kind: 'insert',
          before: operation.place,
          fields: [['action', 'unpublish'], ['image', toYaml(image.label)], ...regionFields(scene)],
        },
      ],
    },
  ];
}
