import { sizeOf } from '../facts/crowd.ts';
import { identityOf } from '../facts/judgements.ts';
import { yes } from '../facts/truth.ts';
import { oneAfterAnother } from './fix/sequence.ts';
import { groupRule } from './rule.ts';

export default groupRule({
  id: 'data-disk-one-at-a-time',
  source: ['T1'],
  severity: 'error',
  actions: ['create-data-disk'],
  constraint: {
    en: 'A data disk image makes one disk at a time.',
    zh: '使用数据盘镜像一次只能创建一块数据盘。',
  },
  limit: 1,
  counts: () => yes,
  amount: ({ said }) => said.integer('count', 1),
  per: identityOf,
  message: crowd => {
    const label = crowd.members[0]?.scene.image.label;
    const count = sizeOf(crowd);
    return {
      en: `${count} disks would be made from \`${label}\` at the same time, and only one can be. Make each with an operation of its own, one after another.`,
      zh: `将同时使用 \`${label}\` 创建 ${count} 块数据盘，而一次只能创建一块。请为每块数据盘单独写一个操作，依次执行。`,
    };
  },
  fixes: crowd =>
    oneAfterAnother(crowd, {
      en: 'Make each disk with an operation of its own, one after another',
      zh: '每块数据盘一个操作，依次执行',
    }),
});
