import { sizeOf } from '../facts/crowd.ts';
import { isAcross } from '../facts/judgements.ts';
import { oneAfterAnother } from './fix/sequence.ts';
import { groupRule } from './rule.ts';

export default groupRule({
  id: 'replicate-cross-region-sequence',
  source: ['T4'],
  severity: 'error',
  actions: ['replicate'],
  constraint: {
    en: 'Images are replicated to other regions one after another, never at the same time.',
    zh: '跨区域复制镜像只能逐个进行，不能同时进行。',
  },
  limit: 1,
  counts: isAcross,
  message: crowd => ({
    en: `The group replicates ${sizeOf(crowd)} images to other regions, and only one can be on its way at a time. Move all but the first out of the group, one after another.`,
    zh: `该组同时进行 ${sizeOf(crowd)} 个跨区域复制，而跨区域复制一次只能进行一个。请保留第一个，将其余操作移到该组之后依次执行。`,
  }),
  fixes: crowd =>
    oneAfterAnother(crowd, {
      en: 'Move the further ones out of the group, one after another',
      zh: '将其余操作移到该组之后依次执行',
    }),
});
