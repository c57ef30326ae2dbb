import { sizeOf } from '../facts/crowd.ts';
import { identityOf } from '../facts/judgements.ts';
import { oneAfterAnother } from './fix/sequence.ts';
import { groupRule } from './rule.ts';

const limit = 100;

export default groupRule({
  id: 'server-batch',
  source: ['T6'],
  severity: 'warning',
  actions: ['create-servers'],
  constraint: {
    en: `It is recommended to create at most ${limit} servers at the same time from one system disk image.`,
    zh: `建议使用同一个系统盘镜像同时创建的云服务器不超过 ${limit} 台。`,
  },
  limit,
  counts: ({ image }) => image.fact('type').is('system-disk'),
  amount: ({ said }) => said.integer('count', 1),
  per: identityOf,
  message: crowd => {
    const label = crowd.members[0]?.scene.image.label;
    const count = sizeOf(crowd);
    return {
      en: `${count} servers would be created from \`${label}\` at the same time; at most ${limit} are recommended. Create them in batches of at most ${limit}.`,
      zh: `将同时使用 \`${label}\` 创建 ${count} 台云服务器，而建议不超过 ${limit} 台。请分批创建，每批不超过 ${limit} 台。`,
    };
  },
  fixes: crowd =>
    oneAfterAnother(crowd, {
      en: `Create them in batches of at most ${limit}, one after another`,
      zh: `分批依次创建，每批不超过 ${limit} 台`,
    }),
});
