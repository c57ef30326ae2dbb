import { isMadeOf } from '../facts/judgements.ts';
import { all } from '../facts/truth.ts';
import { constraintRule } from './rule.ts';

export default constraintRule({
  id: 'create-bms-boot-disk',
  source: ['T1'],
  severity: 'error',
  actions: ['create-system-disk-image'],
  constraint: {
    en: 'A system disk image can be created from a BMS only if that boots from an EVS disk, not from a local one.',
    zh: '裸金属服务器从云硬盘启动时，才能用其创建系统盘镜像；从本地盘启动时不能创建。',
  },
  violated: scene => all(isMadeOf(scene, 'BMS'), scene.server.fact('boot_disk').is('local')),
  place: ({ said }) => said.struct.placeOf('server'),
  message: ({ server }) => ({
    en: `The BMS \`${server.label}\` boots from a local disk, and no image can be created from that. Use a BMS that boots from an EVS disk.`,
    zh: `裸金属服务器 \`${server.label}\` 从本地盘启动，不能用其创建镜像。请使用从云硬盘启动的裸金属服务器。`,
  }),
});
