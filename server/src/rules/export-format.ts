import { all, not, yes } from '../facts/truth.ts';
import { oneEditAway } from '../model/words.ts';
import { areOwn } from './fix/keys.ts';
import { constraintRule } from './rule.ts';

const exportable = ['VMDK', 'VHD', 'QCOW2', 'ZVHD', 'ZVHD2'];

export default constraintRule({
  id: 'export-format',
  source: ['T5'],
  severity: 'error',
  actions: ['export'],
  constraint: {
    en: `An image is exported as ${exportable.slice(0, -1).join(', ')} or ${exportable.at(-1)}.`,
    zh: `镜像导出的格式须为 ${exportable.slice(0, -1).join('、')} 或 ${exportable.at(-1)}。`,
  },
  violated: ({ said }) => {
    const isGiven = said.struct.has('file_format') ? yes : not(said.flag('is_quick_export').is(true));
    return all(isGiven, not(said.word('file_format').is(...exportable)));
  },
  place: ({ said }) => said.struct.placeOf('file_format'),
  message: ({ said }) => {
    const format = said.word('file_format').value;
    return {
      en: `IMS does not export to ${format}. Choose one of ${exportable.join(', ')}.`,
      zh: `IMS 不支持导出为 ${format} 格式。请选择以下格式之一：${exportable.join('、')}。`,
    };
  },
  fixes: scene => {
    const format = scene.said.struct.text('file_format');
    if (typeof format !== 'object' || !areOwn(scene, 'file_format')) return [];
    const near = oneEditAway(format.value, exportable);
    return (near.length > 0 ? near : ['QCOW2']).map(value => ({
      title: { en: `Export as ${value}`, zh: `导出为 ${value} 格式` },
      safe: false,
      edits: [{ kind: 'replace', place: format.place, value }],
    }));
  },
});
