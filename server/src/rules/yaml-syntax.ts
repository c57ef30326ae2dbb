import type { Localized } from '../localized.ts';
import type { FaultCode } from '../syntax/tree.ts';
import { manifestRule } from './rule.ts';

const messages: Readonly<Record<FaultCode, Localized>> = {
  'unclosed-quote': {
    en: 'This quote is never closed. Close it at the end of the text that it begins.',
    zh: '该引号没有闭合。请在文本结尾处补上引号。',
  },
  'unclosed-flow': {
    en: 'This bracket is never closed. Close it after its last entry.',
    zh: '该括号没有闭合。请在最后一项之后补上括号。',
  },
  'half-typed-key': {
    en: 'A key is followed by a colon and a space. Add them and a value.',
    zh: '键的后面须有冒号和空格。请补上冒号、空格和值。',
  },
  'bad-indentation': {
    en: 'This line is indented differently from those that it belongs to. Begin it in the same column.',
    zh: '该行的缩进与同级的行不一致。请与它们对齐。',
  },
  'tab-indentation': {
    en: 'YAML does not allow tabs in indentation. Indent with spaces.',
    zh: 'YAML 不允许用制表符缩进。请使用空格。',
  },
  'conflict-marker': {
    en: 'A merge conflict has not been resolved here. Keep one of the two sides and remove the markers.',
    zh: '此处有未解决的合并冲突。请保留其中一方，并删除冲突标记。',
  },
  'reserved-character': {
    en: 'A plain value cannot begin with this character. Put the value in quotes.',
    zh: '不加引号的值不能以该字符开头。请为该值加上引号。',
  },
  'bad-escape': {
    en: 'In double quotes a backslash begins an escape, and this is none. Double the backslash, or use single quotes.',
    zh: '双引号中的反斜杠表示转义，而此处不是有效的转义。请写两个反斜杠，或改用单引号。',
  },
  'nested-on-one-line': {
    en: 'A second colon and space in one line would begin another map. Put the value in quotes.',
    zh: '同一行中再次出现冒号和空格会开始另一个映射。请为该值加上引号。',
  },
  'text-after-value': {
    en: 'There is text after the end of this value. Remove it, or put all of the value in quotes.',
    zh: '值结束之后还有文本。请删除这些文本，或为整个值加上引号。',
  },
  'too-deep': {
    en: 'This is nested too deeply to be read. A manifest needs only a few levels.',
    zh: '嵌套层数过多，无法读取。清单只需要几层。',
  },
  'not-yaml': {
    en: 'This is not YAML. Correct it; everything outside it is still checked.',
    zh: '此处不是有效的 YAML。请修正；其余内容仍会检查。',
  },
};

export default manifestRule({
  id: 'yaml-syntax',
  severity: 'error',
  constraint: {
    en: 'A manifest must be well-formed YAML.',
    zh: '清单必须是格式正确的 YAML。',
  },
  message: ({ code }) => messages[code],
});
