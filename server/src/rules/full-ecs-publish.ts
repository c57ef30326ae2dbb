import { isFullEcs } from '../facts/judgements.ts';
import { constraintRule } from './rule.ts';

export default constraintRule({
  id: 'full-ecs-publish',
  source: ['T1'],
  severity: 'error',
  actions: ['publish'],
  constraint: {
    en: 'A full-ECS image cannot be published in Marketplace (KooGallery).',
    zh: '整机镜像不能发布到云市场（云商店，KooGallery）。',
  },
  violated: ({ image }) => isFullEcs(image),
  place: ({ said }) => said.struct.placeOf('image'),
  message: ({ image }) => ({
    en: `\`${image.label}\` is a full-ECS image, which cannot be published in Marketplace. Publish a system disk image of the server instead.`,
    zh: `\`${image.label}\` 是整机镜像，不能发布到云市场。请改为发布该云服务器的系统盘镜像。`,
  }),
});
