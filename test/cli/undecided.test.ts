import { expect, test } from 'vitest';
import { manifest, twoFindings } from '../support/manifests.ts';
import { folder, run } from './run.ts';

/** Nothing is known about one image but its status, and two of unknown type make servers at the same time. */
const open = manifest(`images:
  base: { status: Normal, type: data-disk, published: false, tenants: 3 }
  other: {}
operations:
  - { action: publish, image: base }
  - action: publish
    image: other
  - parallel:
      - { action: create-servers, image: other, count: 80, flavor: s6.large.1, region: cn-north-4 }
      - { action: create-servers, image: other, count: 30, flavor: s6.large.1, region: cn-north-4 }
`);

test('what is undecided is told after the findings, with the facts that are missing', async () => {
  const cwd = folder({ 'a.ims.yaml': open });
  expect(await run(cwd, ['check', '--undecided'])).toEqual({
    code: 0,
    stdout: `\
a.ims.yaml:7:15  undecided  encrypt-publish  Missing: \`encrypted\` of \`base\`.

a.ims.yaml:8:13  undecided  encrypt-publish   Missing: \`encrypted\` of \`other\`.
a.ims.yaml:8:13  undecided  full-ecs-publish  Missing: \`type\` of \`other\`.

a.ims.yaml:11:19  undecided  iso-workflow  Missing: \`type\` of \`other\`.
a.ims.yaml:11:19  undecided  server-batch  Missing: \`type\` of \`other\`.

a.ims.yaml:12:19  undecided  iso-workflow  Missing: \`type\` of \`other\`.

No problems, 6 undecided constraints in 1 manifest.
`,
    stderr: '',
  });
  expect(await run(cwd, ['check'])).toMatchObject({ code: 0, stdout: 'No problems in 1 manifest.\n' });
});

test('what is undecided is no problem: the exit code is that of the findings', async () => {
  const cwd = folder({ 'a.ims.yaml': open, 'b.ims.yaml': twoFindings });
  expect(await run(cwd, ['check', '--undecided', '--max-warnings', '0', 'a.ims.yaml'])).toMatchObject({ code: 0 });
  const { code, stdout } = await run(cwd, ['check', '--undecided']);
  expect(code).toBe(1);
  expect(stdout.indexOf('b.ims.yaml:7:11  error')).toBeGreaterThan(stdout.lastIndexOf('a.ims.yaml:12:19'));
  expect(stdout).toContain('\n\n2 errors, 10 undecided constraints in 2 manifests.\n');
});

test('what is undecided is told in Chinese, too', async () => {
  const { stdout } = await run(folder({ 'a.ims.yaml': open }), ['check', '--undecided', '--lang', 'zh-cn']);
  expect(stdout).toContain('a.ims.yaml:7:15  无法判断  encrypt-publish  缺少：`base` 的 `encrypted`。\n');
  expect(stdout).toMatch(/\n没有问题，6 项约束无法判断（共检查 1 份清单）。\n$/);
});

test('a rule that is off is not undecided', async () => {
  const cwd = folder({
    'a.ims.yaml': open,
    '.ims-manifest.yaml': 'rules: { encrypt-publish: off, iso-workflow: hint }\n',
  });
  const { stdout } = await run(cwd, ['check', '--undecided']);
  expect(stdout).not.toContain('encrypt-publish');
  expect(stdout).toContain('4 undecided');
});

test('of a manifest of another version nothing is undecided', async () => {
  const { stdout } = await run(folder({}), ['check', '--undecided', '-'], open.replace('ims/v1', 'ims/v2'));
  expect(stdout).toMatch(/\n1 error in 1 manifest\.\n$/);
});

test('JSON has what is undecided where it is asked for', async () => {
  const cwd = folder({ 'a.ims.yaml': open });
  const [asked, unasked] = [
    await run(cwd, ['check', '--undecided', '--format', 'json']),
    await run(cwd, ['check', '--format', 'json']),
  ];
  const [file] = JSON.parse(asked.stdout).files;
  expect(file.undecided).toHaveLength(6);
  expect(file.undecided[0]).toEqual({
    rule: 'encrypt-publish',
    url: expect.stringMatching(/encrypt-publish\.md$/),
    range: { start: { line: 7, column: 15 }, end: { line: 7, column: 22 } },
    missing: [{ fact: 'encrypted', of: 'base' }],
  });
  expect(JSON.parse(unasked.stdout).files[0]).not.toHaveProperty('undecided');
});
