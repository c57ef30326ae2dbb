import { isAcross } from '../facts/judgements.ts';
import { all } from '../facts/truth.ts';
import { unencryptedCopyFirst } from './fix/copy.ts';
import { constraintRule } from './rule.ts';

export default constraintRule({
  id: 'replicate-encrypted',
  source: ['T4', 'T6'],
  severity: 'error',
  actions: ['replicate'],
  constraint: {
    en: 'An encrypted image cannot be replicated to another region.',
    zh: '加密镜像不能跨区域复制。',
  },
  violated: scene => all(isAcross(scene), scene.image.fact('encrypted').is(true)),
  place: ({ said }) => said.struct.placeOf('image'),
  message: ({ image, said }) => ({
    en: `\`${image.label}\` is encrypted, and an encrypted image cannot leave its region for \`${said.region('target_region').value}\`. Make an unencrypted copy within the region first, and replicate that.`,
    zh: `\`${image.label}\` 已加密，加密镜像不能跨区域复制到 \`${said.region('target_region').value}\`。请先在区域内复制出未加密的副本，再复制该副本。`,
  }),
  fixes: unencryptedCopyFirst,
});
