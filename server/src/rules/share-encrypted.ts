import { unencryptedCopyFirst } from './fix/copy.ts';
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
  message: ({ image }) => ({
    en: `\`${image.label}\` is encrypted, and an encrypted image cannot be shared. Share an unencrypted copy of it instead.`,
    zh: `\`${image.label}\` 已加密，加密镜像不能共享。请改为共享它的未加密副本。`,
  }),
  fixes: unencryptedCopyFirst,
});
