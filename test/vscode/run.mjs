// Runs the suite in a real VS Code window: a downloaded one, or the host's where none can be downloaded or shown.
// usage: node test/vscode/run.mjs [newest | oldest]    (which of the supported versions of VS Code)
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runTests } from '@vscode/test-electron';
import { installHost } from './host/install.mjs';
import { writeSettings } from './host/settings.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const version = process.argv[2] ?? 'newest';
const desktopVersion = { newest: 'stable', oldest: '1.100.0' }[version];
if (!desktopVersion) throw new Error(`Which VS Code is "${version}"? Say newest or oldest.`);

const temp = mkdtempSync(join(tmpdir(), 'ims-vscode-'));
const workspace = join(temp, 'samples');
const userDataDir = join(temp, 'user');
cpSync(join(root, 'samples'), workspace, { recursive: true });
writeSettings(userDataDir);

try {
  await runTests({
    ...((await needsHost()) ? host() : { version: desktopVersion }),
    extensionDevelopmentPath: root,
    extensionTestsPath: join(root, 'dist/test/vscode.cjs'),
    launchArgs: [workspace, `--user-data-dir=${userDataDir}`, `--extensions-dir=${join(temp, 'extensions')}`],
  });
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
} finally {
  rmSync(temp, { recursive: true, force: true, maxRetries: 5 });
}

function host() {
  process.env.VSCODE_HOST_DIR = installHost(version);
  return { vscodeExecutablePath: join(import.meta.dirname, 'host/code.mjs') };
}

async function needsHost() {
  if (process.platform !== 'linux') return false;
  if (process.env.CI || !(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)) return true;
  const answer = await fetch('https://update.code.visualstudio.com/api/releases/stable', {
    signal: AbortSignal.timeout(5000),
  }).catch(() => undefined);
  return !answer?.ok;
}
