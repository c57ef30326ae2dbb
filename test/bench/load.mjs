// The built server under load: many manifests that are typed in at once, and a workspace of many. Prints the figures.
// usage: node test/bench/load.mjs [--seconds 60] [--manifests 10000]
import { chdir } from 'node:process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { typing, typingPlan } from './load/typing.mjs';
import { workspace, workspaceSize } from './load/workspace.mjs';
import { machine } from './machine.mjs';
import { count, digits, table } from './table.mjs';

chdir(fileURLToPath(new URL('../..', import.meta.url)));
const { values } = parseArgs({ options: { seconds: { type: 'string' }, manifests: { type: 'string' } } });
const plan = { ...typingPlan, ...(values.seconds && { seconds: Number(values.seconds) }) };
const { date, node, machine: computer, load } = machine();
console.log(`${date}, Node.js ${node}, ${computer}, load ${digits(load)} at the start.\n`);

const megabytes = bytes => digits(bytes / 1e6);
const parts = await typing(plan);
console.log(`${plan.manifests} manifests open, ${plan.rate} edits a second over ${plan.seconds} s:\n`);
console.log(
  table(
    [
      'seconds',
      'edits',
      'to the diagnostics: middle, ms',
      '95th percentile',
      'longest',
      'heap after a collection, MB',
      'RSS, MB',
    ],
    parts.map(({ n, p50, p95, max, heap, rss }, i) => [
      `to ${digits(((i + 1) * plan.seconds) / plan.parts)}`,
      count(n),
      ...[p50, p95, max].map(digits),
      megabytes(heap),
      megabytes(rss),
    ]),
  ),
);

const { manifests, bytes, ms, hovers, before, after } = await workspace(Number(values.manifests ?? workspaceSize));
console.log(`\nA workspace of ${count(manifests)} manifests, ${megabytes(bytes)} MB:\n`);
console.log(
  table(
    ['', 'figure'],
    [
      ['all of it checked, s', digits(ms / 1000)],
      ['a manifest, ms', digits(ms / manifests)],
      ['heap before and after, MB', `${megabytes(before.heap)}, ${megabytes(after.heap)}`],
      ['most RSS, MB', megabytes(after.peak)],
      [`${count(hovers.n)} hovers meanwhile: middle, ms`, digits(hovers.p50)],
      ['95th percentile', digits(hovers.p95)],
      ['longest', digits(hovers.max)],
    ],
  ),
);
