import { copyFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { renderPage } from '../../server/src/cli/report/page.ts';
import { ruleIds } from '../../server/src/rules/index.ts';
import { cli } from '../support/dist.ts';
import { folder, run, runProgram } from './run.ts';

test('the page of a rule is shown, with its address', async () => {
  const { code, stdout, stderr } = await run(folder({}), ['explain', 'share-encrypted']);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toMatch(
    /^share-encrypted\n\nAn encrypted image cannot be shared with other tenants\.\n\n- Severity: error\n/,
  );
  for (const heading of ['Why', 'Fails', 'Passes', 'Fix', 'Severity', 'Suppress'])
    expect(stdout).toContain(`\n${heading}\n`);
  expect(stdout).toContain('\n    # ims-ignore: share-encrypted -- the reason\n');
  expect(stdout).toMatch(/\n\nhttps:\S+\/docs\/rules\/share-encrypted\.md\n$/);
});

test('the page is shown in Chinese, too', async () => {
  const { stdout } = await run(folder({}), ['explain', 'share-encrypted', '--lang', 'zh-cn']);
  expect(stdout).toMatch(/^share-encrypted\n\n加密镜像.*\n[\s\S]*\/zh-cn\/share-encrypted\.md\n$/);
});

test.each([
  ['shar-encryptd', 'share-encrypted'],
  ['IMPORT-SIZE', 'import-size'],
  ['tenant', 'share-tenant-limit'],
])('there is no rule %j: %s is meant', async (id, meant) => {
  expect(await run(folder({}), ['explain', id])).toEqual({
    code: 2,
    stdout: '',
    stderr: expect.stringContaining(`Did you mean ${meant}?`),
  });
});

test('without the pages, the program still knows the constraint', async () => {
  const cwd = folder({});
  copyFileSync(cli, join(cwd, 'cli.js'));
  const { code, stdout } = await runProgram(join(cwd, 'cli.js'), cwd, ['explain', 'share-encrypted']);
  expect(code).toBe(0);
  expect(stdout).toMatch(/^share-encrypted\n\nAn encrypted image cannot .*\n\nhttps:\S+\n$/);
});

test.each(ruleIds.flatMap(id => [id, `zh-cn/${id}`]))('no mark of Markdown is left of the page %s', file => {
  const page = readFileSync(`docs/rules/${file}.md`, 'utf8');
  const text = renderPage(page, false)
    .split('\n')
    .filter(line => !line.startsWith('    '))
    .join('\n');
  expect(text).not.toMatch(/^#|\*\*|```|`|<!--|\]\(/m);
  expect(renderPage(page.replaceAll('\n', '\r\n'), false)).toBe(renderPage(page, false));
});

test('all rules are listed, each on a line', async () => {
  const { code, stdout } = await run(folder({}), ['rules']);
  expect(code).toBe(0);
  const [table = ''] = stdout.split('\n\n');
  const [head, ...lines] = table.split('\n');
  expect(head).toMatch(/^rule +severity +source +fix +constraint$/);
  expect(lines.map(line => line.split(' ')[0])).toEqual(ruleIds);
  expect(lines).toContainEqual(
    expect.stringMatching(
      /^share-encrypted +error +T3,T6 +unsafe +An encrypted image cannot be shared with other tenants\.$/,
    ),
  );
});

test('all rules are listed for machines', async () => {
  const { stdout } = await run(folder({}), ['rules', '--format', 'json', '--lang', 'zh-cn']);
  const rules = JSON.parse(stdout);
  expect(rules.map(({ id }: { id: string }) => id)).toEqual(ruleIds);
  expect(rules).toContainEqual({
    id: 'share-encrypted',
    severities: ['error'],
    source: ['T3', 'T6'],
    fixes: ['unsafe'],
    constraint: expect.stringMatching(/\p{Script=Han}/u),
    url: expect.stringMatching(/\/zh-cn\/share-encrypted\.md$/),
  });
});

test.each([
  { args: ['schema'], title: 'ims/v1', key: 'operations' },
  { args: ['schema', 'manifest'], title: 'ims/v1', key: 'operations' },
  { args: ['schema', 'project'], title: '.ims-manifest.yaml', key: 'rules' },
])('$args prints a schema', async ({ args, title, key }) => {
  const { code, stdout } = await run(folder({}), args);
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ title, properties: { [key]: expect.any(Object) } });
});

test('there are no other schemas', async () => {
  expect(await run(folder({}), ['schema', 'other'])).toMatchObject({
    code: 2,
    stdout: '',
    stderr: expect.stringContaining('Allowed choices are manifest, project'),
  });
});
