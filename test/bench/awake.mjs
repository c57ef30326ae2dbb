import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';

/** It ends with the process that started it, however that ends. */
const spin = 'const { ppid } = process; while (process.ppid === ppid);';

/**
 * Keeps the processors from sleeping, with work of Linux's idle class, which gives way to all other (`chrt` is of
 * util-linux): a virtual machine can take half a millisecond to wake one, longer than what is measured. Tells whether
 * it does.
 */
export function keepAwake() {
  if (process.platform !== 'linux') return false;
  for (let i = 0; i < availableParallelism(); i++) {
    const spinner = spawn('chrt', ['--idle', '0', process.execPath, '--eval', spin], { stdio: 'ignore' });
    spinner.unref();
    process.on('exit', () => spinner.kill());
  }
  return true;
}
