import { all, not } from '../facts/truth.ts';
import { GB, TB, writeSize } from '../model/size.ts';
import { areOwn, removeKey, setKey } from './fix/keys.ts';
import { isExempt } from './normalExport.ts';
import { constraintRule } from './rule.ts';

export default constraintRule({
  id: 'export-fast-required',
  source: ['T5'],
  severity: 'error',
  actions: ['export'],
  constraint: {
    en: 'An image of more than 128 GB can only be exported with fast export, unless its region allows otherwise.',
    zh: '超过 128 GB 的镜像只能使用快速导出，除非其所在区域另有规定。',
  },
  violated: (scene, settings) => {
    const size = scene.image.fact('size');
    const isFast = scene.said.flag('is_quick_export').is(true);
    return all(size.over(128 * GB), not(size.atLeast(1 * TB)), not(isFast), not(isExempt(scene, settings)));
  },
  place: ({ said }) => said.struct.placeOf(said.struct.has('is_quick_export') ? 'is_quick_export' : 'image'),
  message: ({ image }) => {
    const size = writeSize(image.fact('size').value ?? 0);
    if (image.fact('encrypted').value === true) {
      return {
        en: `\`${image.label}\` is ${size}, and above 128 GB only fast export is possible, which takes no encrypted images. There is no way to export it as it is.`,
        zh: `\`${image.label}\` 为 ${size}，超过 128 GB 的镜像只能使用快速导出，而快速导出不支持加密镜像。该镜像目前没有可用的导出方式。`,
      };
    }
    return {
      en: `\`${image.label}\` is ${size}, and above 128 GB only fast export is possible. Set \`is_quick_export: true\` and leave out \`file_format\`.`,
      zh: `\`${image.label}\` 为 ${size}，超过 128 GB 的镜像只能使用快速导出。请设置 \`is_quick_export: true\`，并去掉 \`file_format\`。`,
    };
  },
  fixes: scene => {
    const { image } = scene;
    if (image.fact('encrypted').value === true || !areOwn(scene, 'is_quick_export', 'file_format')) return [];
    return [
      {
        title: {
          en: 'Export fast: `is_quick_export: true`, without `file_format`',
          zh: '使用快速导出：`is_quick_export: true`，去掉 `file_format`',
        },
        safe: true,
        edits: [...setKey(scene, 'is_quick_export', 'true'), removeKey(scene, 'file_format')],
      },
    ];
  },
});
