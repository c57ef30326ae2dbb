import { stripVTControlCharacters } from 'node:util';
import { expect, test } from 'vitest';
import { manifest, oneWarning, sharesEncrypted, twoFindings } from '../support/manifests.ts';
import { folder, run } from './run.ts';

const good = manifest('operations: []\n');

/** The places of what is found, in the order of the output. */
const placesIn = (stdout: string): string[] =>
  [...stdout.matchAll(/^(\S+:\d+:\d+) {2}error/gm)].map(match => `${match[1]}`);

test('a finding is told with its line and where its facts come from', async () => {
  const cwd = folder({ 'share.ims.yaml': sharesEncrypted });
  const { code, stdout, stderr } = await run(cwd, ['check', 'share.ims.yaml']);
  expect(stdout.replace(/(error {2}).*( {2}share-encrypted)/, '$1…$2')).toBe(
    `\
share.ims.yaml:7:12  error  …  share-encrypted
7 |     image: payroll
  |            ^^^^^^^
share.ims.yaml:4:44  note  encrypted here
4 |   payroll: { type: system-disk, encrypted: true }
  |                                            ----

1 error in 1 manifest.
`,
  );
  expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
});

test('findings are told in Chinese, too', async () => {
  const { code, stdout } = await run(folder({ 'a.ims.yaml': twoFindings }), ['check', '--lang', 'zh-cn']);
  expect(stdout).toMatch(/^a\.ims\.yaml:7:11 {2}错误 {2}.*\p{Script=Han}.* {2}import-size\n/u);
  expect(stdout).toMatch(/2 个错误（共检查 1 份清单）。\n$/);
  expect(code).toBe(1);
});

test.each([
  { what: 'a file', args: ['b.ims.yml'], found: ['b.ims.yml'] },
  { what: 'the same file twice', args: ['b.ims.yml', './b.ims.yml'], found: ['b.ims.yml'] },
  { what: 'the same file by its whole path', args: ['./b.ims.yml', '$PWD/b.ims.yml'], found: ['b.ims.yml'] },
  { what: 'a file of any name', args: ['other.yaml'], found: ['other.yaml'] },
  { what: 'a folder', args: ['sub'], found: ['sub/a.ims.yaml', 'sub/deep/c.ims.yaml'] },
  { what: 'everything', args: [], found: ['b.ims.yml', 'sub/a.ims.yaml', 'sub/deep/c.ims.yaml'] },
  {
    what: 'in the order of the arguments',
    args: ['sub/', '.'],
    found: ['sub/a.ims.yaml', 'sub/deep/c.ims.yaml', 'b.ims.yml'],
  },
  { what: 'a glob', args: ['**/[ac].ims.*'], found: ['sub/a.ims.yaml', 'sub/deep/c.ims.yaml'] },
])('checks $what', async ({ args, found }) => {
  const cwd = folder({
    'sub/deep/c.ims.yaml': twoFindings,
    'sub/a.ims.yaml': twoFindings,
    'b.ims.yml': twoFindings,
    'other.yaml': twoFindings,
    'node_modules/some/d.ims.yaml': twoFindings,
  });
  const { stdout, stderr } = await run(cwd, ['check', ...args.map(arg => arg.replace('$PWD', cwd))]);
  expect(placesIn(stdout)).toEqual(found.flatMap(path => [`${path}:7:11`, `${path}:12:11`]));
  expect(stderr).toBe('');
});

test('checks standard input', async () => {
  const { code, stdout } = await run(folder({}), ['check', '-'], twoFindings);
  expect(placesIn(stdout)).toEqual(['<stdin>:7:11', '<stdin>:12:11']);
  expect(code).toBe(1);
});

test.each([
  {
    what: 'nothing is wrong',
    files: { 'a.ims.yaml': good },
    args: [],
    code: 0,
    stdout: 'No problems in 1 manifest.\n',
  },
  { what: 'there is nothing', files: {}, args: [], code: 0, stdout: 'There are no manifests to check.\n' },
  {
    what: 'a file is missing',
    files: {},
    args: ['a.ims.yaml'],
    code: 2,
    stderr: 'ims-manifest: a.ims.yaml: no such file or folder\n',
  },
  {
    what: 'a glob matches nothing',
    files: {},
    args: ['*.ims.yaml'],
    code: 2,
    stderr: 'ims-manifest: *.ims.yaml: no file matches\n',
  },
  {
    what: 'a file is no text',
    files: { 'a.ims.yaml': Uint8Array.of(0xff, 0xfe, 0xfd) },
    args: [],
    code: 2,
    stderr: 'ims-manifest: a.ims.yaml: not a UTF-8 text\n',
  },
  { what: 'an option is unknown', files: {}, args: ['--nonsense'], code: 2, stderr: /unknown option/ },
  {
    what: 'a format is unknown',
    files: {},
    args: ['--format', 'xml'],
    code: 2,
    stderr: /Allowed choices are text, json, sarif, github, junit/,
  },
  { what: 'a number is none', files: {}, args: ['--max-warnings', 'some'], code: 2, stderr: /whole number/ },
  { what: 'it is to have no thread', files: {}, args: ['--threads', '0'], code: 2, stderr: /whole number, 1 or more/ },
])('exits with $code when $what', async ({ files, args, code, stdout, stderr }) => {
  const result = await run(folder(files), ['check', ...args]);
  expect(result.code).toBe(code);
  if (stdout !== undefined) expect(result.stdout).toBe(stdout);
  expect(result.stderr).toMatch(stderr ?? '');
});

test.each([
  { args: [], code: 0 },
  { args: ['--max-warnings', '1'], code: 0 },
  { args: ['--max-warnings', '0'], code: 1 },
])('a warning with $args: exit code $code', async ({ args, code }) => {
  const result = await run(folder({}), ['check', '-', ...args], oneWarning);
  expect(result.stdout).toMatch(/exclusive-keys\n[\s\S]*\n1 warning in 1 manifest\.\n$/);
  expect(result.code).toBe(code);
});

test('what cannot be read does not keep the rest from being checked', async () => {
  const cwd = folder({ 'a.ims.yaml': twoFindings });
  const { code, stdout, stderr } = await run(cwd, ['check', 'missing.ims.yaml', 'a.ims.yaml']);
  expect(placesIn(stdout)).toHaveLength(2);
  expect(stderr).toContain('missing.ims.yaml');
  expect(code).toBe(2);
});

test('JSON has the same, for machines', async () => {
  const cwd = folder({ 'share.ims.yaml': sharesEncrypted });
  const { code, stdout } = await run(cwd, ['check', '--format', 'json', '.', 'missing']);
  expect(JSON.parse(stdout)).toEqual({
    files: [
      {
        path: 'share.ims.yaml',
        findings: [
          {
            rule: 'share-encrypted',
            severity: 'error',
            message: expect.any(String),
            url: expect.stringMatching(/share-encrypted\.md$/),
            range: { start: { line: 7, column: 12 }, end: { line: 7, column: 19 } },
            related: [
              { message: 'encrypted here', range: { start: { line: 4, column: 44 }, end: { line: 4, column: 48 } } },
            ],
          },
        ],
      },
    ],
    unreadable: [{ path: 'missing', reason: 'no such file or folder' }],
  });
  expect(code).toBe(2);
});

test('colour comes when it is asked for', async () => {
  const cwd = folder({ 'a.ims.yaml': twoFindings });
  const plain = await run(cwd, ['check']);
  const colored = await run(cwd, ['check', '--color']);
  expect(plain.stdout).not.toContain('\x1b');
  expect(colored.stdout).toContain('\x1b[31m');
  expect(stripVTControlCharacters(colored.stdout)).toBe(plain.stdout);
});
