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
  message: () => ({
    en: 'The group already replicates an image to another region, and only one can be on its way at a time. Move this operation out of the group, after it.',
    zh: '该组中已有一个跨区域复制操作，而跨区域复制一次只能进行一个。请将此操作移到该组之后。',
  }),
  fixes: crowd =>
    oneAfterAnother(crowd, {
      en: 'Move the further ones out of the group, one after another',
      zh: '将其余操作移到该组之后依次执行',
    }),
});
