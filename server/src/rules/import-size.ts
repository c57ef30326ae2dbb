import { hasFastFormat } from '../facts/judgements.ts';
import { fileFormat, type Scene } from '../facts/scene.ts';
import { all, any, not } from '../facts/truth.ts';
import { GB, TB, writeSize } from '../model/size.ts';
import { convertAndImportFast, importFast } from './fix/import.ts';
import { constraintRule } from './rule.ts';

const isIso = (scene: Scene): boolean => scene.operation.action === 'register-iso' || fileFormat(scene).value === 'ISO';

export default constraintRule({
  id: 'import-size',
  source: ['T2'],
  severity: 'error',
  actions: ['import-system-disk-image', 'import-data-disk-image', 'register-iso'],
  constraint: {
    en: 'An external image file may have up to 128 GB, with fast import of a RAW or ZVHD2 file up to 1 TB; an ISO file has no fast import.',
    zh: '外部镜像文件不能超过 128 GB；RAW 或 ZVHD2 格式的文件使用快速导入时不能超过 1 TB；ISO 文件不支持快速导入。',
  },
  violated: scene => {
    const size = scene.said.size('size');
    if (isIso(scene)) return size.over(128 * GB);
    const isFast = all(hasFastFormat(scene), scene.said.flag('is_quick_import').is(true));
    return any(size.over(1 * TB), all(size.over(128 * GB), not(isFast)));
  },
  place: ({ said }) => said.struct.placeOf('size'),
  message: scene => {
    const gb = scene.said.size('size').value ?? 0;
    const size = writeSize(gb);
    if (isIso(scene)) {
      return {
        en: `The ISO file is ${size}, and above 128 GB none can be registered: there is no fast import of ISO files. Use a smaller installation medium.`,
        zh: `该 ISO 文件为 ${size}，ISO 文件不支持快速导入，超过 128 GB 时无法注册。请使用更小的安装介质。`,
      };
    }
    if (gb > 1 * TB) {
      return {
        en: `The file is ${size}, and above 1 TB none can be imported in any way. Make the image file smaller.`,
        zh: `该外部镜像文件为 ${size}，超过 1 TB 时任何方式都无法导入。请减小镜像文件。`,
      };
    }
    if (hasFastFormat(scene).value === false) {
      const format = fileFormat(scene).value;
      return {
        en: `The file is ${size}, and above 128 GB only fast import is possible, which does not take ${format}. Convert it to ZVHD2 or RAW and set \`is_quick_import: true\`.`,
        zh: `该外部镜像文件为 ${size}，超过 128 GB 时只能使用快速导入，而快速导入不支持 ${format} 格式。请将文件转换为 ZVHD2 或 RAW 格式，并设置 \`is_quick_import: true\`。`,
      };
    }
    return {
      en: `The file is ${size}, and above 128 GB only fast import is possible. Set \`is_quick_import: true\`; the file must be RAW or ZVHD2.`,
      zh: `该外部镜像文件为 ${size}，超过 128 GB 时只能使用快速导入。请设置 \`is_quick_import: true\`，文件须为 RAW 或 ZVHD2 格式。`,
    };
  },
  fixes: scene => {
    const size = scene.said.size('size').value;
    if (isIso(scene) || size === undefined || size > 1 * TB) return [];
    return hasFastFormat(scene).value === false ? convertAndImportFast(scene) : importFast(scene);
  },
});
