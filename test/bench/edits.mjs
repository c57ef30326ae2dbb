import { setTimeout as pause } from 'node:timers/promises';
import { within } from './measure.mjs';
import { cpuOf } from './process.mjs';

/**
 * The times from each change to its diagnostics, for servers that have the same text open. They take turns, so that
 * whatever else the machine does meets them all. A server whose budget is spent gets its text back as it was.
 */
export async function timeEdits(clients, text, { steps }, { rounds, changes, ms }) {
  const runs = clients.map(client => ({ client, times: [], cpu: 0, unchanged: 0, left: ms }));
  for (let round = 0; round < rounds; round++) {
    for (const run of inTurn(runs, round)) if (run.left > 0) await typeOn(run, text, steps, changes);
  }
  return runs.map(({ times, cpu, unchanged }) => ({
    times,
    cpu: cpu / times.length,
    unchanged: unchanged / times.length,
  }));
}

async function typeOn(run, text, steps, changes) {
  const { client } = run;
  const before = { cpu: cpuOf(client.pid), unchanged: client.unchanged };
  let typed = 0;
  while (typed < changes && run.left > 0) {
    for (const { change, state } of steps) {
      const start = performance.now();
      client.change(change, state);
      await client.diagnostics();
      const time = performance.now() - start;
      run.times.push(time);
      run.left -= time;
      typed++;
      if (run.left <= 0) break;
    }
  }
  run.cpu += cpuOf(client.pid) - before.cpu;
  run.unchanged += client.unchanged - before.unchanged;
  if (typed % steps.length === 0) return;
  client.change({ text }, 0);
  await client.diagnostics();
}

/** The times from the last of many keys, five milliseconds apart, to the diagnostics of the text that they make. */
export async function timeBursts(clients, { keys, undo }, { rounds, ms }) {
  const runs = clients.map(client => ({ client, times: [], left: ms }));
  for (let round = 0; round < rounds; round++) {
    for (const run of inTurn(runs, round)) {
      if (run.left <= 0) continue;
      const begin = performance.now();
      run.times.push(await burst(run.client, keys));
      run.client.change(undo.change, undo.state);
      await run.client.diagnostics();
      run.left -= performance.now() - begin;
    }
  }
  return runs.map(({ times }) => ({ times }));
}

const interval = 5;

/** Types keys and tells how long after the last of them its diagnostics are there. */
export async function burst(client, keys) {
  const begin = performance.now();
  let settled;
  let last = begin;
  for (const [i, { change, state }] of keys.entries()) {
    await pause(Math.max(0, begin + i * interval - performance.now()));
    last = performance.now();
    client.change(change, state);
    // A client asks again when it has an answer and the text is no longer the one that it has asked about.
    settled ??= client.diagnostics().finally(() => {
      settled = undefined;
    });
  }
  await settled;
  return performance.now() - last;
}

/** The times from a request to its answer, each after a change whose diagnostics have come. */
export async function timeRequests(clients, { method, params }, { steps }, { rounds, changes, ms }) {
  const runs = clients.map(client => ({ client, times: [], left: ms }));
  for (let round = 0; round < rounds; round++) {
    for (const run of inTurn(runs, round)) {
      await within({ times: changes / steps.length, ms: run.left }, async () => {
        const begin = performance.now();
        for (const { change, state } of steps) {
          run.client.change(change, state);
          await run.client.diagnostics();
          const start = performance.now();
          await run.client.ask(method, params);
          run.times.push(performance.now() - start);
        }
        run.left -= performance.now() - begin;
      });
    }
  }
  return runs.map(({ times }) => ({ times }));
}

const inTurn = (runs, round) => (round % 2 === 0 ? runs : runs.toReversed());
