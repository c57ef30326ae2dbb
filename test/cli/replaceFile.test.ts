import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as immediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { replaceFile } from '../../server/src/cli/replaceFile.ts';
import { cli } from '../support/dist.ts';
import { folder, run } from './run.ts';

const operations = (region: string): string => `apiVersion: ims/v1\nregion: ${region}\noperations: []\n`;
const fixable = operations('CN North-Beijing4');
const fixed = operations('cn-north-4');

const read = (cwd: string, name: string): string => readFileSync(join(cwd, name), 'utf8');

test('a file that has changed meanwhile is left as it is', async () => {
  const cwd = folder({ a: 'new' });
  expect(await replaceFile(join(cwd, 'a'), 'old', 'fixed')).toMatchObject({ en: expect.stringMatching(/^changed/) });
  expect(read(cwd, 'a')).toBe('new');
  expect(await replaceFile(join(cwd, 'a'), 'new', 'fixed')).toBeUndefined();
  expect(read(cwd, 'a')).toBe('fixed');
  expect(readdirSync(cwd)).toEqual(['a']);
});

test('what is no file is not replaced', async () => {
  const cwd = folder({ 'a/b': '' });
  expect(await replaceFile(join(cwd, 'a'), '', 'x')).toMatchObject({
    en: expect.stringMatching(/^not a regular file/),
  });
  expect(await replaceFile(join(cwd, 'c'), '', 'x')).toMatchObject({ en: expect.stringMatching(/^gone/) });
  expect(existsSync(join(cwd, 'c'))).toBe(false);
});

test('a file of the longest name there can be is replaced', async () => {
  const name = `${'a'.repeat(245)}.ims.yaml`;
  const cwd = folder({ [name]: fixable });
  expect(await run(cwd, ['fix'])).toMatchObject({ code: 0 });
  expect(read(cwd, name)).toBe(fixed);
});

/** What befalls a file while its text that is to take its place is written, and what is there in the end. */
const underItsHands: Readonly<
  Record<string, { befalls(path: string): void; reason: RegExp; left: Record<string, string> }>
> = {
  'is written by another': {
    befalls: path => writeFileSync(path, 'theirs'),
    reason: /^changed/,
    left: { a: 'theirs', other: 'old' },
  },
  'is replaced by another': {
    befalls: path => renameSync(join(path, '../other'), path),
    reason: /^changed/,
    left: { a: 'old' },
  },
  'becomes a link to the same text': {
    befalls(path) {
      rmSync(path);
      symlinkSync('other', path);
    },
    reason: /^changed/,
    left: { a: 'old', other: 'old' },
  },
  'is made read-only': {
    befalls: path => chmodSync(path, 0o444),
    reason: /^changed/,
    left: { a: 'old', other: 'old' },
  },
  'is taken away': { befalls: path => rmSync(path), reason: /^gone/, left: { other: 'old' } },
  'goes with its folder': { befalls: path => rmSync(join(path, '..'), { recursive: true }), reason: /^gone/, left: {} },
};

test.each(Object.entries(underItsHands))(
  'a file that %s meanwhile is left so',
  async (_, { befalls, reason, left }) => {
    const cwd = folder({ 'in/a': 'old', 'in/other': 'old' });
    const path = join(cwd, 'in/a');
    const replaced = replaceFile(path, 'old', 'fixed');
    await untilThere(
      () => existsSync(join(cwd, 'in')) && readdirSync(join(cwd, 'in')).some(name => name.endsWith('.tmp')),
    );
    befalls(path);
    const isLink = lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink();
    expect(await replaced).toMatchObject({
      en: expect.stringMatching(reason),
      zh: expect.stringMatching(/\p{Script=Han}/u),
    });
    const names = existsSync(join(cwd, 'in')) ? readdirSync(join(cwd, 'in')) : [];
    expect(Object.fromEntries(names.map(name => [name, read(cwd, `in/${name}`)]))).toEqual(left);
    expect(lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink()).toBe(isLink);
  },
);

test('several runs at once fix each file once, and all of them are content', async () => {
  const names = Array.from({ length: 30 }, (_, i) => `${i}.ims.yaml`);
  const cwd = folder(Object.fromEntries(names.map(name => [name, fixable])));
  const runs = await Promise.all([1, 2, 3].map(() => run(cwd, ['fix'])));
  expect(runs.map(({ code }) => code)).toEqual([0, 0, 0]);
  expect(readdirSync(cwd).sort()).toEqual(names.sort());
  expect(new Set(names.map(name => read(cwd, name)))).toEqual(new Set([fixed]));
});

test.each(['SIGINT', 'SIGTERM'] as const)(
  'a run that is ended by %s ends the file that it is at first',
  async signal => {
    const names = Array.from({ length: 50 }, (_, i) => `${i}.ims.yaml`);
    const cwd = folder(Object.fromEntries(names.map(name => [name, fixable])));
    const child = spawn(process.execPath, [cli, 'fix'], { cwd, stdio: 'ignore' });
    const exited = once(child, 'exit');
    while (!readdirSync(cwd).some(name => name.endsWith('.tmp')) && child.exitCode === null) await immediate();
    child.kill(signal);
    expect(await exited).toEqual([null, signal]);
    expect(readdirSync(cwd).sort()).toEqual(names.sort());
    expect(names.map(name => read(cwd, name)).filter(text => text !== fixed && text !== fixable)).toEqual([]);
  },
);

test.skipIf(process.getuid?.() !== 0).each([
  ['in a folder that is read-only', 0o755, /^ims-manifest: a\.ims\.yaml: left as it is: its folder .* is read-only/],
  ['in a folder where only owners replace', 0o1777, /^ims-manifest: a\.ims\.yaml: not allowed to be replaced/],
])('a file of someone else %s stays (seen only as root, who can be another user)', (_, mode, reason) => {
  const cwd = folder({ 'a.ims.yaml': fixable });
  copyFileSync(cli, join(cwd, 'cli.js'));
  chmodSync(join(cwd, 'a.ims.yaml'), 0o666);
  chmodSync(cwd, mode);
  const { status, stderr } = spawnSync(process.execPath, ['cli.js', 'fix'], { cwd, uid: 65_534, encoding: 'utf8' });
  expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringMatching(reason) });
  expect(readdirSync(cwd)).toEqual(['a.ims.yaml', 'cli.js']);
  expect(read(cwd, 'a.ims.yaml')).toBe(fixable);
});

test.skipIf(!canMount())(
  'on a full disk the file stays whole, and is fixed when there is room (seen only as root, who can mount one)',
  async () => {
    const cwd = folder({ 'z.ims.yaml': fixable, 'disk/keep': '' });
    const disk = join(cwd, 'disk');
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', disk]);
    try {
      const padding = `# ${'x'.repeat(40_000)}\n`;
      writeFileSync(join(disk, 'a.ims.yaml'), fixable + padding);
      const full = await run(cwd, ['fix', 'disk/a.ims.yaml', 'z.ims.yaml']);
      expect(full.code).toBe(2);
      expect(full.stderr).toBe(
        'ims-manifest: disk/a.ims.yaml: no space left to write it, and left as it is. Make room, or see the fixes with --dry-run.\nMade 1 fix in 1 manifest.\n',
      );
      expect((await run(cwd, ['fix', 'disk', '--lang', 'zh-cn'])).stderr).toContain('disk/a.ims.yaml: 磁盘空间不足');
      expect(readdirSync(disk)).toEqual(['a.ims.yaml']);
      expect([read(disk, 'a.ims.yaml'), read(cwd, 'z.ims.yaml')]).toEqual([fixable + padding, fixed]);
      execFileSync('mount', ['-o', 'remount,size=1m', disk]);
      expect(await run(cwd, ['fix', 'disk'])).toMatchObject({ code: 0 });
      expect(read(disk, 'a.ims.yaml')).toBe(fixed + padding);
    } finally {
      execFileSync('umount', [disk]);
    }
  },
);

test('where nothing can be written, that is told, and not that there is nothing to fix', async () => {
  const cwd = folder({ 'a.ims.yaml': fixable });
  chmodSync(join(cwd, 'a.ims.yaml'), 0o444);
  const { code, stderr } = await run(cwd, ['fix']);
  expect(code).toBe(2);
  expect(stderr).toMatch(/^ims-manifest: a\.ims\.yaml: read-only[\s\S]*\nMade 0 fixes in 0 manifests\.\n$/);
});

/** Whether a small disk can be made: by root on Linux, outside of most containers. */
function canMount(): boolean {
  const disk = mkdtempSync(join(tmpdir(), 'ims-disk-'));
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', disk]);
  if (mounted.status === 0) execFileSync('umount', [disk]);
  rmdirSync(disk);
  return mounted.status === 0;
}

/** Waits for something between two steps of what runs in this process. */
async function untilThere(isThere: () => boolean): Promise<void> {
  while (!isThere()) await immediate();
}
