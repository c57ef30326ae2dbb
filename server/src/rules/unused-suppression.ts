import { type Place, spanOf } from '../model/place.ts';
import { type FixProposal, manifestRule } from './rule.ts';

export default manifestRule({
  id: 'unused-suppression',
  severity: 'warning',
  constraint: {
    en: 'A suppression names rules that find something at its place; `yaml-syntax` cannot be suppressed.',
    zh: '抑制注释应列出在该位置确有发现的规则；`yaml-syntax` 不能被抑制。',
  },
  message: ({ id, why }) => {
    switch (why) {
      case 'unused':
        return {
          en: `\`${id}\` finds nothing that this comment could suppress. Remove it.`,
          zh: `\`${id}\` 没有可由此注释抑制的问题。请删除。`,
        };
      case 'unknown':
        return {
          en: `There is no rule \`${id}\`. Check its spelling, or remove it.`,
          zh: `没有 \`${id}\` 这条规则。请检查拼写，或删除。`,
        };
      case 'never':
        return {
          en: 'Broken YAML cannot be suppressed. Remove `yaml-syntax`, and mend the text.',
          zh: 'YAML 语法错误不能被抑制。请删除 `yaml-syntax`，并修正文本。',
        };
      case 'nameless':
        return {
          en: 'This comment names no rule. Write the id of a rule after the colon, or remove it.',
          zh: '此注释没有列出规则。请在冒号后填写规则 ID，或删除。',
        };
    }
  },
  fixes: ({ place, id, nearest, cut }) => {
    const removal: FixProposal = {
      title:
        id === ''
          ? { en: 'Remove the comment', zh: '删除该注释' }
          : { en: `Remove the suppression of \`${id}\``, zh: `删除对 \`${id}\` 的抑制` },
      safe: nearest === undefined,
      edits: [{ kind: 'cut', slot: place.slot, span: cut }],
    };
    return nearest === undefined ? [removal] : [correction(place, nearest), removal];
  },
});

function correction(place: Place, id: string): FixProposal {
  const { slot } = place;
  const span = spanOf(place);
  return {
    title: { en: `Replace by \`${id}\``, zh: `替换为 \`${id}\`` },
    safe: true,
    edits: [
      { kind: 'cut', slot, span },
      { kind: 'extend', slot, offset: span.end, text: id },
    ],
  };
}
