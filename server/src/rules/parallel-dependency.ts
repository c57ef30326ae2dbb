import { manifestRule } from './rule.ts';

export default manifestRule({
  id: 'parallel-dependency',
  severity: 'error',
  constraint: {
    en: 'The operations of a `parallel` group run at the same time, so that none can use what another one makes or deletes.',
    zh: '`parallel` 组中的操作同时执行，不能使用同组其他操作创建或删除的内容。',
  },
  message: ({ name, does }) =>
    does === 'makes'
      ? {
          en: `\`${name}\` is made by an operation of the same group, which runs at the same time. Move this operation after the group.`,
          zh: `\`${name}\` 由同组的操作创建，而组内操作同时执行。请将此操作移到该组之后。`,
        }
      : {
          en: `\`${name}\` is deleted by an operation of the same group, which runs at the same time. Move the deletion after the group.`,
          zh: `\`${name}\` 由同组的操作删除，而组内操作同时执行。请将删除操作移到该组之后。`,
        },
  related: ({ does, other }) => [
    {
      place: other,
      message: does === 'makes' ? { en: 'made here', zh: '在此处创建' } : { en: 'deleted here', zh: '在此处删除' },
    },
  ],
});
