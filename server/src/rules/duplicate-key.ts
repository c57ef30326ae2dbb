import { manifestRule } from './rule.ts';

export default manifestRule({
  id: 'duplicate-key',
  severity: 'error',
  constraint: {
    en: 'A key may stand only once in a map.',
    zh: '同一映射中一个键只能出现一次。',
  },
  message: ({ key }) => ({
    en: `\`${key}\` is here a second time, and only the first one counts. Remove or rename one of them.`,
    zh: `\`${key}\` 重复出现，只有第一个有效。请删除或重命名其中一个。`,
  }),
  related: ({ first }) => [{ place: first, message: { en: 'first here', zh: '首次出现在此处' } }],
});
