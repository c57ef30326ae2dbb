import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** Terms of the Chinese documentation of IMS, each with words for the same that it does not use. */
const glossary: readonly (readonly [term: string, others: RegExp])[] = [
  ['私有镜像', /(自定义|自有|私人)镜像/],
  ['整机镜像', /(全|完整|整体|整服务器)镜像|全 ?ECS/],
  ['系统盘镜像', /(?<!操作)系统(磁盘)?镜像/],
  ['数据盘镜像', /数据(磁盘)?镜像/],
  ['外部镜像文件', /外部(?!镜像文件)的?镜像/],
  ['快速导入', /(极速|高速|快捷)导入/],
  ['快速导出', /(极速|高速|快捷)导出/],
  ['跨区域复制', /跨(区|地域|域)复制|异地复制/],
  ['共享租户', /共享(用户|账号|对象)|被共享(者|方)/],
  ['账号', /[帐賬][号户]|账户/],
  ['区域', /地域|地区/],
  ['弹性云服务器', /弹性(服务器|主机)|云主机/],
  ['裸金属服务器', /裸机|物理机/],
  ['加密镜像', /密文镜像/],
];

const files = [
  'README.zh-CN.md',
  'package.nls.zh-cn.json',
  'l10n/bundle.l10n.zh-cn.json',
  ...within('docs/rules/zh-cn', /\.md$/),
  ...within('server/src', /\.ts$/),
  ...within('samples', /\.ya?ml$/),
];
const texts = files.map(file => [file, readFileSync(file, 'utf8')] as const);

function within(folder: string, name: RegExp): readonly string[] {
  const found = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return found.filter(file => name.test(file)).map(file => `${folder}/${file}`);
}

test.each(glossary)('%s is called so, and nothing else', (term, others) => {
  expect(texts.some(([, text]) => text.includes(term))).toBe(true);
  const wrong = texts.flatMap(([file, text]) => {
    const [found] = others.exec(text) ?? [];
    return found === undefined ? [] : [`${file}: ${found}`];
  });
  expect(wrong).toEqual([]);
});

const english = readFileSync('README.md', 'utf8');
const chinese = readFileSync('README.zh-CN.md', 'utf8');

const all = (text: string, pattern: RegExp): readonly string[] =>
  [...text.matchAll(pattern)].map(([, found = '']) => found);

/** The blocks of code, without what they say in a language. */
const blocks = (text: string): readonly string[] =>
  all(text, /^```\w+\n([\s\S]*?)^```$/gm).map(code => code.replace(/ +# .*$/gm, ''));

const outside = (text: string): string => text.replace(/^```[\s\S]*?^```$/gm, '');

test.each<[string, (text: string) => readonly string[]]>([
  ['sections', text => all(outside(text), /^(#+) /gm)],
  ['code', blocks],
  ['tables', text => all(text, /^\| (\*\*|`[^|]*`)/gm).map(cell => cell.replaceAll('、', ', '))],
  [
    'links, to the pages of its language',
    text =>
      all(outside(text), /\]\(([^)]+)\)/g)
        .slice(1)
        .map(target => target.replace('docs/rules/zh-cn/', 'docs/rules/'))
        .toSorted(),
  ],
  ['words of the program', text => [...new Set(all(outside(text), /`([^`\n]+)`/g))].toSorted()],
])('the Chinese README has the same %s', (_, partsOf) => {
  expect(partsOf(chinese)).toEqual(partsOf(english));
});

test('each README leads to the other', () => {
  expect(english).toContain('](README.zh-CN.md)');
  expect(chinese).toContain('](README.md)');
});
