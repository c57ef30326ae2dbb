// Edits texts at random, asks every feature about them, and keeps those that something is wrong with.
// usage: node scripts/fuzz.mjs [seconds] [seed]    (another seed each time, unless it is given)
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const [seconds = '60', seed = `${Date.now() % 2 ** 31}`] = process.argv.slice(2);
const child = spawn('npx', ['vitest', 'run', 'test/anyText/fuzz.test.ts'], {
  cwd: fileURLToPath(new URL('..', import.meta.url)),
  env: { ...process.env, FUZZ_SECONDS: seconds, FUZZ_SEED: seed },
  stdio: 'inherit',
  shell: process.platform === 'win32',
});
[process.exitCode] = await once(child, 'close');
