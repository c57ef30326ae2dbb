import { memoryOfText, openFirst } from './lifetimes.mjs';
import { timeAll } from './session.mjs';

/** Measures another server on the same manifest, unless it is too slow for that. */
export async function measurePeer(servers, name, { variant, size, [name]: spelled }, { plan: { peers }, records }) {
  const record = (server, id, run) => records.add({ variant, size, server, id }, run);
  const leave = () => records.left.push({ variant, size, server: name, longest: peers.longest });
  if (size > peers.largest || isHopeless(records, name, { variant, size })) return leave();
  const opened = await openFirst(servers[name], spelled.text, peers.longest);
  if (opened === undefined) return leave();
  record(name, 'open', { times: [opened.ms] });
  const { client } = opened;
  await client.quiet();
  await timeAll([{ server: name, client }], spelled, [], peers, record);
  client.kill();
  const memory = await memoryOfText(servers[name], spelled, { ...peers, memory: peers.memory(size) });
  if (memory !== undefined) records.memory.push({ variant, size, server: name, ...memory });
}

/** It was too slow for fewer operations. */
const isHopeless = ({ left }, name, { variant, size }) =>
  left.some(entry => entry.server === name && entry.variant === variant && entry.size < size);
