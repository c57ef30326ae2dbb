import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Installs the packages of `from`, a folder with a package.json and a package-lock.json, in the folder `into` of the
 * repository, unless they are there. What they plug into they find in the repository itself.
 */
export function installAside(from, into) {
  const wanted = readFileSync(join(from, 'package-lock.json'), 'utf8');
  const installed = join(into, 'installed-lock.json');
  if (existsSync(installed) && readFileSync(installed, 'utf8') === wanted) return;
  console.error(`Installing the packages of ${from} in ${into}/ …`);
  mkdirSync(into, { recursive: true });
  for (const file of ['package.json', 'package-lock.json']) copyFileSync(join(from, file), join(into, file));
  execFileSync('npm', ['ci', '--ignore-scripts', '--legacy-peer-deps', '--no-audit', '--no-fund'], {
    cwd: into,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
  writeFileSync(installed, wanted);
}
