import { any, not } from '../facts/truth.ts';
import { writeSize } from '../model/size.ts';
import { bigEnough, largest, smallest } from './fix/capacity.ts';
import { constraintRule } from './rule.ts';

export default constraintRule({
  id: 'import-data-disk-capacity',
  source: ['T2'],
  severity: 'error',
  actions: ['import-data-disk-image'],
  constraint: {
    en: 'The disk of an imported data disk image must have 40 to 2048 GB.',
    zh: '导入数据盘镜像时，数据盘容量须为 40 GB 到 2048 GB。',
  },
  violated: ({ said }) => {
    const capacity = said.size('min_disk');
    return any(not(capacity.atLeast(smallest)), capacity.over(largest));
  },
  place: ({ said }) => said.struct.placeOf('min_disk'),
  message: ({ said }) => {
    const capacity = said.size('min_disk').value ?? 0;
    return capacity < smallest
      ? {
          en: `The data disk has ${writeSize(capacity)}, and 40 GB is the least that it can have. Raise \`min_disk\`.`,
          zh: `数据盘容量为 ${writeSize(capacity)}，不能小于 40 GB。请增大 \`min_disk\`。`,
        }
      : {
          en: `The data disk has ${writeSize(capacity)}, and 2048 GB is the most that it can have. Lower \`min_disk\`, and shrink the disk in the file first if it needs more.`,
          zh: `数据盘容量为 ${writeSize(capacity)}，不能大于 2048 GB。请减小 \`min_disk\`；如果文件中的数据盘更大，请先将其缩小。`,
        };
  },
  fixes: scene => ((scene.said.size('min_disk').value ?? 0) < smallest ? bigEnough(scene) : []),
});
