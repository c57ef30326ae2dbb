#!/usr/bin/env node
// Stands in for the executable of a desktop VS Code that `@vscode/test-electron` starts: the same flags, the same exit codes.
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { format, parseArgs } from 'node:util';
import { startServer } from './server.mjs';
import { openWindow, settled } from './window.mjs';

const TIMEOUT_MS = 5 * 60_000;
const TIMEOUT_PICTURE = 'dist/test/timeout.png';

const { values: flags, positionals } = parseArgs({
  strict: false, // the other flags mean nothing here
  allowPositionals: true,
  options: {
    extensionDevelopmentPath: { type: 'string' },
    extensionTestsPath: { type: 'string' },
    'user-data-dir': { type: 'string' },
  },
});
const hostDir = process.env.VSCODE_HOST_DIR;
const notes = mkdtempSync(join(tmpdir(), 'vscode-host-'));

/** What the window says on its own; the rest comes from the tests and the extension. */
const noise =
  /^(Ignoring fetching additional builtin|Updating additional builtin|Canceled: Canceled|An unknown error occurred\. Please|Resolv(ing|ed) connection token|Creating a socket|\[(remote-connection|reconnection-grace-time|Service Worker|AgentHost|AccountPolicyGate|ChatModelSelection|RemoteAgentHostProtocol|DefaultAccount|perf|driver)|.*DialogService: (Dialog requested|refused))/;

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
    userDataDir: flags['user-data-dir'],
    args: ['--enable-smoke-test-driver'], // without it, paths to extensions under development are ignored
    env: { VSCODE_HOST_TESTS: resolve(flags.extensionTestsPath), VSCODE_HOST_NOTES: notes },
  });
  opened.push(server.stop);

  const url = server.url(positionals[0], [
    ['extensionDevelopmentPath', server.remoteUri(flags.extensionDevelopmentPath)],
    ['extensionTestsPath', server.remoteUri(join(import.meta.dirname, 'shim.cjs'))],
  ]);
  const prepare = async page => {
    page.on('crash', () => fail(new Error('The window crashed.')));
    await page.exposeFunction('codeAutomationLog', print);
    await page.exposeFunction('codeAutomationExit', code => {
      end(code || (existsSync(join(notes, 'passed')) ? 0 : 1));
    });
  };
  const window = await openWindow({ hostDir, profileDir: join(notes, 'chromium'), url, prepare });
  opened.push(window.close);

  setTimeout(async () => {
    await window.page.screenshot({ path: TIMEOUT_PICTURE });
    fail(new Error(`The tests did not end within ${TIMEOUT_MS / 1000} s, see ${TIMEOUT_PICTURE}.`));
  }, TIMEOUT_MS);

  await settled(window.page);
  writeFileSync(join(notes, 'settled'), '');
} catch (error) {
  await fail(error);
}
