// Runs every check there is, one after another, and ends with how many tests have passed and failed.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Each says how many tests have passed and failed, or one mark for each. */
const steps = [
  { script: 'lint' },
  { script: 'typecheck' },
  { script: 'test:unit', passed: /^ +Tests .*?(\d+) passed/gm, failed: /^ +Tests .*?(\d+) failed/gm },
  { script: 'test:grammar', passed: /^✓/gm, failed: /^✖/gm },
  { script: 'test:vscode', passed: /^(\d+) passed, \d+ failed$/gm, failed: /^\d+ passed, (\d+) failed$/gm },
];

const total = { passed: 0, failed: 0 };
for (const { script, passed, failed } of steps) {
  console.log(`\n> npm run ${script}`);
  const { code, output } = await run(script);
  total.passed += count(output, passed);
  // A step can also fail as a whole.
  total.failed += code === 0 ? 0 : Math.max(1, count(output, failed));
}
console.log(`\n${total.passed} passed, ${total.failed} failed`);
if (total.failed > 0) process.exitCode = 1;

/** Runs an npm script, and tells what it says while it says it. */
async function run(script) {
  const child = spawn('npm', ['run', '--silent', script], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
    shell: process.platform === 'win32',
  });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', text => {
    output += text;
    process.stdout.write(text);
  });
  const [code] = await once(child, 'close');
  return { code, output: stripVTControlCharacters(output) };
}

function count(output, pattern) {
  return pattern ? [...output.matchAll(pattern)].reduce((sum, [, number = '1']) => sum + Number(number), 0) : 0;
}
