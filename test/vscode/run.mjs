// Runs the suite in real VS Code windows: of a downloaded one, or of the host where none can be downloaded or shown.
// usage: node test/vscode/run.mjs [names…]    (all of the runs without a name)
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { downloadAndUnzipVSCode, resolveCliArgsFromVSCodeExecutablePath } from '@vscode/test-electron';
import { installHost } from './host/install.mjs';
import { writeLanguagePack } from './host/language.mjs';
import { writeSettings } from './host/settings.mjs';

const MOST_BYTES = 1_000_000;
const root = fileURLToPath(new URL('../..', import.meta.url));
/** Restricted Mode, without a question. VS Code exempts extensions under development, so it takes an installed one. */
const untrusted = { 'security.workspace.trust.enabled': true, 'security.workspace.trust.startupPrompt': 'never' };
const desktop = { version: 'newest', extension: root, tests: 'desktop', args: [] };
const installed = { ...desktop, tests: 'installed', extension: join(import.meta.dirname, 'bystander'), vsix: true };

/** Those that package the extension come last: that builds it anew. */
const runs = {
  desktop,
  oldest: { ...desktop, version: 'oldest' },
  crashes: { ...desktop, tests: 'crashes' },
  web: { ...desktop, tests: 'web', args: ['--extensionDevelopmentKind=web'] },
  chinese: { ...desktop, tests: 'chinese', language: 'zh-cn' },
  vsix: installed,
  restricted: { ...installed, tests: 'restricted', settings: untrusted },
};

const names = process.argv.slice(2);
const unknown = names.filter(name => !(name in runs));
if (unknown.length > 0) throw new Error(`No such run: ${unknown}. There are ${Object.keys(runs).join(', ')}.`);

const hosted = await needsHost();
for (const name of names.length > 0 ? names : Object.keys(runs)) {
  console.log(`\n# ${name}`);
  await run(runs[name]);
}

/** Runs a suite in a window of its own, on a copy of the samples. */
async function run({ version, extension, tests, args, language, settings, vsix }) {
  const temp = mkdtempSync(join(tmpdir(), 'ims-vscode-'));
  const userDataDir = join(temp, 'user');
  const flags = [`--user-data-dir=${userDataDir}`, `--extensions-dir=${join(userDataDir, 'extensions')}`, ...args];
  try {
    cpSync(join(root, 'samples'), join(temp, 'samples'), { recursive: true });
    cpSync(join(root, 'samples/inventory'), join(temp, 'outside'), { recursive: true });
    symlinkSync(join(temp, 'outside'), join(temp, 'samples/linked'), 'junction');
    writeSettings(userDataDir, settings);
    if (language) flags.push(...writeLanguagePack(userDataDir, language));
    const code = await executable(version);
    if (vsix) install(code, flags);
    await open(code, [
      join(temp, 'samples'),
      `--extensionDevelopmentPath=${extension}`,
      `--extensionTestsPath=${join(root, `dist/test/${tests}.cjs`)}`,
      ...flags,
    ]);
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  } finally {
    rmSync(temp, { recursive: true, force: true, maxRetries: 5 });
  }
}

function executable(version) {
  if (!hosted) return downloadAndUnzipVSCode({ newest: 'stable', oldest: '1.100.0' }[version]);
  process.env.VSCODE_HOST_DIR = installHost(version);
  return join(import.meta.dirname, 'host/code.mjs');
}

/** Opens a window, and fails if its tests do. `runTests` of `@vscode/test-electron` knows no Restricted Mode. */
async function open(code, args) {
  const plain = [
    '--no-sandbox',
    '--disable-gpu-sandbox',
    '--disable-updates',
    '--skip-welcome',
    '--skip-release-notes',
  ];
  const window = spawn(code, [...args, ...plain], { stdio: ['ignore', 'pipe', 'pipe'] });
  window.stdout.pipe(process.stdout);
  window.stderr.pipe(process.stderr);
  const [exit, signal] = await once(window, 'close');
  if (exit !== 0) throw new Error(`VS Code ended with ${exit ?? signal}.`);
}

/** Packages the extension, and installs it as its users do. */
function install(code, flags) {
  execFileSync('npm', ['run', '--silent', 'package'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
  const vsix = join(root, 'dist/ims-manifest.vsix');
  const { size } = statSync(vsix);
  console.log(`${vsix} has ${size} bytes`);
  if (size >= MOST_BYTES) throw new Error(`It must have less than ${MOST_BYTES}.`);
  const [command, ...args] = hosted ? [code] : resolveCliArgsFromVSCodeExecutablePath(code);
  execFileSync(command, [...args, ...flags, '--install-extension', vsix], { stdio: 'inherit' });
}

async function needsHost() {
  if (process.platform !== 'linux') return false;
  if (process.env.CI || !(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)) return true;
  const answer = await fetch('https://update.code.visualstudio.com/api/releases/stable', {
    signal: AbortSignal.timeout(5000),
  }).catch(() => undefined);
  return !answer?.ok;
}
