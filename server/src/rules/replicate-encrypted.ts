import { isAcross } from '../facts/judgements.ts';
import { all } from '../facts/truth.ts';
import { mayBeCopied, unencryptedCopyFirst } from './fix/copy.ts';
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
  message: scene => {
    const { label } = scene.image;
    const target = scene.said.region('target_region').value;
    return mayBeCopied(scene)
      ? {
          en: `\`${label}\` is encrypted, and an encrypted image cannot leave its region for \`${target}\`. Make an unencrypted copy within the region first, and replicate that.`,
          zh: `\`${label}\` 已加密，加密镜像不能跨区域复制到 \`${target}\`。请先在区域内复制出未加密的副本，再复制该副本。`,
        }
      : {
          en: `\`${label}\` is encrypted, and an encrypted image cannot leave its region for \`${target}\`. It cannot be copied without encryption either: replicate one that is made of unencrypted disks.`,
          zh: `\`${label}\` 已加密，加密镜像不能跨区域复制到 \`${target}\`，也无法在区域内复制出未加密的副本。请改为复制由未加密的磁盘创建的镜像。`,
        };
  },
  fixes: unencryptedCopyFirst,
});
