import { mayBeCopied, unencryptedCopyFirst } from './fix/copy.ts';
import { constraintRule } from './rule.ts';

export default constraintRule({
  id: 'encrypt-publish',
  source: ['T6'],
  severity: 'error',
  actions: ['publish'],
  constraint: {
    en: 'An encrypted image cannot be published in Marketplace (KooGallery).',
    zh: '加密镜像不能发布到云市场（云商店，KooGallery）。',
  },
  violated: ({ image }) => image.fact('encrypted').is(true),
  place: ({ said }) => said.struct.placeOf('image'),
  message: scene => {
    const { label } = scene.image;
    return mayBeCopied(scene)
      ? {
          en: `\`${label}\` is encrypted, and an encrypted image cannot be published in Marketplace. Publish an unencrypted copy of it instead.`,
          zh: `\`${label}\` 已加密，加密镜像不能发布到云市场。请改为发布它的未加密副本。`,
        }
      : {
          en: `\`${label}\` is encrypted, and an encrypted image cannot be published in Marketplace. It cannot be copied without encryption either: publish one that is made of unencrypted disks.`,
          zh: `\`${label}\` 已加密，加密镜像不能发布到云市场，也无法在区域内复制出未加密的副本。请改为发布由未加密的磁盘创建的镜像。`,
        };
  },
  fixes: unencryptedCopyFirst,
});
