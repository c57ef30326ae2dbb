import { mayBeCopied, unencryptedCopyFirst } from './fix/copy.ts';
import { constraintRule } from './rule.ts';

export default constraintRule({
  id: 'share-encrypted',
  source: ['T3', 'T6'],
  severity: 'error',
  actions: ['share'],
  constraint: {
    en: 'An encrypted image cannot be shared with other tenants.',
    zh: '加密镜像不能共享给其他租户。',
  },
  violated: ({ image }) => image.fact('encrypted').is(true),
  place: ({ said }) => said.struct.placeOf('image'),
  message: scene => {
    const { label } = scene.image;
    return mayBeCopied(scene)
      ? {
          en: `\`${label}\` is encrypted, and an encrypted image cannot be shared. Share an unencrypted copy of it instead.`,
          zh: `\`${label}\` 已加密，加密镜像不能共享。请改为共享它的未加密副本。`,
        }
      : {
          en: `\`${label}\` is encrypted, and an encrypted image cannot be shared. It cannot be copied without encryption either: share one that is made of unencrypted disks.`,
          zh: `\`${label}\` 已加密，加密镜像不能共享，也无法在区域内复制出未加密的副本。请改为共享由未加密的磁盘创建的镜像。`,
        };
  },
  fixes: unencryptedCopyFirst,
});
