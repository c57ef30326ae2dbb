import { spawn, spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { nodeOf, vscodeOf } from './install.mjs';

const START_TIMEOUT_MS = 60_000;

/** The host's VS Code, as far as installing and serving begin alike. */
const commandOf = (hostDir, userDataDir) => [
  join(vscodeOf(hostDir), 'out/server-main.js'),
  ...['--accept-server-license-terms', '--telemetry-level', 'off'],
  ...['--user-data-dir', userDataDir, '--server-data-dir', join(userDataDir, 'server')],
  ...['--extensions-dir', join(userDataDir, 'extensions')],
];

/** Installs an extension for windows with this folder of user data, and tells the exit code. */
export function installExtension({ hostDir, userDataDir, vsix }) {
  const command = [...commandOf(hostDir, userDataDir), '--install-extension', vsix];
  return spawnSync(nodeOf(hostDir), command, { env: environment, stdio: 'inherit' }).status ?? 1;
}

const environment = { ...process.env, EXTENSIONS_GALLERY: '{}' };

/** Starts the host's VS Code. Its windows are pages at `url(folder)`. */
export async function startServer({ hostDir, userDataDir, args = [], env = {} }) {
  const token = randomUUID();
  const command = [
    ...commandOf(hostDir, userDataDir),
    ...['--host', '127.0.0.1', '--port', '0', '--connection-token', token],
    '--disable-experiments',
    ...args,
  ];
  const child = spawn(nodeOf(hostDir), command, {
    env: { ...environment, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true, // a process group of its own, so that its extension hosts end with it
  });

  const exited = once(child, 'exit');
  async function stop() {
    if (child.exitCode !== null || child.signalCode !== null) return;
    process.kill(-child.pid, 'SIGTERM');
    await Promise.race([exited, delay(3000, undefined, { ref: false })]);
    if (child.exitCode === null && child.signalCode === null) process.kill(-child.pid, 'SIGKILL');
  }

  try {
    const port = await listening(child);
    const remoteUri = path => `vscode-remote://127.0.0.1:${port}${encodeURI(resolve(path))}`;
    const origin = `http://127.0.0.1:${port}`;
    return { stop, remoteUri, origin, url: (folder, payload = []) => windowUrl({ origin, token, folder, payload }) };
  } catch (error) {
    await stop();
    throw error;
  }
}

function listening(child) {
  return new Promise((done, fail) => {
    let log = '';
    const timer = setTimeout(() => fail(new Error(`VS Code did not start:\n${log}`)), START_TIMEOUT_MS);
    const read = data => {
      log += data;
      const port = /Extension host agent listening on (\d+)/.exec(log)?.[1];
      if (!port) return;
      clearTimeout(timer);
      for (const stream of [child.stdout, child.stderr]) stream.off('data', read).resume();
      done(Number(port));
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('exit', code => {
      clearTimeout(timer);
      fail(new Error(`VS Code ended with code ${code}:\n${log}`));
    });
  });
}

function windowUrl({ origin, token, folder, payload }) {
  const query = new URLSearchParams({
    tkn: token,
    folder: resolve(folder),
    payload: JSON.stringify([...payload, ['skipWelcome', 'true'], ['skipReleaseNotes', 'true']]),
  });
  return `${origin}/?${query}`;
}
