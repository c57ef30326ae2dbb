import { isMadeOf } from '../facts/judgements.ts';
import { constraintRule } from './rule.ts';

export default constraintRule({
  id: 'create-bms-image-type',
  source: ['T1'],
  severity: 'error',
  actions: ['create-data-disk-image', 'create-full-ecs-image'],
  constraint: {
    en: 'Data disk images and full-ECS images can be created from an ECS, but not from a BMS.',
    zh: '数据盘镜像和整机镜像只能使用弹性云服务器创建，不能使用裸金属服务器创建。',
  },
  violated: scene => isMadeOf(scene, 'BMS'),
  place: ({ said }) => said.struct.placeOf('server'),
  message: ({ operation, server }) => {
    const full = operation.action === 'create-full-ecs-image';
    return {
      en: `\`${server.label}\` is a BMS, and a ${full ? 'full-ECS' : 'data disk'} image can be created from an ECS only. Create a system disk image of it, or use an ECS.`,
      zh: `\`${server.label}\` 是裸金属服务器，而${full ? '整机' : '数据盘'}镜像只能使用弹性云服务器创建。请改为创建它的系统盘镜像，或使用弹性云服务器。`,
    };
  },
});
