import { expect, test } from 'vitest';
import { oneWarning, twoFindings } from '../support/manifests.ts';
import { folder, run } from './run.ts';

const off = 'rules: { import-size: off }\n';
const mild = 'rules:\n  import-size: warning\n';

test.each([
  { what: 'in its folder', files: { 'a/.ims-manifest.yaml': off }, left: 0 },
  { what: 'in a folder above', files: { '.ims-manifest.yaml': off }, left: 0 },
  { what: 'the nearest counts', files: { '.ims-manifest.yaml': off, 'a/.ims-manifest.yaml': mild }, left: 2 },
  { what: 'the nearest counts alone', files: { '.ims-manifest.yaml': off, 'a/.ims-manifest.yaml': '' }, left: 2 },
  { what: 'not from beside it', files: { 'b/.ims-manifest.yaml': off }, left: 2 },
  { what: 'not from below it', files: { 'a/b/.ims-manifest.yaml': off }, left: 2 },
])('a manifest has the settings of a project file: $what', async ({ files, left }) => {
  const cwd = folder({ ...files, 'a/x.ims.yaml': twoFindings });
  const { stdout, stderr } = await run(cwd, ['check']);
  expect(stdout.match(/ {2}import-size$/gm) ?? []).toHaveLength(left);
  expect(stderr).toBe('');
});

test('severities decide the exit code', async () => {
  const cwd = folder({ '.ims-manifest.yaml': mild, 'x.ims.yaml': twoFindings });
  expect(await run(cwd, ['check'])).toMatchObject({ code: 0, stdout: expect.stringContaining('2 warnings') });
});

test('standard input has the settings of the working directory', async () => {
  const cwd = folder({ '.ims-manifest.yaml': 'rules: { exclusive-keys: error }\n' });
  expect(await run(cwd, ['check', '-'], oneWarning)).toMatchObject({ code: 1 });
});

test('a project file can be named, and counts alone', async () => {
  const cwd = folder({ '.ims-manifest.yaml': mild, 'ci/strict.yaml': off, 'x.ims.yaml': twoFindings });
  expect(await run(cwd, ['check', '--config', 'ci/strict.yaml'])).toMatchObject({ code: 0, stderr: '' });
  expect(await run(cwd, ['check', '--config', 'missing.yaml'])).toEqual({
    code: 2,
    stdout: '',
    stderr: 'ims-manifest: missing.yaml: no such file or folder\n',
  });
});

test('what is wrong in a project file is told once and counts as not written', async () => {
  const cwd = folder({
    '.ims-manifest.yaml': 'rule: {}\nrules:\n  import-size: severe\n  import-sise: off\n  tag-limit: off\n',
    'x.ims.yaml': twoFindings,
    'y.ims.yaml': twoFindings,
  });
  const { code, stdout, stderr } = await run(cwd, ['check']);
  expect(code).toBe(1);
  expect(stdout).toContain('4 errors');
  const places = [...stderr.matchAll(/^ims-manifest: (\S+): /gm)].map(([, place]) => place);
  expect(places).toEqual(['1:1', '3:16', '4:3'].map(place => `.ims-manifest.yaml:${place}`));
});

test.each(['[', '- a\n', 'text', 'rules: off\n', '"', '---\n---\n', 'rules: *x\n', '\u0000'])(
  'a project file may be anything: %j',
  async text => {
    const cwd = folder({ '.ims-manifest.yaml': text, 'x.ims.yaml': twoFindings });
    const { code, stdout, stderr } = await run(cwd, ['check']);
    expect({ code, stdout }).toEqual({ code: 1, stdout: expect.stringContaining('2 errors') });
    expect(stderr).not.toContain('internal error');
  },
);
