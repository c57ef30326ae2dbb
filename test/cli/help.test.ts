import { expect, test } from 'vitest';
import { version } from '../../package.json';
import { folder, run } from './run.ts';

const commands = ['check', 'fix', 'explain', 'rules', 'schema', 'lsp'];

test('the program tells its version', async () => {
  expect(await run(folder({}), ['--version'])).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' });
});

test('the help names all commands, the exit codes, and examples', async () => {
  const { code, stdout } = await run(folder({}), ['--help']);
  expect(code).toBe(0);
  expect([...stdout.matchAll(/^ {2}(\w+) .*\[options\]/gm)].map(match => match[1])).toEqual(commands);
  expect([...stdout.matchAll(/^ {2}(\d) {2}\S/gm)].map(match => match[1])).toEqual(['0', '1', '2', '3']);
  expect(stdout).toMatch(/\nExamples:\n {2}ims-manifest check\n/);
});

test.each(commands)('the help of %s says all of it, in either language', async command => {
  const cwd = folder({});
  const [english, chinese] = [
    await run(cwd, [command, '--help']),
    await run(cwd, [command, '--help', '--lang', 'zh-cn']),
  ];
  const optionsIn = (help: string) => [...help.matchAll(/^ {2}(?:-\w, )?--[\w-]+/gm)].map(match => match[0]);
  expect([english.code, chinese.code]).toEqual([0, 0]);
  expect(english.stdout).not.toMatch(/\p{Script=Han}/u);
  expect(optionsIn(chinese.stdout)).toEqual(optionsIn(english.stdout));
  const others = chinese.stdout.split('\n').filter(line => /^\S/.test(line) && !/\p{Script=Han}/u.test(line));
  expect(others).toEqual([]);
});

test.each([
  [{ LC_ALL: 'en_US.UTF-8' }, [], 'Usage:'],
  [{ LC_ALL: 'zh_CN.UTF-8' }, [], '用法：'],
  [{ LC_ALL: 'C', LC_MESSAGES: 'zh_CN.UTF-8', LANG: 'zh_CN.UTF-8' }, [], 'Usage:'],
  [{ LC_ALL: '', LC_MESSAGES: 'zh_CN.UTF-8', LANG: 'en_US.UTF-8' }, [], '用法：'],
  [{ LC_ALL: '', LC_MESSAGES: '', LANG: 'zh_CN.UTF-8' }, [], '用法：'],
  [{ LC_ALL: '', LC_MESSAGES: '', LANG: '' }, [], 'Usage:'],
  [{ LC_ALL: 'zh_CN' }, ['--lang', 'en'], 'Usage:'],
  [{ LC_ALL: 'C' }, ['--lang', 'zh-cn'], '用法：'],
])('in the locale %j with %j, the help begins with %s', async (locale, args, start) => {
  const { stdout } = await run(folder({}), ['check', '--help', ...args], '', locale);
  expect(stdout.startsWith(start)).toBe(true);
});

test.each([
  [[], 'Usage:', '用法：'],
  [['chek'], 'Did you mean check?', '错误：未知的命令 chek\n（是否为 check？）'],
  [['check', '--color-'], 'Did you mean --color?', '错误：未知的选项 --color-\n（是否为 --color？）'],
  [['ex'], "unknown command 'ex'", '未知的命令 ex'],
  [['chem'], 'one of check, schema?', '未知的命令 chem\n（是否为 check, schema 之一？）'],
  [['lsp'], '--stdio', '缺少选项 --stdio'],
  [['explain'], "missing required argument 'rule'", '缺少参数 rule'],
  [['rules', 'a'], 'Expected 0 arguments but got 1', 'rules 的参数过多：应为 0 个，实为 1 个。'],
  [['check', '--config'], "'--config <file>' argument missing", '选项 --config <file> 缺少值'],
  [
    ['check', '--lang', 'fr'],
    'Allowed choices are en, zh-cn',
    '选项 --lang <language> 的值 fr 无效。可选：en, zh-cn。',
  ],
  [['schema', 'x'], 'Allowed choices are manifest', '参数 kind 的值 x 无效。可选：manifest, project。'],
  [['check', '--max-warnings', '-1'], 'has to be a whole number', '的值 -1 无效。必须为不小于 0 的整数。'],
])('%j is wrong usage, and is told so in either language', async (args, english, chinese) => {
  const cwd = folder({});
  const told = (text: string) => ({ code: 2, stdout: '', stderr: expect.stringContaining(text) });
  expect(await run(cwd, args)).toEqual(told(english));
  const result = await run(cwd, args, '', { LC_ALL: 'zh_CN.UTF-8' });
  expect(result).toEqual(told(chinese));
  expect(result.stderr).not.toMatch(/\b(error|option|argument|command|Did|choices)\b(?![>\]])/);
});
