import { capacity } from '../facts/disks.ts';
import { TB, writeSize } from '../model/size.ts';
import { makeFullEcs } from './fix/full-ecs.ts';
import { constraintRule } from './rule.ts';

export default constraintRule({
  id: 'create-data-disk-capacity',
  source: ['T1'],
  severity: 'error',
  actions: ['create-data-disk-image'],
  constraint: {
    en: 'A data disk image can be created from a data disk of at most 1 TB.',
    zh: '用于创建数据盘镜像的数据盘容量不能超过 1 TB。',
  },
  violated: scene => capacity(scene).over(1 * TB),
  place: ({ said }) => said.struct.placeOf(said.struct.has('volume_id') ? 'volume_id' : 'disk'),
  message: scene => {
    const { label } = scene.server;
    const size = writeSize(capacity(scene).value ?? 0);
    return scene.server.fact('type').value === 'BMS'
      ? {
          en: `This data disk of the BMS \`${label}\` has ${size}, and above 1 TB no image can be created from it. Use an ECS with a smaller data disk.`,
          zh: `裸金属服务器 \`${label}\` 的这块数据盘容量为 ${size}，超过 1 TB 时不能创建镜像。请使用数据盘较小的弹性云服务器。`,
        }
      : {
          en: `This data disk of \`${label}\` has ${size}, and above 1 TB no data disk image can be created from it. Only a full-ECS image of the server is possible.`,
          zh: `\`${label}\` 的这块数据盘容量为 ${size}，超过 1 TB 时不能创建数据盘镜像，只能使用该云服务器创建整机镜像。`,
        };
  },
  fixes: makeFullEcs,
});
