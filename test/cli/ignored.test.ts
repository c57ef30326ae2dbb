import { join } from 'node:path';
import { expect, test } from 'vitest';
import { twoFindings } from '../support/manifests.ts';
import { fill, folder, run } from './run.ts';

const manifests = ['a', 'dist/b', 'dist/keep/c', 'sub/d', 'sub/old/e', 'sub/old/f'].map(name => `${name}.ims.yaml`);

test.each([
  { what: 'nothing', lists: {}, args: [], left: manifests },
  { what: 'a folder', lists: { '.gitignore': 'dist/\n' }, args: [], left: ['a', 'sub/d', 'sub/old/e', 'sub/old/f'] },
  {
    what: 'some files',
    lists: { '.gitignore': 'f.ims.yaml\n/d.ims.yaml\n' },
    args: [],
    left: ['a', 'dist/b', 'dist/keep/c', 'sub/d', 'sub/old/e'],
  },
  {
    what: 'what a nearer list takes back',
    lists: { '.gitignore': '[ef].ims.yaml\n', 'sub/.gitignore': '!e.ims.yaml\n' },
    args: ['sub'],
    left: ['sub/d', 'sub/old/e'],
  },
  {
    what: 'all of a folder, whatever lists in it say',
    lists: { '.gitignore': 'dist\n', 'dist/.gitignore': '!b.ims.yaml\n!keep/\n' },
    args: [],
    left: ['a', 'sub/d', 'sub/old/e', 'sub/old/f'],
  },
  { what: 'by a list above the folder', lists: { '.gitignore': 'old/\n' }, args: ['sub'], left: ['sub/d'] },
  {
    what: 'but what is named is checked',
    lists: { '.gitignore': 'dist/\n*.yaml\n' },
    args: ['dist', 'a.ims.yaml'],
    left: ['dist/b', 'dist/keep/c', 'a'],
  },
  {
    what: 'but what a glob matches is checked',
    lists: { '.gitignore': '*\n' },
    args: ['*/*.ims.yaml'],
    left: ['dist/b', 'sub/d'],
  },
  {
    what: 'nothing that a list above the repository says',
    lists: { '../.gitignore': '*\n' },
    args: [],
    left: manifests,
  },
])('what Git ignores is not checked: $what', async ({ lists, args, left }) => {
  const outer = folder({ 'repository/.git/HEAD': '' });
  const files = { ...Object.fromEntries(manifests.map(name => [name, twoFindings])), ...lists };
  const cwd = join(outer, 'repository');
  fill(cwd, files);
  const { stdout } = await run(cwd, ['check', '--format', 'json', ...args]);
  const paths = JSON.parse(stdout).files.map(({ path }: { path: string }) => path);
  expect(paths).toEqual(left.map(name => name.replace(/(\.ims\.yaml)?$/, '.ims.yaml')));
});

test('without a repository, Git ignores nothing', async () => {
  const cwd = folder({ '.gitignore': '*\n', 'a.ims.yaml': twoFindings });
  expect(await run(cwd, ['check'])).toMatchObject({ stdout: expect.stringContaining('2 errors in 1 manifest.') });
});
