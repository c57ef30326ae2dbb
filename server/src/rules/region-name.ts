import { manifestRule } from './rule.ts';

export default manifestRule({
  id: 'region-name',
  severity: 'information',
  constraint: {
    en: 'A region is better written as its id than as its display name.',
    zh: '区域应填写其 ID，而不是显示名称。',
  },
  message: ({ name, id }) => ({
    en: `\`${name}\` is the display name of the region \`${id}\`. Write the id, which is what IMS takes.`,
    zh: `\`${name}\` 是区域 \`${id}\` 的显示名称。请填写 IMS 所用的区域 ID。`,
  }),
  fixes: ({ place, id }) => [
    {
      title: { en: `Replace by \`${id}\``, zh: `替换为 \`${id}\`` },
      safe: true,
      edits: [place.part === 'key' ? { kind: 'rename', place, key: id } : { kind: 'replace', place, value: id }],
    },
  ],
});
