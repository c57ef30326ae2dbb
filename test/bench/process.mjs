import { readdirSync, readFileSync } from 'node:fs';

/** What a process has used so far of the processor, over all its threads, in milliseconds. Linux alone tells. */
export function cpuOf(pid) {
  const threads = `/proc/${pid}/task`;
  return withLinux(() => readdirSync(threads).reduce((sum, id) => sum + onProcessor(`${threads}/${id}/schedstat`), 0));
}

const onProcessor = file => Number(readFileSync(file, 'utf8').split(' ')[0]) / 1e6;

/** The most memory that a process has had, and what it has now, in bytes. */
export const memoryOf = pid =>
  withLinux(() => {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const bytes = name => Number(new RegExp(`^${name}:\\s*(\\d+) kB`, 'm').exec(status)[1]) * 1024;
    return { peak: bytes('VmHWM'), rss: bytes('VmRSS') };
  });

const withLinux = read => (process.platform === 'linux' ? read() : undefined);
