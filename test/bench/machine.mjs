import { cpus, loadavg, release, totalmem, type } from 'node:os';

/** On what, and when. */
export const machine = () => ({
  date: new Date().toISOString().slice(0, 10),
  node: process.version,
  machine: `${cpus().length} × ${cpus()[0].model}, ${Math.round(totalmem() / 2 ** 30)} GB, ${type()} ${release()}`,
  load: loadavg()[0],
});
