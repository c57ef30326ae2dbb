import { isMadeOf } from '../facts/judgements.ts';
import { all, not } from '../facts/truth.ts';
import { constraintRule } from './rule.ts';

export default constraintRule({
  id: 'create-bms-state',
  source: ['T1'],
  severity: 'error',
  actions: ['create-system-disk-image'],
  constraint: {
    en: 'A system disk image can be created from a BMS only while that is stopped.',
    zh: '裸金属服务器处于关机状态时，才能用其创建系统盘镜像。',
  },
  violated: scene => all(isMadeOf(scene, 'BMS'), not(scene.server.fact('status').is('Stopped'))),
  place: ({ said }) => said.struct.placeOf('server'),
  message: ({ server }) => {
    const status = server.fact('status').value;
    return {
      en: `The BMS \`${server.label}\` is in the state ${status}, and a system disk image can be created from it only while it is Stopped. Stop it first.`,
      zh: `裸金属服务器 \`${server.label}\` 的状态为 ${status}，只有处于关机状态时才能创建系统盘镜像。请先将其关机。`,
    };
  },
});
