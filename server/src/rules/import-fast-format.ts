import { hasFastFormat } from '../facts/judgements.ts';
import { fileFormat } from '../facts/scene.ts';
import { all, not } from '../facts/truth.ts';
import { GB } from '../model/size.ts';
import { areOwn, removeKey } from './fix/keys.ts';
import { constraintRule } from './rule.ts';

export default constraintRule({
  id: 'import-fast-format',
  source: ['T2'],
  severity: 'error',
  actions: ['import-system-disk-image', 'import-data-disk-image'],
  constraint: {
    en: 'Fast import takes only files in the formats RAW and ZVHD2.',
    zh: '快速导入只支持 RAW 和 ZVHD2 格式的文件。',
  },
  violated: scene => all(scene.said.flag('is_quick_import').is(true), not(hasFastFormat(scene))),
  place: ({ said }) => said.struct.placeOf('is_quick_import'),
  message: scene => {
    const format = fileFormat(scene).value;
    if (format === 'ISO') {
      return {
        en: 'The file is ISO, and fast import takes only RAW and ZVHD2. An ISO file cannot be imported normally either. Leave out `is_quick_import`.',
        zh: '该文件为 ISO 格式，快速导入只支持 RAW 和 ZVHD2 格式，而 ISO 文件也不能使用普通导入。请去掉 `is_quick_import`。',
      };
    }
    return {
      en: `The file is ${format}, and fast import takes only RAW and ZVHD2. Import it normally, up to 128 GB, or convert it first.`,
      zh: `该文件为 ${format} 格式，快速导入只支持 RAW 和 ZVHD2 格式。请使用普通导入（不超过 128 GB），或先转换文件格式。`,
    };
  },
  fixes: scene => {
    if (!areOwn(scene, 'is_quick_import')) return [];
    return [
      {
        title:
          fileFormat(scene).value === 'ISO'
            ? { en: 'Remove `is_quick_import`', zh: '删除 `is_quick_import`' }
            : { en: 'Import normally: remove `is_quick_import`', zh: '使用普通导入：删除 `is_quick_import`' },
        safe: scene.said.size('size').over(128 * GB).value === false,
        edits: [removeKey(scene, 'is_quick_import')],
      },
    ];
  },
});
