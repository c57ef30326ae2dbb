import { isMadeOf } from '../facts/judgements.ts';
import { all } from '../facts/truth.ts';
import { constraintRule } from './rule.ts';

export default constraintRule({
  id: 'frozen-server',
  source: ['O'],
  severity: 'error',
  actions: ['create-system-disk-image', 'create-data-disk-image', 'create-full-ecs-image'],
  constraint: {
    en: 'No image can be created from an ECS that is frozen because a payment is overdue.',
    zh: '因欠费被冻结的弹性云服务器不能用于创建私有镜像。',
  },
  violated: scene => all(isMadeOf(scene, 'ECS'), scene.server.fact('status').is('Frozen')),
  place: ({ said }) => said.struct.placeOf('server'),
  message: ({ server }) => ({
    en: `The ECS \`${server.label}\` is frozen because a payment is overdue, and no image can be created from it. Renew it first.`,
    zh: `弹性云服务器 \`${server.label}\` 因欠费被冻结，不能用于创建私有镜像。请先续费。`,
  }),
});
