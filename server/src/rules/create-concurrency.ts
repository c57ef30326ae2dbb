import { sizeOf } from '../facts/crowd.ts';
import { yes } from '../facts/truth.ts';
import { creators } from './creators.ts';
import { splitGroup } from './fix/sequence.ts';
import { groupRule } from './rule.ts';

const limit = 40;

export default groupRule({
  id: 'create-concurrency',
  source: ['T1'],
  severity: 'error',
  actions: creators,
  constraint: {
    en: `At most ${limit} images can be created at the same time.`,
    zh: `最多同时创建 ${limit} 个镜像。`,
  },
  limit,
  counts: () => yes,
  message: crowd => ({
    en: `The group creates ${sizeOf(crowd)} images at the same time, and at most ${limit} can be: from here on they are too many. Split it into groups of at most ${limit}.`,
    zh: `该组同时创建 ${sizeOf(crowd)} 个镜像，从此处开始超过上限 ${limit} 个。请将其拆分为每组不超过 ${limit} 个。`,
  }),
  fixes: splitGroup,
});
