import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { recordAnswers } from './answers.mjs';
import { memoryOfText, openFirst } from './lifetimes.mjs';
import { timeAll } from './session.mjs';

/** Measures the product beside the empty server, which answers the same without looking, and beside mere parsers. */
export async function measureProduct({ product, null: empty }, manifest, { plan, parser, records }) {
  const { variant, size, folder, yaml, json } = manifest;
  const record = (server, id, run) => records.add({ variant, size, server, id }, run);
  const answers = join(folder, `answers-${variant}-${size}.json`);
  const findings = await recordAnswers(product, yaml.text, yaml.cycles, answers);

  const openProduct = () => openFirst(product, yaml.text, plan.longest);
  const openEmpty = () => openFirst(empty, yaml.text, plan.longest, answers);
  const opens = { product: [], null: [], parseDocument: [] };
  for (let i = 0; i < plan.opens; i++) {
    for (const [name, open] of Object.entries({ product: openProduct, null: openEmpty })) {
      const { client, ms } = await open();
      opens[name].push(ms);
      await client.stop();
    }
    opens.parseDocument.push(readTimes(parser, 'yaml', yaml.file, 0)[0]);
  }
  for (const [name, times] of Object.entries(opens)) record(name, 'open', { times });

  const sessions = [
    { server: 'product', client: (await openProduct()).client },
    { server: 'null', client: (await openEmpty()).client },
  ];
  await timeAll(sessions, yaml, findings, plan, record);
  for (const { client } of sessions) await client.stop();

  record('parseDocument', 'middle', { times: readTimes(parser, 'yaml', yaml.file, plan.read) });
  record('JSON.parse', 'middle', { times: readTimes(parser, 'json', json.file, plan.read) });
  const memory = await memoryOfText(product, yaml, plan);
  if (memory !== undefined) records.memory.push({ variant, size, server: 'product', ...memory });
}

/** The times that it takes only to read a file, in a process of its own. */
const readTimes = (parser, how, file, seconds) =>
  JSON.parse(execFileSync(process.execPath, [parser, how, file, `${seconds}`], { encoding: 'utf8' }));
