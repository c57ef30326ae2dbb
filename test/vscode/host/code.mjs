#!/usr/bin/env node
// Stands in for the executable of a desktop VS Code: the same flags, the same exit codes.
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { format, parseArgs } from 'node:util';
import { installExtension, startServer } from './server.mjs';
import { serveExtension } from './web.mjs';
import { openWindow, settled } from './window.mjs';

const TIMEOUT_MS = 5 * 60_000;
const TIMEOUT_PICTURE = 'dist/test/timeout.png';

const { values: flags, positionals } = parseArgs({
  strict: false, // the other flags mean nothing here
  allowPositionals: true,
  options: {
    extensionDevelopmentPath: { type: 'string' },
    extensionDevelopmentKind: { type: 'string' },
    extensionTestsPath: { type: 'string' },
    'install-extension': { type: 'string' },
    locale: { type: 'string', default: 'en' },
    'user-data-dir': { type: 'string' },
  },
});
const hostDir = process.env.VSCODE_HOST_DIR;
const userDataDir = flags['user-data-dir'];
if (flags['install-extension'])
  process.exit(installExtension({ hostDir, userDataDir, vsix: flags['install-extension'] }));

const notes = mkdtempSync(join(tmpdir(), 'vscode-host-'));
const note = name => join(notes, name);
const isWeb = flags.extensionDevelopmentKind === 'web';

/** What the window says on its own; the rest comes from the tests and the extension. */
const noise =
  /^(No extension gallery service configured|Timed out waiting for authentication|Creation of workbench contribution|Ignoring fetching additional builtin|Updating additional builtin|Canceled: Canceled|An unknown error occurred\. Please|Resolv(ing|ed) connection token|Creating a socket|\[(remote-connection|reconnection-grace-time|Service Worker|AgentHost|AccountPolicyGate|ChatModelSelection|chat-stt|RemoteAgentHostProtocol|DefaultAccount|perf|driver)|.*DialogService: (Dialog requested|refused))/;

function print(type, args) {
  const line = format(...args);
  if (noise.test(line)) return;
  const stream = type === 'error' || type === 'warn' ? process.stderr : process.stdout;
  stream.write(`${line}\n`);
}

const opened = [];
async function end(code) {
  for (const close of opened.splice(0).reverse()) await close().catch(console.error);
  rmSync(notes, { recursive: true, force: true, maxRetries: 5 });
  process.exit(code);
}

function fail(error) {
  console.error(error);
  return end(1);
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => end(130));

try {
  const server = await startServer({
    hostDir,
    userDataDir,
    args: [
      '--enable-smoke-test-driver', // without it, paths to extensions under development are ignored
      ...['--locale', flags.locale],
    ],
    env: { VSCODE_HOST_TESTS: resolve(flags.extensionTestsPath), VSCODE_HOST_NOTES: notes },
  });
  opened.push(server.stop);

  const extension = flags.extensionDevelopmentPath;
  const inProcess = [
    ['extensionDevelopmentPath', server.remoteUri(extension)],
    ['extensionTestsPath', server.remoteUri(join(import.meta.dirname, 'shim.cjs'))],
  ];
  const tests = relative(extension, flags.extensionTestsPath);
  const prepare = async page => {
    if (isWeb) await serveExtension(page, { origin: server.origin, extension, tests, settled: note('settled') });
    page.on('crash', () => fail(new Error('The window crashed.')));
    await page.exposeFunction('codeAutomationLog', print);
    await page.exposeFunction('codeAutomationExit', code => {
      end(code || (isWeb || existsSync(note('passed')) ? 0 : 1));
    });
  };
  const url = server.url(positionals[0], isWeb ? [] : inProcess);
  const window = await openWindow({ hostDir, profileDir: note('chromium'), url, prepare });
  opened.push(window.close);

  setTimeout(async () => {
    await window.page.screenshot({ path: TIMEOUT_PICTURE });
    fail(new Error(`The tests did not end within ${TIMEOUT_MS / 1000} s, see ${TIMEOUT_PICTURE}.`));
  }, TIMEOUT_MS);

  await settled(window.page);
  writeFileSync(note('settled'), '');
} catch (error) {
  await fail(error);
}
