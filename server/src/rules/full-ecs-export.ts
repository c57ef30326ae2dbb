import { isFullEcs } from '../facts/judgements.ts';
import { constraintRule } from './rule.ts';

export default constraintRule({
  id: 'full-ecs-export',
  source: ['T1', 'T5'],
  severity: 'error',
  actions: ['export'],
  constraint: {
    en: 'A full-ECS image cannot be exported.',
    zh: '整机镜像不能导出。',
  },
  violated: ({ image }) => isFullEcs(image),
  place: ({ said }) => said.struct.placeOf('image'),
  message: ({ image }) => ({
    en: `\`${image.label}\` is a full-ECS image, which cannot be exported. Export system disk and data disk images of the server instead.`,
    zh: `\`${image.label}\` 是整机镜像，不能导出。请改为导出该云服务器的系统盘镜像和数据盘镜像。`,
  }),
});
