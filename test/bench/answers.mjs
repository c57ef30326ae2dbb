import { writeFileSync } from 'node:fs';
import { Client } from './client.mjs';
import { hoverAtStart, requestsOf } from './scenarios.mjs';
import { answerKey } from './versions.mjs';

/** Writes down what a server answers to all that is going to be asked, for the empty server to answer the same. */
export async function recordAnswers(server, text, cycles, file) {
  const client = await Client.start(server);
  const reports = new Reports();
  const ofState = { 0: reports.add(await client.open(text)) };
  const findings = reports.all[0];
  const requests = {};
  for (const { method, params } of [hoverAtStart(text, server.format), ...requestsOf(text, server.format, findings)]) {
    requests[answerKey(method, params)] = await client.ask(method, params);
  }
  for (const { change, state } of cycles.flatMap(({ steps }) => steps)) {
    client.change(change, state);
    ofState[state] = reports.add(await client.diagnostics());
  }
  await client.stop();
  writeFileSync(file, JSON.stringify({ reports: reports.all, ofState, requests }));
  return findings;
}

/** Each report once. */
class Reports {
  all = [];
  #known = new Map();

  add(items) {
    const text = JSON.stringify(items);
    if (!this.#known.has(text)) this.#known.set(text, this.all.push(items) - 1);
    return this.#known.get(text);
  }
}
