// The costs of a keystroke, of opening and of asking in the built server, beside those of other servers on the same text.
// usage: node test/bench/run.mjs [--quick] [--sizes 100,1000] [--out docs/performance.md]
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chdir } from 'node:process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { keepAwake } from './awake.mjs';
import { bundle } from './bundle.mjs';
import { idleMemory, timeStarts } from './lifetimes.mjs';
import { limits } from './limits.mjs';
import { machine } from './machine.mjs';
import { manifestIn, peerVariant, variants } from './manifests.mjs';
import { measurePeer } from './peer.mjs';
import { plans } from './plans.mjs';
import { measureProduct } from './product.mjs';
import { profile } from './profile.mjs';
import { Records } from './records.mjs';
import { report } from './report.mjs';
import { prepareServers } from './servers.mjs';
import { throughput } from './throughput.mjs';

chdir(fileURLToPath(new URL('../..', import.meta.url)));
const { values: options } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    sizes: { type: 'string' },
    out: { type: 'string', default: 'docs/performance.md' },
  },
});
const mode = options.quick ? 'quick' : 'full';
const plan = plans[mode];
const sizes = options.sizes?.split(',').map(Number) ?? plan.sizes;

const out = 'dist/bench';
mkdirSync(out, { recursive: true });
const servers = await prepareServers(out);
const parser = join(out, 'parse.cjs');
await bundle('test/bench/parse.mjs', parser);

const titles = Object.fromEntries(Object.entries(servers).map(([id, { title, wait }]) => [id, { title, wait }]));
const records = new Records();
const results = {
  ...machine(),
  awake: keepAwake(),
  mode,
  sizes,
  servers: titles,
  peerVariant,
  records,
  limits: [],
  profiles: [],
};
const begun = performance.now();
/** Tells how far it has come, and keeps what there is so far. */
function say(text) {
  console.error(`${((performance.now() - begun) / 1000).toFixed(0).padStart(5)} s  ${text}`);
  writeFileSync('dist/bench.json', `${JSON.stringify(results, undefined, 2)}\n`);
}

say('starts');
const starts = await timeStarts(Object.values(servers), plan.starts);
for (const [i, server] of Object.keys(servers).entries()) records.add({ server, id: 'initialized' }, starts[i]);
for (const [server, of] of Object.entries(servers)) {
  records.idle.push({ server, ...(await idleMemory(of, plan.idle)) });
}
for (const variant of variants) {
  for (const size of sizes) {
    const manifest = manifestIn(out, variant, size);
    say(`${size} operations, ${variant}`);
    await measureProduct(servers, manifest, { plan, parser, records });
    if (variant !== peerVariant) continue;
    for (const peer of ['yaml', 'json']) {
      say(`  ${servers[peer].title}`);
      await measurePeer(servers, peer, manifest, { plan, records });
    }
  }
}
say('command line');
results.commandLine = await throughput(out, parser, plan.throughput);
for (const size of sizes) {
  say(`limits and profile, ${size} operations`);
  const manifest = manifestIn(out, 'few', size);
  results.limits.push({ size, limits: await limits(manifest.yaml, plan.limits) });
  results.profiles.push({
    size,
    keystrokes: plan.profile,
    ...(await profile(out, servers.product, manifest, plan.profile)),
  });
}

const page = report(results);
writeFileSync(options.out, page);
console.log(page);
say(`written: ${options.out}, dist/bench.json`);
