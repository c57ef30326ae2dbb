import { no, yes } from '../facts/truth.ts';
import { copyWithKey, mayBeCopied } from './fix/copy.ts';
import { constraintRule } from './rule.ts';

export default constraintRule({
  id: 'encrypt-key-change',
  source: ['T6'],
  severity: 'error',
  actions: ['update'],
  constraint: {
    en: 'The key that an image is encrypted with cannot be changed.',
    zh: '加密镜像的密钥不能更换。',
  },
  // What is not seen in a broken operation is undecided.
  violated: ({ said }) => {
    if (said.struct.has('cmk_id')) return yes;
    return said.struct.lacks('cmk_id') ? no : said.text('cmk_id').test(() => true);
  },
  place: ({ said }) => said.struct.placeOf('cmk_id'),
  message: scene => {
    const { label } = scene.image;
    return mayBeCopied(scene)
      ? {
          en: `The key of \`${label}\` cannot be changed: an image keeps its encryption. Replicate it within its region with this \`cmk_id\`, and use the copy.`,
          zh: `\`${label}\` 的密钥不能更换，镜像的加密方式始终不变。请用该 \`cmk_id\` 在区域内复制，再使用副本。`,
        }
      : {
          en: `The key of \`${label}\` cannot be changed: an image keeps its encryption, and this one cannot be copied within its region either. Leave out \`cmk_id\`.`,
          zh: `\`${label}\` 的密钥不能更换，镜像的加密方式始终不变，该镜像也无法在区域内复制。请去掉 \`cmk_id\`。`,
        };
  },
  fixes: copyWithKey,
});
