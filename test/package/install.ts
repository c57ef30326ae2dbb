import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';

/** Runs a program of npm, without a network. */
export const npm = (cwd: string, program: 'npm' | 'npx', ...args: readonly string[]): string =>
  execFileSync(program, args, {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, npm_config_offline: 'true' },
    shell: process.platform === 'win32',
  });

interface Installed {
  /** A folder with nothing in it but the package, as long as the tests of a file run. */
  readonly home: string;
  /** What is in the package. */
  readonly files: readonly string[];
}

/** Packs the package as it is built, and installs it from its tarball. */
export function installPackage(): Installed {
  const home = mkdtempSync(join(tmpdir(), 'ims-package-'));
  afterAll(() => rmSync(home, { recursive: true, force: true }));
  // What a script would build is there already, for all tests.
  const [packed] = JSON.parse(npm('.', 'npm', 'pack', '--json', '--ignore-scripts', '--pack-destination', home));
  writeFileSync(join(home, 'package.json'), '{ "private": true }');
  npm(home, 'npm', 'install', '--no-audit', '--no-fund', `./${packed.filename}`);
  return { home, files: packed.files.map(({ path }: { readonly path: string }) => path) };
}
