import type { Edit } from '../edit/edit.ts';
import { nodeAt, type Place } from '../model/place.ts';
import type { ProblemOf } from '../model/problem.ts';
import { writeBytes, writeSize } from '../model/size.ts';
import { readInteger, readText } from '../model/struct.ts';
import { actions } from '../model/vocabulary/index.ts';
import { isAction } from '../model/words.ts';
import { textAt, typeOf } from './fix/placeholder.ts';
import { type FixProposal, manifestRule } from './rule.ts';

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
    if (key === undefined && isImplied(problem)) {
      return {
        en: `There is no key \`${problem.key}\` here: the action says it already. Remove it.`,
        zh: `此处没有 \`${problem.key}\` 这个键：\`action\` 已经说明了它。请删除。`,
      };
    }
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
    if (key === undefined) return isImplied(problem) ? [removal(problem)] : [];
    const rename: Edit = { kind: 'rename', place: problem.place, key };
    const size = problem.foreign?.unit === 'bytes' ? sizeInBytes(problem.place) : undefined;
    if (size === undefined) {
      const title = { en: `Rename to \`${key}\``, zh: `重命名为 \`${key}\`` };
      return [{ title, safe: true, edits: [rename, ...unlisted(problem, key)] }];
    }
    const value = writeBytes(size);
    const rounded = writeSize(size / 1024 ** 3);
    return [
      {
        title: { en: `Rename to \`${key}\`, as ${rounded}`, zh: `重命名为 \`${key}\`，值为 ${rounded}` },
        safe: true,
        edits: [rename, { kind: 'replace', place: valueAt(problem.place), value }],
      },
    ];
  },
});

const mapOf = ({ slot, path }: Place): Place => ({ slot, path: path.slice(0, -1), part: 'value' });
const valueAt = (place: Place): Place => ({ ...place, part: 'value' });

/** Whether a key of the request stands here with the value that the action itself says. */
function isImplied({ place, key }: UnknownKey): boolean {
  const action = textAt(mapOf(place), 'action');
  if (action === undefined || !isAction(action)) return false;
  const implied = actions[action].implies?.[key];
  return implied !== undefined && textAt(mapOf(place), key) === implied;
}

const removal = ({ place, key }: UnknownKey): FixProposal => ({
  title: { en: `Remove \`${key}\`: the action says it already`, zh: `删除 \`${key}\`：\`action\` 已经说明了它` },
  safe: true,
  edits: [{ kind: 'remove', map: mapOf(place), key }],
});

/** A request may list what an operation has only one of: a list of one is that one. */
function unlisted({ place }: UnknownKey, key: string): readonly Edit[] {
  const node = nodeAt(valueAt(place))?.node;
  const only = node?.kind === 'seq' && node.items.length === 1 ? node.items[0] : undefined;
  const text = only && readText(only);
  if (text === undefined || typeOf(mapOf(place), key)?.kind !== 'reference') return [];
  return [{ kind: 'replace', place: valueAt(place), value: text }];
}

function sizeInBytes(place: Place): number | undefined {
  const node = nodeAt(place)?.node;
  return node && readInteger(node);
}
