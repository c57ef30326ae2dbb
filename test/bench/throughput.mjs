import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generate } from './manifest.mjs';
import { median, timed } from './measure.mjs';

/** How fast the command line checks a folder of manifests in one thread and in two, beside reading them only. */
export async function throughput(out, parser, { manifests, rounds }) {
  const folder = join(out, 'tree');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  let bytes = 0;
  for (let i = 0; i < manifests; i++) {
    const text = generate(operationsIn(i), { few: i % 10 > 0 });
    writeFileSync(join(folder, `manifest-${i}.ims.yaml`), text);
    bytes += text.length;
  }
  const runs = [1, 2].flatMap(threads => [
    { program: 'check', threads, args: ['dist/cli.js', 'check', '--threads', `${threads}`, folder], times: [] },
    { program: 'parse', threads, args: [parser, 'tree', folder, `${threads}`], times: [] },
  ]);
  for (let round = 0; round < rounds; round++) {
    for (const { program, args, times } of runs) {
      const run = program === 'check' ? spawnSync : execFileSync; // to find something wrong is no failure
      times.push((await timed(() => run(process.execPath, args, { stdio: 'ignore' }))).ms);
    }
  }
  const rates = runs.map(({ program, threads, times }) => {
    const ms = median(times);
    return { program, threads, ms, manifests: (manifests / ms) * 1000, megabytes: bytes / 1000 / ms };
  });
  return { manifests, bytes, rates };
}

/** From 1 to 100, most of them small. */
const operationsIn = i => [1, 2, 4, 6, 8, 10, 12, 16, 30, 100][i % 10];
