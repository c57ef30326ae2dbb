import { manifestRule } from './rule.ts';

export default manifestRule({
  id: 'deleted-image',
  severity: 'error',
  constraint: {
    en: 'An image cannot be used after it has been deleted.',
    zh: '镜像删除后不能再使用。',
  },
  message: ({ name }) => ({
    en: `\`${name}\` has been deleted before this operation. Delete it later, or use another image.`,
    zh: `\`${name}\` 在此操作之前已被删除。请推迟删除，或使用其他镜像。`,
  }),
  related: ({ deleted }) => [{ place: deleted, message: { en: 'deleted here', zh: '在此处删除' } }],
});
