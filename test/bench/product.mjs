import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { recordAnswers } from './answers.mjs';
import { memoryOfText, openFirst, ready } from './lifetimes.mjs';
import { within } from './measure.mjs';
import { timeOpening } from './opening.mjs';
import { timeAll } from './session.mjs';
import { verify } from './verify.mjs';

/** Measures the product beside the empty server, which answers the same without looking, and beside mere parsers. */
export async function measureProduct({ product, null: empty }, manifest, { plan, parser, records }) {
  const { variant, size, folder, yaml, json } = manifest;
  const record = (server, id, run) => records.add({ variant, size, server, id }, run);
  const answers = join(folder, `answers-${variant}-${size}.json`);
  const findings = await recordAnswers(product, yaml.text, yaml.cycles, answers);
  const servers = { product: [product, undefined], null: [empty, answers] };
  const open = name => openFirst(servers[name][0], yaml.text, plan.longest, servers[name][1]);

  const opens = { product: [], null: [], parseDocument: [] };
  await within(plan.opens, async () => {
    for (const name of Object.keys(servers)) {
      const { client, ms } = await open(name);
      opens[name].push(ms);
      await client.stop();
    }
    opens.parseDocument.push(readTimes(parser, 'yaml', yaml.file, 0)[0]);
  });
  for (const [name, times] of Object.entries(opens)) record(name, 'open', { times });

  for (const [name, [server, answers]] of Object.entries(servers)) {
    const waits = { hover: [], edit: [] };
    await within(plan.opens, async () => {
      const client = await ready(server, { answers });
      const { hover, edit } = await timeOpening(client, yaml);
      waits.hover.push(hover);
      waits.edit.push(edit);
      await client.stop();
    });
    record(name, 'openingHover', { times: waits.hover });
    record(name, 'openingEdit', { times: waits.edit });
  }

  const sessions = [];
  for (const server of Object.keys(servers)) sessions.push({ server, client: (await open(server)).client });
  await timeAll(sessions, yaml, findings, plan, record);
  records.verified.push({ variant, size, ...(await verify(product, sessions[0].client, yaml, findings, plan.verify)) });
  for (const { client } of sessions) await client.stop();

  record('parseDocument', 'middle', { times: readTimes(parser, 'yaml', yaml.file, plan.read) });
  record('JSON.parse', 'middle', { times: readTimes(parser, 'json', json.file, plan.read) });
  const memory = await memoryOfText(product, yaml, { longest: plan.longest, memory: plan.memory(size) });
  if (memory !== undefined) records.memory.push({ variant, size, server: 'product', ...memory });
}

/** The times that it takes only to read a file, in a process of its own. */
const readTimes = (parser, how, file, seconds) =>
  JSON.parse(execFileSync(process.execPath, [parser, how, file, `${seconds}`], { encoding: 'utf8' }));
