import { any } from '../facts/truth.ts';
import { creators } from './creators.ts';
import { quotaRule } from './rule.ts';

export default quotaRule({
  id: 'create-image-quota',
  source: ['T1'],
  severity: 'warning',
  actions: [...creators, 'replicate'],
  constraint: {
    en: 'An account can have a limited number of private images in a region: 50, unless the quota has been raised.',
    zh: '一个账号在一个区域内的私有镜像数量有限：默认 50 个，除非已提升配额。',
  },
  violated: ({ region, made, before, quota }) =>
    region.known === undefined
      ? region.test(() => false)
      : any(
          quota.test(limit => made > limit),
          before.testWith(quota, (count, limit) => count + made > limit),
        ),
  message: ({ made, before, quota, region }) => {
    const count = (before.value ?? 0) + made;
    const where = region.value ?? '';
    return {
      en: `This makes ${count} private ${count === 1 ? 'image' : 'images'} in ${where}, and the quota is ${quota.value}. Delete images that are no longer needed, have the quota raised, or write the true one under \`account\`.`,
      zh: `至此 ${where} 将有 ${count} 个私有镜像，而配额为 ${quota.value} 个。请删除不再需要的镜像、申请提升配额，或在 \`account\` 下写明实际配额。`,
    };
  },
});
