import { fileFormat } from '../facts/scene.ts';
import { not } from '../facts/truth.ts';
import { wordLists } from '../model/vocabulary/index.ts';
import { oneEditAway } from '../model/words.ts';
import { areOwn } from './fix/keys.ts';
import { constraintRule } from './rule.ts';

const formats = wordLists['disk-format'].words.map(({ word }) => word);
// An ISO file is imported in another way: that is for `iso-workflow` to tell.
const importable = formats.filter(format => format !== 'ISO');

export default constraintRule({
  id: 'import-format',
  source: ['T2'],
  severity: 'error',
  actions: ['import-system-disk-image', 'import-data-disk-image'],
  constraint: {
    en: `An external image file must be ${importable.slice(0, -1).join(', ')} or ${importable.at(-1)}.`,
    zh: `外部镜像文件的格式须为 ${importable.slice(0, -1).join('、')} 或 ${importable.at(-1)}。`,
  },
  violated: scene => not(fileFormat(scene).is(...formats)),
  place: ({ said }) => said.struct.placeOf(said.struct.has('format') ? 'format' : 'image_url'),
  message: scene => {
    const format = fileFormat(scene).value;
    return {
      en: `IMS does not import ${format} files. Convert the file to one of ${importable.join(', ')}.`,
      zh: `IMS 不支持导入 ${format} 格式的文件。请将其转换为以下格式之一：${importable.join('、')}。`,
    };
  },
  fixes: scene => {
    const format = scene.said.struct.text('format');
    if (typeof format !== 'object' || !areOwn(scene, 'format')) return [];
    return oneEditAway(format.value, importable).map(value => ({
      title: { en: `Change the format to ${value}`, zh: `将格式改为 ${value}` },
      safe: false,
      edits: [{ kind: 'replace', place: format.place, value }],
    }));
  },
});
