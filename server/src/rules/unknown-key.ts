import type { Edit } from '../edit/edit.ts';
import { nodeAt, type Place } from '../model/place.ts';
import type { ProblemOf } from '../model/problem.ts';
import { writeBytes } from '../model/size.ts';
import { readInteger } from '../model/struct.ts';
import { manifestRule } from './rule.ts';

type UnknownKey = ProblemOf<'unknown-key'>;

const meant = ({ foreign, nearest }: UnknownKey): string | undefined => foreign?.key ?? nearest;

export default manifestRule({
  id: 'unknown-key',
  severity: 'error',
  constraint: {
    en: 'A map may have only the keys that its place in the manifest knows.',
    zh: '映射中只能使用清单在该位置支持的键。',
  },
  message: problem => {
    const key = meant(problem);
    if (key === undefined) {
      return {
        en: `There is no key \`${problem.key}\` here. Remove it, or check its spelling.`,
        zh: `此处没有 \`${problem.key}\` 这个键。请删除，或检查拼写。`,
      };
    }
    const inBytes = problem.foreign?.unit === 'bytes';
    return {
      en: `There is no key \`${problem.key}\` here: it is called \`${key}\`${inBytes ? ', and a bare number is GB there, not bytes' : ''}. Rename it.`,
      zh: `此处没有 \`${problem.key}\` 这个键：正确的写法是 \`${key}\`${inBytes ? '，不带单位的数字表示 GB，而不是字节' : ''}。请重命名。`,
    };
  },
  fixes: problem => {
    const key = meant(problem);
    if (key === undefined) return [];
    const rename: Edit = { kind: 'rename', place: problem.place, key };
    const size = problem.foreign?.unit === 'bytes' ? sizeInBytes(problem.place) : undefined;
    if (size === undefined) {
      return [{ title: { en: `Rename to \`${key}\``, zh: `重命名为 \`${key}\`` }, safe: true, edits: [rename] }];
    }
    const value = writeBytes(size);
    return [
      {
        title: { en: `Rename to \`${key}\`, as ${value}`, zh: `重命名为 \`${key}\`，值为 ${value}` },
        safe: true,
        edits: [rename, { kind: 'replace', place: { ...problem.place, part: 'value' }, value }],
      },
    ];
  },
});

function sizeInBytes(place: Place): number | undefined {
  const node = nodeAt(place)?.node;
  return node && readInteger(node);
}
