import type { Edit } from '../edit/edit.ts';
import type { Localized } from '../localized.ts';
import { at, nodeAt, type Place, spanOf } from '../model/place.ts';
import { placeholders } from './fix/placeholder.ts';
import { type FixProposal, manifestRule } from './rule.ts';

export default manifestRule({
  id: 'missing-key',
  severity: 'error',
  constraint: {
    en: 'Every required key must be there.',
    zh: '必填的键不能缺少。',
  },
  message: ({ keys, misnamed }) => {
    if (misnamed !== undefined) {
      return {
        en: `\`${keys[0]}\` is missing here: the region of the copy is its value, not that of \`${misnamed}\`. Rename the key.`,
        zh: `此处缺少 \`${keys[0]}\`：副本所在的区域由它指定，而不是 \`${misnamed}\`。请重命名该键。`,
      };
    }
    const names = listed(keys);
    return {
      en: `${names.en} is missing here, and is required. Add it.`,
      zh: `此处缺少必填的 ${names.zh}。请补上。`,
    };
  },
  fixes: ({ place, map, keys, misnamed }, scope) => {
    const [key] = keys;
    if (key === undefined) return [];
    if (misnamed !== undefined) {
      return [
        {
          title: { en: `Rename \`${misnamed}\` to \`${key}\``, zh: `将 \`${misnamed}\` 重命名为 \`${key}\`` },
          safe: false,
          edits: [{ kind: 'rename', place: at(map, misnamed), key }],
          reveals: true,
        },
      ];
    }
    const values = placeholders(map, key, scope);
    if (key === 'apiVersion') return values.map(value => versioned(place, map, value));
    const [first, ...otherwise] = values.map(value => added(key, value, { kind: 'set', map, key, value }));
    return first === undefined ? [] : [{ ...first, otherwise }];
  },
});

const added = (key: string, value: string, edit: Edit): FixProposal => ({
  title: { en: `Add \`${key}: ${value}\``, zh: `添加 \`${key}: ${value}\`` },
  safe: false,
  edits: [edit],
});

/** The version leads all keys of a manifest; what else the manifest lacks is then told there. */
function versioned(first: Place, map: Place, value: string): FixProposal {
  const key = 'apiVersion';
  const root = nodeAt(map)?.node;
  const edit: Edit =
    root?.kind === 'map' && root.style === 'flow'
      ? { kind: 'set', map, key, value }
      : { kind: 'line', slot: first.slot, offset: spanOf(first).start, text: `${key}: ${value}` };
  return { ...added(key, value, edit), reveals: true };
}

function listed(keys: readonly string[]): Localized {
  const names = keys.map(key => `\`${key}\``);
  return { en: names.join(' or '), zh: names.join(' 或 ') };
}
