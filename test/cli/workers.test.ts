import { expect, test } from 'vitest';
import { samples } from '../rules/cases.ts';
import { folder, run } from './run.ts';

const bad = samples('bad');

test('many files are checked in several threads, and what is told is as from one', async () => {
  const names = Array.from({ length: 210 }, (_, i) => `${i % 7}/${i}.ims.yaml`);
  const cwd = folder({
    ...Object.fromEntries(names.map((name, i) => [name, bad[i % bad.length]?.text ?? ''])),
    '3/bytes.ims.yaml': Uint8Array.of(0xff),
    '.ims-manifest.yaml': 'rules: { import-size: severe, export-size: warning }\n',
    '4/.ims-manifest.yaml': 'rules: { nonsense: off }\n',
  });
  const check = (...args: string[]) => run(cwd, ['check', '--undecided', '--format', 'json', ...args]);
  const [all, some, others] = [await check(), await check('0', '1', '2', '3'), await check('4', '5', '6')];
  expect(await check('--threads', '1')).toEqual(all);

  const report = JSON.parse(all.stdout);
  expect(report.files).toEqual([...JSON.parse(some.stdout).files, ...JSON.parse(others.stdout).files]);
  expect(report.files.map(({ path }: { path: string }) => path)).toEqual([...names].sort());
  expect(report.unreadable).toEqual([{ path: '3/bytes.ims.yaml', reason: 'not a UTF-8 text' }]);
  expect(all.stderr.trim().split('\n')).toEqual([
    expect.stringMatching(/^ims-manifest: \.ims-manifest\.yaml:1:\d+: /),
    expect.stringMatching(/^ims-manifest: 4\/\.ims-manifest\.yaml:1:\d+: /),
    'ims-manifest: 3/bytes.ims.yaml: not a UTF-8 text',
  ]);
  expect([all, some, others].map(({ code }) => code)).toEqual([2, 2, 1]);
}, 30_000);
