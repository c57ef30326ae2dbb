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
  const pair = [
    { name: 'product', server: product },
    { name: 'null', server: empty, answers },
  ];
  await timeOpens(pair, yaml, { plan, parser, record });
  await timeMeanwhile(pair, yaml, { plan, record });

  const sessions = [];
  for (const { name, server, answers } of pair) {
    sessions.push({ server: name, client: (await openFirst(server, yaml.text, plan.longest, answers)).client });
  }
  await timeAll(sessions, yaml, findings, plan, record);
  records.verified.push({ variant, size, ...(await verify(product, sessions[0].client, yaml, findings, plan.verify)) });
  for (const { client } of sessions) await client.stop();

  record('parseDocument', 'middle', { times: readTimes(parser, 'yaml', yaml.file, plan.read) });
  record('JSON.parse', 'middle', { times: readTimes(parser, 'json', json.file, plan.read) });
  const memory = await memoryOfText(product, yaml, { longest: plan.longest, memory: plan.memory(size) });
  if (memory !== undefined) records.memory.push({ variant, size, server: 'product', ...memory });
}

async function timeOpens(pair, { text, file }, { plan, parser, record }) {
  const times = { product: [], null: [], parseDocument: [] };
  await within(plan.opens, async () => {
    for (const { name, server, answers } of pair) {
      const { client, ms } = await openFirst(server, text, plan.longest, answers);
      times[name].push(ms);
      await client.stop();
    }
    times.parseDocument.push(readTimes(parser, 'yaml', file, 0)[0]);
  });
  for (const [name, ofOne] of Object.entries(times)) record(name, 'open', { times: ofOne });
}

async function timeMeanwhile(pair, spelled, { plan, record }) {
  for (const { name, server, answers } of pair) {
    const waits = { hover: [], edit: [] };
    await within(plan.openings, async () => {
      const client = await ready(server, { answers });
      const { hover, edit } = await timeOpening(client, spelled);
      waits.hover.push(hover);
      waits.edit.push(edit);
      await client.stop();
    });
    record(name, 'openingHover', { times: waits.hover });
    record(name, 'openingEdit', { times: waits.edit });
  }
}

/** The times that it takes only to read a file, in a process of its own. */
const readTimes = (parser, how, file, seconds) =>
  JSON.parse(execFileSync(process.execPath, [parser, how, file, `${seconds}`], { encoding: 'utf8' }));
