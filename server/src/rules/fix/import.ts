import type { Edit } from '../../edit/edit.ts';
import { hasFastFormat } from '../../facts/judgements.ts';
import { formatOfObject, type Scene } from '../../facts/scene.ts';
import type { FixProposal } from '../rule.ts';
import { areOwn, setKey } from './keys.ts';

const beFast = (scene: Scene): readonly Edit[] => setKey(scene, 'is_quick_import', 'true');

/** Imports a file fast that has, or may have, a format for it. */
export function importFast(scene: Scene): readonly FixProposal[] {
  if (!areOwn(scene, 'is_quick_import')) return [];
  const title = { en: 'Import fast: `is_quick_import: true`', zh: '使用快速导入：`is_quick_import: true`' };
  return [{ title, safe: hasFastFormat(scene).value === true, edits: beFast(scene) }];
}

/** Imports another file fast: the one that the author has yet to convert this one to. */
export function convertAndImportFast(scene: Scene): readonly FixProposal[] {
  if (!areOwn(scene, 'is_quick_import', 'format', 'image_url')) return [];
  return ['ZVHD2', 'RAW'].map(format => ({
    title: {
      en: `Import fast as ${format} (you must convert the file)`,
      zh: `以 ${format} 格式快速导入（须自行转换文件）`,
    },
    safe: false,
    edits: [...haveFormat(scene, format), ...beFast(scene)],
  }));
}

function haveFormat({ said: { struct } }: Scene, format: string): Edit[] {
  const edits: Edit[] = [];
  if (struct.has('format')) edits.push({ kind: 'replace', place: struct.placeOf('format'), value: format });
  const url = struct.text('image_url');
  if (typeof url === 'object' && formatOfObject(url.value) !== undefined) {
    const value = url.value.replace(/(?<![^.])[^.]+$/, format.toLowerCase());
    edits.push({ kind: 'replace', place: url.place, value });
  }
  return edits;
}
