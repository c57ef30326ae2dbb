import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generate } from './manifest.mjs';
import { median, timed } from './measure.mjs';

/** How fast the command line checks a folder of manifests, beside reading them only. */
export async function throughput(out, parser, { manifests, rounds }) {
  const folder = join(out, 'tree');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const text = generate(operations, { few: true });
  for (let i = 0; i < manifests; i++) writeFileSync(join(folder, `manifest-${i}.ims.yaml`), text);
  const check = [];
  const parse = [];
  for (let i = 0; i < rounds; i++) {
    check.push((await timed(() => spawnSync(process.execPath, ['dist/cli.js', 'check', folder], quiet))).ms);
    parse.push((await timed(() => execFileSync(process.execPath, [parser, 'tree', folder], quiet))).ms);
  }
  const rate = times => {
    const seconds = median(times) / 1000;
    return { ms: median(times), manifests: manifests / seconds, megabytes: (manifests * text.length) / 1e6 / seconds };
  };
  return { manifests, operations, check: rate(check), parse: rate(parse) };
}

const operations = 100;
const quiet = { stdio: 'ignore' };
