import { toYaml } from '../edit/scalar.ts';
import type { Localized } from '../localized.ts';
import type { Place } from '../model/place.ts';
import type { ProblemOf } from '../model/problem.ts';
import { isOneEditAway } from '../model/words.ts';
import { isMisspelling, isMisspeltReference } from './fix/misspelling.ts';
import { type FixProposal, manifestRule } from './rule.ts';

export default manifestRule({
  id: 'unknown-reference',
  severity: 'error',
  constraint: {
    en: 'A name must be declared above, or made by an operation before, to be used.',
    zh: '名称须先声明，或由之前的操作创建，才能引用。',
  },
  message: ({ kind, name, ids }) => (ids === undefined ? messages[kind](name) : ambiguous(name, ids)),
  fixes: ({ kind, name, place, ids, disks = [] }, scope) => {
    if (ids !== undefined) return ids.filter(id => id !== '').map(id => withId(id, place));
    if (kind === 'anchor') return [];
    const [, bare = name, region = ''] = kind === 'disk' ? [] : (/^(.+)(@[^@]*)$/.exec(name) ?? []);
    const isMeant = isOneEditAway(bare);
    const [known, ...others] = new Set(kind === 'disk' ? disks.filter(isMeant) : scope.names(kind, isMeant));
    if (known === undefined || others.length > 0) return [];
    const value = known + region;
    return [
      {
        title: { en: `Replace by \`${value}\``, zh: `替换为 \`${value}\`` },
        safe: kind === 'disk' ? isMisspelling(bare, known) : isMisspeltReference(bare, known, scope),
        edits: [{ kind: 'replace', place, value }],
      },
    ];
  },
});

/** A reference becomes the id; a declaration that an inventory completes says it. */
const withId = (id: string, place: Place): FixProposal => ({
  title: { en: `Use the image with the id \`${id}\``, zh: `使用 ID 为 \`${id}\` 的镜像` },
  safe: false,
  edits: [
    place.part === 'key'
      ? { kind: 'set', map: { ...place, part: 'value' }, key: 'id', value: toYaml(id) }
      : { kind: 'replace', place, value: id },
  ],
});

const ambiguous = (name: string, ids: readonly string[]): Localized => {
  const some = ids.slice(0, 3).map(id => `\`${id}\``);
  const more = ids.length > some.length ? { en: ', …', zh: '等' } : { en: '', zh: '' };
  return {
    en: `The inventory has ${ids.length} images \`${name}\` in this region. Give the id of the one that is meant: ${some.join(', ')}${more.en}.`,
    zh: `镜像列表中该区域有 ${ids.length} 个名为 \`${name}\` 的镜像。请填写所指镜像的 ID：${some.join('、')}${more.zh}。`,
  };
};

const thing =
  (en: string, zh: string) =>
  (name: string): Localized => ({
    en: `There is no ${en} \`${name}\` at this point: nothing declares it or makes it before. Correct the name, declare it, or give an id.`,
    zh: `此时没有名为 \`${name}\` 的${zh}：它既未声明，也未由之前的操作创建。请更正名称、进行声明，或填写 ID。`,
  });

const messages: Readonly<Record<ProblemOf<'unknown-reference'>['kind'], (name: string) => Localized>> = {
  image: thing('image', '镜像'),
  server: thing('server', '云服务器'),
  backup: thing('backup', '备份'),
  disk: name => ({
    en: `The server has no data disk \`${name}\` in its \`data_disks\`. Correct the name, or declare the disk there.`,
    zh: `该云服务器的 \`data_disks\` 中没有名为 \`${name}\` 的数据盘。请更正名称，或在其中声明该数据盘。`,
  }),
  anchor: name => ({
    en: `No anchor \`&${name}\` stands before this alias. Correct the name, or define the anchor above.`,
    zh: `此别名之前没有锚点 \`&${name}\`。请更正名称，或在前面定义该锚点。`,
  }),
};
