import type { Argument, Help, Option } from 'commander';
import type { Language, Localized } from '../localized.ts';

/** What the program says about itself. */
export const texts = {
  program: {
    en: 'Checks manifests of image operations (*.ims.yaml, *.ims.yml) against the constraints of IMS.',
    zh: '检查镜像操作清单（*.ims.yaml、*.ims.yml）是否符合 IMS 的约束限制。',
  },
  check: { en: 'tell what is wrong in manifests', zh: '检查清单中的问题' },
  fix: { en: 'make the safe fixes, and tell what they leave', zh: '应用安全的修复，并报告剩余的问题' },
  explain: { en: 'show the page of a rule', zh: '显示某条规则的说明' },
  rules: { en: 'list all rules', zh: '列出所有规则' },
  schema: { en: 'print the JSON Schema of a kind of file', zh: '输出文件的 JSON Schema' },
  lsp: {
    en: 'serve an editor through the Language Server Protocol',
    zh: '通过语言服务器协议（LSP）为编辑器提供服务',
  },
  paths: { en: 'files, folders, globs, or - for standard input', zh: '文件、文件夹、通配符，或以 - 表示标准输入' },
  rule: { en: 'the id of the rule', zh: '规则 ID' },
  kind: { en: 'of which kind of file', zh: '文件的种类' },
  format: { en: 'format of the report', zh: '报告格式' },
  lang: { en: 'language of what it says', zh: '输出的语言' },
  systemLanguage: { en: 'that of the system', zh: '系统的语言' },
  color: { en: 'with colours, also in a pipe', zh: '使用颜色（管道中也使用）' },
  noColor: { en: 'without colours', zh: '不使用颜色' },
  maxWarnings: { en: 'fail where there are more warnings than that', zh: '警告数量超过此值时视为失败' },
  undecided: {
    en: 'tell what cannot be decided, too, and the facts that are missing',
    zh: '同时报告无法判断的约束及缺少的事实',
  },
  threads: {
    en: 'at most how many threads to check in; one for each core, where it is not said',
    zh: '检查时最多使用的线程数；未指定时每个处理器核心一个',
  },
  config: {
    en: 'the project file, in place of the nearest .ims-manifest.yaml',
    zh: '项目文件，用来代替最近的 .ims-manifest.yaml',
  },
  dryRun: { en: 'print what would change as a patch, and change nothing', zh: '以补丁形式输出将作的修改，不改动文件' },
  stdio: { en: 'talk over standard input and output', zh: '通过标准输入和标准输出通信' },
  clientProcessId: { en: 'end when this process has ended', zh: '该进程结束后随之退出' },
  version: { en: 'print the version', zh: '输出版本' },
  help: { en: 'print this help', zh: '输出此帮助' },
  more: { en: '(--help tells more)', zh: '（使用 --help 查看帮助）' },
  count: { en: 'It has to be a whole number, 0 or more.', zh: '必须为不小于 0 的整数。' },
  positive: { en: 'It has to be a whole number, 1 or more.', zh: '必须为不小于 1 的整数。' },
} as const satisfies Record<string, Localized>;

const exitCodes: Localized = {
  en: `
Exit codes:
  0  nothing is wrong
  1  there are errors, or more warnings than --max-warnings
  2  wrong usage, or a file that cannot be read or written
  3  an internal error`,
  zh: `
退出码：
  0  没有问题
  1  存在错误，或警告数量超过 --max-warnings
  2  用法错误，或文件无法读写
  3  内部错误`,
};

const files: Localized = {
  en: `
A folder stands for the manifests in it and below, without node_modules and what Git ignores; a file that is
named is taken whatever it is called. Settings are those of the nearest .ims-manifest.yaml.`,
  zh: `
文件夹表示其中及其下级的所有清单，不含 node_modules 以及 Git 忽略的文件；直接指定的文件不限名称。
设置取自最近的 .ims-manifest.yaml。`,
};

const both = (...parts: readonly Localized[]): Localized => ({
  en: parts.map(({ en }) => en).join('\n'),
  zh: parts.map(({ zh }) => zh).join('\n'),
});

const examples = (...lines: readonly string[]): Localized => {
  const shown = lines.map(line => `  ims-manifest ${line}`).join('\n');
  return { en: `\nExamples:\n${shown}`, zh: `\n示例：\n${shown}` };
};

/** What stands below the options. */
export const endings = {
  program: both(exitCodes, examples('check', 'fix --dry-run images/', 'explain share-encrypted', 'check --help')),
  check: both(
    files,
    exitCodes,
    examples(
      'check',
      "check images/ 'teams/*/release.ims.yaml'",
      'check --undecided release.ims.yaml',
      'check --format sarif > ims.sarif',
      'check --max-warnings 0 --format github',
      'check --format json - < release.ims.yaml',
    ),
  ),
  fix: both(
    files,
    {
      en: `
What is left is told as check tells it, and decides the exit code. Where - or --dry-run has the standard
output, it is told on standard error.`,
      zh: `
剩余的问题与 check 的报告方式相同，并决定退出码。使用 - 或 --dry-run 时，报告输出到标准错误。`,
    },
    exitCodes,
    examples('fix', 'fix --dry-run images/ > fixes.patch', 'fix - < draft.ims.yaml > release.ims.yaml'),
  ),
  explain: examples('explain share-encrypted', 'explain import-size --lang zh-cn'),
  rules: examples('rules', 'rules --format json'),
  schema: examples('schema > ims-v1.schema.json', 'schema project'),
} as const satisfies Record<string, Localized>;

const titles: Readonly<Record<string, string>> = {
  'Usage:': '用法：',
  'Arguments:': '参数：',
  'Options:': '选项：',
  'Commands:': '命令：',
};

/** How the frame of the help is written. */
export const helpIn = (language: Language): Partial<Help> =>
  language === 'en'
    ? {}
    : {
        styleTitle: title => titles[title] ?? title,
        optionDescription: withExtras,
        argumentDescription: withExtras,
      };

function withExtras({ description, argChoices, defaultValue, defaultValueDescription }: Option | Argument): string {
  const byDefault = defaultValueDescription ?? defaultValue;
  const extras = [
    ...(argChoices === undefined ? [] : [`可选：${argChoices.join('、')}`]),
    ...(byDefault === undefined ? [] : [`默认：${byDefault}`]),
  ];
  return extras.length === 0 ? description : `${description}（${extras.join('；')}）`;
}
