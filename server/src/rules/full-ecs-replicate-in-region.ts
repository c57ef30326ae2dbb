import { isAcross, isFullEcs } from '../facts/judgements.ts';
import { all, not } from '../facts/truth.ts';
import { constraintRule } from './rule.ts';

export default constraintRule({
  id: 'full-ecs-replicate-in-region',
  source: ['T1', 'T4'],
  severity: 'error',
  actions: ['replicate'],
  constraint: {
    en: 'A full-ECS image cannot be replicated within its region, only to another one.',
    zh: '整机镜像不能在区域内复制，只能跨区域复制。',
  },
  violated: scene => all(isFullEcs(scene.image), not(isAcross(scene))),
  place: ({ said }) => said.struct.placeOf('image'),
  message: ({ image }) => ({
    en: `\`${image.label}\` is a full-ECS image, which cannot be replicated within its region. Give another region as \`target_region\`, or use the image itself.`,
    zh: `\`${image.label}\` 是整机镜像，不能在区域内复制。请用 \`target_region\` 指定其他区域，或直接使用该镜像。`,
  }),
});
