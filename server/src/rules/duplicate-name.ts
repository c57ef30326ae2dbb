import { manifestRule } from './rule.ts';

export default manifestRule({
  id: 'duplicate-name',
  severity: 'error',
  constraint: {
    en: 'Two images, or two servers, of one region cannot have the same name at the same time.',
    zh: '同一区域中的两个镜像或两台云服务器不能同时使用相同的名称。',
  },
  message: ({ name }) => ({
    en: `The name \`${name}\` is taken already in this region. Choose another, or delete the first one before.`,
    zh: `名称 \`${name}\` 在该区域已被使用。请更换名称，或先删除前一个。`,
  }),
  related: ({ first }) =>
    first === undefined ? [] : [{ place: first, message: { en: 'first here', zh: '首次出现在此处' } }],
});
