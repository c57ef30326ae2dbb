import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';

/** Sleeps for moments only. It ends with the process that started it, however that ends. */
const doze =
  'const { ppid } = process, gate = new Int32Array(new SharedArrayBuffer(4));' +
  'while (process.ppid === ppid) Atomics.wait(gate, 0, 0, 0.02);';

/**
 * Keeps the processors from falling asleep (on Linux, with `chrt` and `taskset` of util-linux): a virtual machine can
 * take half a millisecond to wake one, longer than what is measured. What does so is of the idle class, which gives
 * way to all other work, and dozes: a processor that is never free is not given what waits behind the other. Tells
 * whether it does.
 */
export function keepAwake() {
  if (process.platform !== 'linux') return false;
  for (let i = 0; i < availableParallelism(); i++) {
    const command = ['--cpu-list', String(i), 'chrt', '--idle', '0', process.execPath, '--eval', doze];
    const dozer = spawn('taskset', command, { stdio: 'ignore' });
    dozer.unref();
    process.on('exit', () => dozer.kill());
  }
  return true;
}
