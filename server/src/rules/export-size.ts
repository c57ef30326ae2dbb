import { TB, writeSize } from '../model/size.ts';
import { constraintRule } from './rule.ts';

export default constraintRule({
  id: 'export-size',
  source: ['T5'],
  severity: 'error',
  actions: ['export'],
  constraint: {
    en: 'An image of 1 TB or more cannot be exported.',
    zh: '1 TB 及以上的镜像不能导出。',
  },
  violated: ({ image }) => image.fact('size').atLeast(1 * TB),
  place: ({ said }) => said.struct.placeOf('image'),
  message: ({ image }) => {
    const size = writeSize(image.fact('size').value ?? 0);
    return {
      en: `\`${image.label}\` is ${size}, and an image must be smaller than 1 TB to be exported in any way. Make a smaller image.`,
      zh: `\`${image.label}\` 为 ${size}，任何方式都只能导出小于 1 TB 的镜像。请创建更小的镜像。`,
    };
  },
});
