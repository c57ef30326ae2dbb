import { setTimeout as pause } from 'node:timers/promises';
import { Client } from './client.mjs';
import { median, timed } from './measure.mjs';
import { peakOf } from './process.mjs';

/** The times from the start of a process to an initialized server. They take turns. */
export async function timeStarts(servers, rounds) {
  const times = servers.map(() => []);
  for (let round = 0; round < rounds; round++) {
    for (const [i, server] of servers.entries()) {
      const { ms, result } = await timed(() => Client.start(server));
      times[i].push(ms);
      await result.quiet();
      await result.stop();
    }
  }
  return times.map(times => ({ times }));
}

/** What a server takes that has been started and has nothing to do. */
export async function idleMemory(server, rounds) {
  const found = [];
  for (let round = 0; round < rounds; round++) {
    const client = await ready(server, { probed: true });
    await pause(settling);
    found.push(await client.probe('memory'));
    await client.stop();
  }
  return { heap: median(found.map(({ heap }) => heap)), rss: median(found.map(({ rss }) => rss)) };
}

const settling = 1_000;

/** A server that has opened its first text, and the time to its diagnostics; undefined if that takes too long. */
export async function openFirst(server, text, longest, answers) {
  const client = await ready(server, { answers });
  const opened = await inTime(
    client,
    timed(() => client.open(text)),
    longest,
  );
  return opened && { client, ms: opened.ms };
}

/** A server that has started and, if it is the empty one, knows what to answer. */
export async function ready(server, { answers, ...options } = {}) {
  const client = await Client.start(server, options);
  await client.quiet();
  if (answers !== undefined) await client.request('bench/answers', { file: answers });
  return client;
}

/** What a text costs in memory, and what many edits leave behind; undefined if it takes too long to open. */
export async function memoryOfText(server, { text, cycles }, { longest, memory: { rest, edits, ms } }) {
  const { steps } = cycles.find(({ id }) => id === 'middle');
  const client = await ready(server, { probed: true });
  await pause(settling);
  const idle = await client.probe('memory');
  const opened = await inTime(client, client.open(text), longest);
  if (opened === undefined) return undefined;
  await client.quiet();
  await pause(rest);
  const afterOpen = await client.probe('memory');
  const peakOpen = peakOf(client.pid);
  const end = performance.now() + ms;
  let made = 0;
  while (made < edits && performance.now() < end) {
    for (const { change, state } of steps) {
      client.change(change, state);
      await client.diagnostics();
      made++;
    }
  }
  await pause(settling);
  const afterEdits = await client.probe('memory');
  const peak = peakOf(client.pid);
  await client.stop();
  return {
    heap: afterOpen.heap - idle.heap,
    rss: afterOpen.rss - idle.rss,
    peakOpen,
    peak,
    edits: made,
    growth: afterEdits.heap - afterOpen.heap,
    total: afterOpen.heap,
  };
}

/** What a server does in time; else it is ended. */
async function inTime(client, work, ms) {
  let timer;
  const late = new Promise(resolve => {
    timer = setTimeout(() => resolve(undefined), ms);
  });
  work.catch(() => {}); // it fails when the server is ended
  const result = await Promise.race([work, late]);
  clearTimeout(timer);
  if (result === undefined) client.kill();
  return result;
}
