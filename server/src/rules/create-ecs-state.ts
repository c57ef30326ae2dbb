import { isMadeOf } from '../facts/judgements.ts';
import { all, not } from '../facts/truth.ts';
import { constraintRule } from './rule.ts';

export default constraintRule({
  id: 'create-ecs-state',
  source: ['T1'],
  severity: 'error',
  actions: ['create-system-disk-image', 'create-data-disk-image', 'create-full-ecs-image'],
  constraint: {
    en: 'An image can be created from an ECS only while that is running or stopped.',
    zh: '弹性云服务器处于运行中或关机状态时，才能用其创建镜像。',
  },
  // That no image is made of a frozen ECS is for `frozen-server` to tell.
  violated: scene => all(isMadeOf(scene, 'ECS'), not(scene.server.fact('status').is('Running', 'Stopped', 'Frozen'))),
  place: ({ said }) => said.struct.placeOf('server'),
  message: ({ server }) => {
    const status = server.fact('status').value;
    return {
      en: `The ECS \`${server.label}\` is in the state ${status}, and an image can be created from it only while it is Running or Stopped. Wait until it is, or stop it first.`,
      zh: `弹性云服务器 \`${server.label}\` 的状态为 ${status}，只有处于运行中或关机状态时才能创建镜像。请等待其状态恢复，或先关机。`,
    };
  },
});
