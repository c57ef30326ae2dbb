import { capacity } from '../facts/disks.ts';
import { TB, writeSize } from '../model/size.ts';
import { makeFullEcs } from './fix/full-ecs.ts';
import { constraintRule } from './rule.ts';

export default constraintRule({
  id: 'create-system-disk-capacity',
  source: ['T1'],
  severity: 'error',
  actions: ['create-system-disk-image'],
  constraint: {
    en: 'A system disk image can be created from a system disk of at most 1 TB.',
    zh: '用于创建系统盘镜像的系统盘容量不能超过 1 TB。',
  },
  violated: scene => capacity(scene).over(1 * TB),
  place: ({ said }) => said.struct.placeOf(said.struct.has('volume_id') ? 'volume_id' : 'server'),
  message: scene => {
    const { label } = scene.server;
    const size = writeSize(capacity(scene).value ?? 0);
    const disk = scene.said.struct.has('volume_id')
      ? { en: 'volume', zh: '该卷' }
      : { en: 'system disk', zh: '系统盘' };
    return scene.server.fact('type').value === 'BMS'
      ? {
          en: `The ${disk.en} of the BMS \`${label}\` has ${size}, and above 1 TB no image can be created from it. Use a BMS with a smaller system disk.`,
          zh: `裸金属服务器 \`${label}\` 的${disk.zh}容量为 ${size}，超过 1 TB 时不能创建镜像。请使用系统盘较小的裸金属服务器。`,
        }
      : {
          en: `The ${disk.en} of \`${label}\` has ${size}, and above 1 TB no system disk image can be created from it. Only a full-ECS image of the server is possible.`,
          zh: `\`${label}\` 的${disk.zh}容量为 ${size}，超过 1 TB 时不能创建系统盘镜像，只能使用该云服务器创建整机镜像。`,
        };
  },
  fixes: makeFullEcs,
});
