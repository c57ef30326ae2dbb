import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sharesEncrypted } from '../support/manifests.ts';

/** An empty folder in which the package is installed, from its tarball and without a network. */
let home: string;
let packed: { readonly filename: string; readonly files: readonly { readonly path: string }[] };

const typescript = resolve('node_modules/typescript/bin/tsc');
const isWindows = process.platform === 'win32';
const npm = (cwd: string, command: string, ...args: readonly string[]): string =>
  execFileSync(command, args, { cwd, encoding: 'utf8', shell: isWindows });
const node = (...args: readonly string[]): string =>
  execFileSync(process.execPath, args, { cwd: home, encoding: 'utf8' });

beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'ims-package-'));
  execFileSync(process.execPath, [typescript, '--project', 'tsconfig.library.json']);
  // What a script would build is there already, for all tests.
  [packed] = JSON.parse(npm('.', 'npm', 'pack', '--json', '--ignore-scripts', '--pack-destination', home));
  writeFileSync(join(home, 'package.json'), '{ "private": true }');
  writeFileSync(join(home, 'share.ims.yaml'), sharesEncrypted);
  npm(home, 'npm', 'install', '--offline', '--no-audit', '--no-fund', `./${packed.filename}`);
});

afterAll(() => rmSync(home, { recursive: true, force: true }));

test('holds the programs, the rule pages, and nothing else', () => {
  const pages = /^docs\/rules\/(zh-cn\/)?[\w-]+\.(md|json)$/;
  expect(packed.files.map(({ path }) => path).filter(path => !pages.test(path))).toEqual([
    'LICENSE',
    'README.md',
    'dist/cli.js',
    'dist/library.js',
    'dist/types/library.d.ts',
    'package.json',
  ]);
});

test('needs no other package', () => {
  expect(readdirSync(join(home, 'node_modules')).filter(name => !name.startsWith('.'))).toEqual(['ims-manifest']);
});

test('npx runs the command line, with its pages', () => {
  const found = (() => {
    try {
      return npm(home, 'npx', 'ims-manifest', 'check', '--format', 'json');
    } catch (error) {
      return (error as { readonly stdout: string }).stdout;
    }
  })();
  expect(JSON.parse(found).files[0].findings[0].rule).toBe('share-encrypted');
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
