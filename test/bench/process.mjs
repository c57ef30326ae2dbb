import { readdirSync, readFileSync } from 'node:fs';

/** What a process has used so far of the processor, over all its threads, in milliseconds. Linux alone tells; elsewhere it is no number. */
export function cpuOf(pid) {
  const threads = `/proc/${pid}/task`;
  return onLinux(() => readdirSync(threads).reduce((sum, id) => sum + onProcessor(`${threads}/${id}/schedstat`), 0));
}

const onProcessor = file => Number(readFileSync(file, 'utf8').split(' ')[0]) / 1e6;

/** The most memory that a process has had, in bytes. */
export const peakOf = pid =>
  onLinux(() => Number(/^VmHWM:\s*(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) * 1024);

const onLinux = read => (process.platform === 'linux' ? read() : Number.NaN);
