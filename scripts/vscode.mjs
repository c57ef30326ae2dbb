// Opens the samples in VS Code with this extension: in the desktop VS Code if there is one, else in a browser.
import { execFileSync, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installHost } from '../test/vscode/host/install.mjs';
import { startServer } from '../test/vscode/host/server.mjs';
import { writeSettings } from '../test/vscode/host/settings.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const samples = join(root, 'samples');
const npm = (...args) =>
  execFileSync('npm', ['run', '--silent', ...args], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });

if (hasDesktop()) {
  npm('build');
  code('--new-window', `--extensionDevelopmentPath=${root}`, samples);
} else {
  await serve();
}

function code(...args) {
  return spawnSync('code', args, { shell: process.platform === 'win32' }).status === 0;
}

function hasDesktop() {
  const display = process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  return display && code('--version');
}

async function serve() {
  const hostDir = installHost();
  npm('package');
  const userDataDir = mkdtempSync(join(tmpdir(), 'ims-vscode-'));
  writeSettings(userDataDir);
  const args = ['--start-server', '--install-extension', join(root, 'dist/ims-manifest.vsix')];
  const server = await startServer({ hostDir, userDataDir, args });
  console.log(`VS Code with the samples, until Ctrl+C:\n  ${server.url(samples)}`);
  await Promise.race(['SIGINT', 'SIGTERM'].map(signal => once(process, signal)));
  await server.stop();
  rmSync(userDataDir, { recursive: true, force: true, maxRetries: 5 });
}
