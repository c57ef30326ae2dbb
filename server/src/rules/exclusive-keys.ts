import { manifestRule } from './rule.ts';

export default manifestRule({
  id: 'exclusive-keys',
  severity: 'error',
  constraint: {
    en: '`server` and `backup` exclude each other, and so do `file_format` and `is_quick_export: true`.',
    zh: '`server` 与 `backup` 不能同时使用，`file_format` 与 `is_quick_export: true` 也不能同时使用。',
  },
  // IMS ignores the format of a fast export, but wants it absent.
  severityOf: ({ keys }) => (keys.includes('file_format') ? 'warning' : 'error'),
  message: ({ keys: [one, other] }) =>
    other === 'file_format'
      ? {
          en: 'Fast export chooses the format itself, so `file_format` must be absent beside `is_quick_export: true`. Remove one of them.',
          zh: '快速导出自行决定格式，`is_quick_export: true` 时不能填写 `file_format`。请删除其中一个。',
        }
      : {
          en: `\`${one}\` and \`${other}\` exclude each other. Remove one of them.`,
          zh: `\`${one}\` 与 \`${other}\` 不能同时使用。请删除其中一个。`,
        },
  fixes: ({ map, keys: [one, other] }) =>
    [other, one].map(key => ({
      title: { en: `Remove \`${key}\``, zh: `删除 \`${key}\`` },
      safe: false,
      edits: [{ kind: 'remove', map, key }],
    })),
});
