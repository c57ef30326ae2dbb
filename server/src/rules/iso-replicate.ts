import { isAcross } from '../facts/judgements.ts';
import { all, any, not } from '../facts/truth.ts';
import { constraintRule } from './rule.ts';

export default constraintRule({
  id: 'iso-replicate',
  source: ['T2', 'T4'],
  severity: 'error',
  actions: ['replicate'],
  constraint: {
    en: 'An ISO image cannot be replicated, nor an image that was made from an ISO file within its region.',
    zh: 'ISO 镜像不能复制；使用 ISO 文件创建的私有镜像不能在区域内复制。',
  },
  violated: scene => {
    const { image } = scene;
    return any(image.fact('type').is('iso'), all(image.fact('origin').is('iso'), not(isAcross(scene))));
  },
  place: ({ said }) => said.struct.placeOf('image'),
  message: ({ image }) =>
    image.fact('type').value === 'iso'
      ? {
          en: `\`${image.label}\` is an ISO image, which cannot be replicated, neither within its region nor to another. Register the ISO file where you need it.`,
          zh: `\`${image.label}\` 是 ISO 镜像，既不能在区域内复制，也不能跨区域复制。请在需要的区域重新注册该 ISO 文件。`,
        }
      : {
          en: `\`${image.label}\` was made from an ISO file, and cannot be replicated within its region. Give another region as \`target_region\`, or use the image itself.`,
          zh: `\`${image.label}\` 是使用 ISO 文件创建的私有镜像，不能在区域内复制。请用 \`target_region\` 指定其他区域，或直接使用该镜像。`,
        },
});
