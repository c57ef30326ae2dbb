/** What the argument library says of wrong usage, in Chinese. Where it has other words for it, they stay as they are. */
export const wrongUsageInChinese = (text: string): string =>
  sentences.reduce((said, [english, chinese]) => said.replace(english, chinese), text);

const sentences: readonly (readonly [english: RegExp, chinese: string])[] = [
  [/^error: /, '错误：'],
  [/unknown command '(.*?)'/, '未知的命令 $1'],
  [/unknown option '(.*?)'/, '未知的选项 $1'],
  [/missing required argument '(.*?)'/, '缺少参数 $1'],
  [/required option '(.*?)' not specified/, '缺少选项 $1'],
  [/option '(.*?)' argument missing/, '选项 $1 缺少值'],
  [/option '(.*?)' argument '(.*?)' is invalid\. /, '选项 $1 的值 $2 无效。'],
  [/command-argument value '(.*?)' is invalid for argument '(.*?)'\. /, '参数 $2 的值 $1 无效。'],
  [/Allowed choices are (.*)\./, '可选：$1。'],
  [
    /too many arguments for '(.*?)'\. Expected (\d+) arguments? but got (\d+)\./,
    '$1 的参数过多：应为 $2 个，实为 $3 个。',
  ],
  [/\(Did you mean one of (.*)\?\)/, '（是否为 $1 之一？）'],
  [/\(Did you mean (.*)\?\)/, '（是否为 $1？）'],
];
