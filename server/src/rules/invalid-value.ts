import { describeType } from './describe-type.ts';
import { manifestRule } from './rule.ts';

export default manifestRule({
  id: 'invalid-value',
  severity: 'error',
  constraint: {
    en: 'A value must be of the type that its key takes, with a unit that fits.',
    zh: '值的类型和单位须符合键的要求。',
  },
  message: ({ text, expected, nearest, place }) => {
    const found = excerpt(text);
    if (nearest !== undefined) {
      return {
        en: `\`${found}\` is not a value that is understood here. Did you mean \`${nearest}\`?`,
        zh: `此处不支持 \`${found}\`。是否应为 \`${nearest}\`？`,
      };
    }
    const wanted = describeType(expected);
    if (place.part === 'key') {
      return { en: `A value is missing here. It should be ${wanted.en}.`, zh: `此处缺少值，应为${wanted.zh}。` };
    }
    return {
      en: `${found === '' ? 'This' : `\`${found}\``} does not fit here. It should be ${wanted.en}.`,
      zh: `${found === '' ? '此处的值' : `\`${found}\` `}不符合要求，应为${wanted.zh}。`,
    };
  },
  fixes: ({ place, nearest }) =>
    nearest === undefined
      ? []
      : [
          {
            title: { en: `Replace by \`${nearest}\``, zh: `替换为 \`${nearest}\`` },
            safe: true,
            edits: [{ kind: 'replace', place, value: nearest }],
          },
        ],
});

/** A text short enough for a message. */
function excerpt(text: string): string {
  const [line = ''] = text.trim().split(/\r?\n/, 1);
  return line === text.trim() && line.length <= 40 ? line : `${line.slice(0, 40)}…`;
}
