import { writeSize } from '../model/size.ts';
import { bigEnough, largest } from './fix/capacity.ts';
import { constraintRule } from './rule.ts';

export default constraintRule({
  id: 'import-data-disk-too-small',
  source: ['T2'],
  severity: 'error',
  actions: ['import-data-disk-image'],
  constraint: {
    en: 'The disk of an imported data disk image must be at least as large as the disk inside the file.',
    zh: '导入数据盘镜像时，数据盘容量不能小于镜像文件中数据盘的容量。',
  },
  violated: ({ said }) =>
    said.size('virtual_size').testWith(said.size('min_disk'), (inside, capacity) => inside > capacity),
  place: ({ said }) => said.struct.placeOf('min_disk'),
  message: ({ said }) => {
    const capacity = writeSize(said.size('min_disk').value ?? 0);
    const needed = said.size('virtual_size').value ?? 0;
    const inside = writeSize(needed);
    if (needed > largest) {
      return {
        en: `The data disk has ${capacity}, and the disk inside the file has ${inside}, which fits on no data disk: 2048 GB is the most that it can have. Shrink the disk in the file first.`,
        zh: `数据盘容量为 ${capacity}，而镜像文件中数据盘的容量为 ${inside}，超过数据盘的上限 2048 GB。请先缩小文件中的数据盘。`,
      };
    }
    return {
      en: `The data disk has ${capacity}, and the disk inside the file has ${inside}, which does not fit on it. Raise \`min_disk\` to ${inside} or more.`,
      zh: `数据盘容量为 ${capacity}，小于镜像文件中数据盘的容量 ${inside}。请将 \`min_disk\` 增大到 ${inside} 或以上。`,
    };
  },
  fixes: bigEnough,
});
