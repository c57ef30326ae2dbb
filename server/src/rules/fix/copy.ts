import { toYaml } from '../../edit/scalar.ts';
import type { Scene } from '../../facts/scene.ts';
import type { FixProposal } from '../rule.ts';
import { areOwn } from './own.ts';

/** Replicates an unencrypted copy within the region first, and lets the operation use that. */
export function unencryptedCopyFirst(scene: Scene): readonly FixProposal[] {
  if (!areOwn(scene, 'image')) return [];
  const { operation, said, image } = scene;
  const name = `${image.label.replace(/[^\w.-]/g, '-')}-unencrypted`;
  const region = said.struct.text('region');
  const place = typeof region === 'object' ? [['region', toYaml(region.value)] as const] : [];
  return [
    {
      title: {
        en: `Replicate an unencrypted copy \`${name}\` first, and use that`,
        zh: `先复制出未加密的副本 \`${name}\`，再使用该副本`,
      },
      safe: false,
      edits: [
        {
          kind: 'insert',
          before: operation.place,
          fields: [
            ['action', 'replicate'],
            ['image', toYaml(image.label)],
            ['name', toYaml(name)],
            ['cmk_id', '""'],
            ...place,
          ],
        },
        { kind: 'replace', place: said.struct.placeOf('image'), value: name },
      ],
    },
  ];
}
