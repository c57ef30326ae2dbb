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
  { args: [], stderr: 'Usage:' },
  { args: ['chek'], stderr: 'Did you mean check?' },
  { args: ['lsp'], stderr: '--stdio' },
  { args: ['explain'], stderr: "missing required argument 'rule'" },
  { args: ['check', '--lang', 'fr'], stderr: 'Allowed choices are en, zh-cn' },
  { args: ['check', '--lang', 'zh-cn', '--max-warnings', '-1'], stderr: '必须为不小于 0 的整数' },
])('$args is wrong usage', async ({ args, stderr }) => {
  expect(await run(folder({}), args)).toEqual({ code: 2, stdout: '', stderr: expect.stringContaining(stderr) });
});
