import { chmodSync, lstatSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { samples } from '../rules/cases.ts';
import { manifest } from '../support/manifests.ts';
import { folder, run } from './run.ts';

const operations = (region: string): string => `apiVersion: ims/v1\nregion: ${region}\noperations: []\n`;

/** The region has its display name for its id, which has a safe fix. */
const fixable = operations('CN North-Beijing4');
const fixed = operations('cn-north-4');

/** Two fixes, and an error that only its author can mend. */
const mixed = manifest(`images: { base: { type: system-disk } }
operations:
  - { action: tag, image: base, image_tags: { stage: draft } }
  - { action: share, image: basee, tenants: [t] }
  - { action: share, image: nobody, tenants: [t] }
`);

const read = (cwd: string, name: string): string => readFileSync(join(cwd, name), 'utf8');

test('the safe fixes are made, and what is left is told', async () => {
  const cwd = folder({ 'a.ims.yaml': mixed, 'sub/b.ims.yml': fixable, 'clean.ims.yaml': fixed });
  const { code, stdout, stderr } = await run(cwd, ['fix']);
  expect(read(cwd, 'a.ims.yaml')).toBe(mixed.replace('image_tags', 'tags').replace('basee', 'base'));
  expect(read(cwd, 'sub/b.ims.yml')).toBe(fixed);
  expect(stdout).toMatch(/^a\.ims\.yaml:7:29 {2}error .* unknown-reference\n[\s\S]*\n\n1 error in 3 manifests\.\n$/);
  expect({ code, stderr }).toEqual({ code: 1, stderr: 'Made 3 fixes in 2 manifests.\n' });
  expect(readdirSync(cwd).sort()).toEqual(['a.ims.yaml', 'clean.ims.yaml', 'sub']);
});

test('once more, and nothing changes', async () => {
  const cwd = folder(Object.fromEntries(samples('bad').map(({ file, text }) => [file, text])));
  const once = await run(cwd, ['fix']);
  const texts = readdirSync(cwd).map(name => read(cwd, name));
  const twice = await run(cwd, ['fix']);
  expect(once.stderr).toMatch(/^Made [1-9]\d fixes in/);
  expect(twice).toEqual({ ...once, stderr: 'There is nothing that can be fixed safely.\n' });
  expect(readdirSync(cwd).map(name => read(cwd, name))).toEqual(texts);
}, 30_000);

test.each([
  ['line breaks of Windows', fixable.replaceAll('\n', '\r\n'), fixed.replaceAll('\n', '\r\n')],
  ['a byte order mark', `\ufeff${fixable}`, `\ufeff${fixed}`],
  ['no line break at the end', fixable.trimEnd(), fixed.trimEnd()],
])('%s: they stay', async (_, before, after) => {
  const cwd = folder({ 'a.ims.yaml': before });
  expect(await run(cwd, ['fix', 'a.ims.yaml'])).toMatchObject({ code: 0 });
  expect(read(cwd, 'a.ims.yaml')).toBe(after);
});

test('what a file may be used for stays', async () => {
  const cwd = folder({ 'a.ims.yaml': fixable });
  chmodSync(join(cwd, 'a.ims.yaml'), 0o676);
  await run(cwd, ['fix']);
  expect(statSync(join(cwd, 'a.ims.yaml')).mode & 0o777).toBe(0o676);
  expect(read(cwd, 'a.ims.yaml')).toBe(fixed);
});

test('a dry run prints a patch, and changes nothing', async () => {
  const cwd = folder({ 'a.ims.yaml': mixed, 'sub/b.ims.yaml': fixable });
  const { code, stdout, stderr } = await run(cwd, ['fix', '--dry-run']);
  expect(stdout).toBe(`\
--- a/a.ims.yaml
+++ b/a.ims.yaml
@@ -2,6 +2,6 @@
 region: cn-north-4
 images: { base: { type: system-disk } }
 operations:
-  - { action: tag, image: base, image_tags: { stage: draft } }
-  - { action: share, image: basee, tenants: [t] }
+  - { action: tag, image: base, tags: { stage: draft } }
+  - { action: share, image: base, tenants: [t] }
   - { action: share, image: nobody, tenants: [t] }
--- a/sub/b.ims.yaml
+++ b/sub/b.ims.yaml
@@ -1,3 +1,3 @@
 apiVersion: ims/v1
-region: CN North-Beijing4
+region: cn-north-4
 operations: []
`);
  expect(stderr).toMatch(/1 error in 2 manifests\.\nWould make 3 fixes in 2 manifests\. Nothing has been changed\.\n$/);
  expect(code).toBe(1);
  expect([read(cwd, 'a.ims.yaml'), read(cwd, 'sub/b.ims.yaml')]).toEqual([mixed, fixable]);
});

test.each([
  ['with something to fix', fixable, fixed],
  ['with nothing to fix', fixed, fixed],
])('standard input %s goes to standard output, and the report beside it', async (_, input, output) => {
  const { code, stdout, stderr } = await run(folder({}), ['fix', '-'], input);
  expect({ code, stdout }).toEqual({ code: 0, stdout: output });
  expect(stderr).toContain('No problems in 1 manifest.');
});

test('what is left is told in the format that is asked for, and in Chinese', async () => {
  const cwd = folder({ 'a.ims.yaml': mixed });
  const { stdout, stderr } = await run(cwd, ['fix', '--format', 'json', '--lang', 'zh-cn']);
  expect(JSON.parse(stdout).files[0].findings).toMatchObject([{ rule: 'unknown-reference', severity: 'error' }]);
  expect(stderr).toBe('已在 1 份清单中完成 2 处修复。\n');
});

test('the settings of a project file count', async () => {
  const cwd = folder({ 'a.ims.yaml': fixable, '.ims-manifest.yaml': 'rules: { region-name: off }\n' });
  expect(await run(cwd, ['fix'])).toMatchObject({ code: 0, stderr: 'There is nothing that can be fixed safely.\n' });
  expect(read(cwd, 'a.ims.yaml')).toBe(fixable);
});

test('a read-only file is left as it is, and the others are fixed', async () => {
  const cwd = folder({ 'a.ims.yaml': fixable, 'b.ims.yaml': fixable });
  chmodSync(join(cwd, 'a.ims.yaml'), 0o444);
  const { code, stderr } = await run(cwd, ['fix']);
  expect([read(cwd, 'a.ims.yaml'), read(cwd, 'b.ims.yaml')]).toEqual([fixable, fixed]);
  expect(code).toBe(2);
  expect(stderr).toBe(
    'ims-manifest: a.ims.yaml: read-only, and left as it is. Make it writable, or see the fixes with --dry-run.\nMade 1 fix in 1 manifest.\n',
  );
});

test('a link stays a link, and is followed within the working directory alone', async () => {
  const outer = folder({ 'in/real/a.yaml': fixable, 'out.yaml': fixable });
  const cwd = join(outer, 'in');
  symlinkSync(join(cwd, 'real/a.yaml'), join(cwd, 'a.ims.yaml'));
  symlinkSync(join(outer, 'out.yaml'), join(cwd, 'b.ims.yaml'));
  const { code, stderr } = await run(cwd, ['fix', 'a.ims.yaml', 'b.ims.yaml']);
  expect(code).toBe(2);
  expect(stderr).toContain('ims-manifest: b.ims.yaml: a link out of the working directory');
  expect(['a.ims.yaml', 'b.ims.yaml'].every(name => lstatSync(join(cwd, name)).isSymbolicLink())).toBe(true);
  expect([read(cwd, 'real/a.yaml'), read(outer, 'out.yaml')]).toEqual([fixed, fixable]);
});
