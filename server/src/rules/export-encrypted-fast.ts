import type { Scene } from '../facts/scene.ts';
import { all, any, not, type Truth } from '../facts/truth.ts';
import { GB, TB, writeSize } from '../model/size.ts';
import { readWord } from '../model/words.ts';
import { areOwn, removeKey, setKey } from './fix/keys.ts';
import { isExempt } from './normalExport.ts';
import { constraintRule, type RuleSettings } from './rule.ts';

export default constraintRule({
  id: 'export-encrypted-fast',
  source: ['T5'],
  severity: 'error',
  actions: ['export'],
  constraint: {
    en: 'An encrypted image cannot be exported with fast export.',
    zh: '加密镜像不能使用快速导出。',
  },
  violated: ({ said, image }) => all(said.flag('is_quick_export').is(true), image.fact('encrypted').is(true)),
  place: ({ said }) => said.struct.placeOf('is_quick_export'),
  message: (scene, settings) => {
    const { image } = scene;
    const size = writeSize(image.fact('size').value ?? 0);
    const most = writeSize(isExempt(scene, settings).value === true ? 1 * TB : 128 * GB);
    return isTooLarge(scene, settings).value === true
      ? {
          en: `\`${image.label}\` is encrypted, so fast export does not take it, and with ${size} it is too large for any other: normal export ends at ${most}. There is no way to export it as it is.`,
          zh: `\`${image.label}\` 已加密，不能使用快速导出；其大小为 ${size}，超过普通导出的 ${most} 上限。该镜像目前没有可用的导出方式。`,
        }
      : {
          en: `\`${image.label}\` is encrypted, and fast export takes no encrypted images. Export it normally, with a \`file_format\`.`,
          zh: `\`${image.label}\` 已加密，加密镜像不能使用快速导出。请使用普通导出，并填写 \`file_format\`。`,
        };
  },
  fixes: (scene, _scope, settings) => {
    if (isTooLarge(scene, settings).value !== false || !areOwn(scene, 'is_quick_export')) return [];
    const written = scene.said.struct.has('file_format');
    const format = formatByObject(scene);
    return [
      {
        title: written
          ? { en: 'Export normally: remove `is_quick_export`', zh: '使用普通导出：删除 `is_quick_export`' }
          : { en: `Export normally, as ${format}`, zh: `使用普通导出，格式为 ${format}` },
        safe: true,
        edits: [removeKey(scene, 'is_quick_export'), ...(written ? [] : setKey(scene, 'file_format', format))],
      },
    ];
  },
});

/** Whether it is too large for a normal export. */
function isTooLarge(scene: Scene, settings: RuleSettings): Truth {
  const size = scene.image.fact('size');
  return all(size.over(128 * GB), any(size.atLeast(1 * TB), not(isExempt(scene, settings))));
}

/** The format that the object's name promises, else one that every hypervisor reads or converts. */
function formatByObject({ said }: Scene): string {
  const extension = said.text('bucket_url').value?.split('.').at(-1) ?? '';
  return readWord('export-format', extension) ?? 'QCOW2';
}
