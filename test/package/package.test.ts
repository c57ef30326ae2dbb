import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { installPackage, npm } from './install.ts';

const { home, files } = installPackage();
const node = (...args: readonly string[]): string =>
  execFileSync(process.execPath, args, { cwd: home, encoding: 'utf8' });

test('holds the programs, the rule pages, and nothing else', () => {
  const pages = /^docs\/rules\/(zh-cn\/)?[\w-]+\.(md|json)$/;
  expect(files.filter(path => !pages.test(path)).toSorted()).toEqual([
    'LICENSE',
    'README.md',
    'README.zh-CN.md',
    'dist/ThirdPartyNotices.txt',
    'dist/cli.js',
    'dist/library.js',
    'dist/sbom.cdx.json',
    'dist/types/library.d.ts',
    'package.json',
  ]);
});

test('npm pack says the name of the tarball alone, whatever the build says, as pre-commit wants it', () => {
  const cwd = mkdtempSync(join(home, 'talkative-'));
  copyFileSync('.npmrc', join(cwd, '.npmrc'));
  const scripts = { prepack: 'echo built' };
  writeFileSync(join(cwd, 'package.json'), JSON.stringify({ name: 'talkative', version: '1.0.0', scripts }));
  expect(npm(cwd, 'npm', 'pack')).toBe('talkative-1.0.0.tgz\n');
});

test('needs no other package', () => {
  expect(readdirSync(join(home, 'node_modules')).filter(name => !name.startsWith('.'))).toEqual(['ims-manifest']);
});

test('npx runs the command line, with its pages', () => {
  writeFileSync(join(home, 'good.ims.yaml'), 'apiVersion: ims/v1\nregion: cn-north-4\noperations: []\n');
  expect(npm(home, 'npx', 'ims-manifest', 'check', '--lang', 'en')).toBe('No problems in 1 manifest.\n');
  expect(npm(home, 'npx', 'ims-manifest', 'explain', 'share-encrypted')).toMatch(
    /^share-encrypted\n[\s\S]*encrypted: true/,
  );
});

const use = "console.log(check('apiVersion: ims/v2').length, typeof fix)";

test.each([
  ['ES modules', 'use.mjs', `import { check, fix } from 'ims-manifest'; ${use}`],
  ['CommonJS', 'use.cjs', `const { check, fix } = require('ims-manifest'); ${use}`],
])('is a library for %s', (_, file, text) => {
  writeFileSync(join(home, file), text);
  expect(node(file)).toBe('1 function\n');
});

const typescript = resolve('node_modules/typescript/bin/tsc');

test.each(['use.mts', 'use.cts'])('is typed for %s', file => {
  const typed = (language: string): string => `import { check, type Finding, fix } from 'ims-manifest';
const findings: readonly Finding[] = check('', { language: '${language}', rules: { 'tag-limit': 'off' } });
export const lines: number[] = findings.map(({ range }) => range.start.line);
export const text: string = fix('');
`;
  const compile = (text: string): string => {
    writeFileSync(join(home, file), text);
    return node(typescript, '--noEmit', '--strict', '--module', 'nodenext', '--types', '', file);
  };
  expect(compile(typed('zh-cn'))).toBe('');
  expect(() => compile(typed('latin'))).toThrow();
});
