import { burst } from './edits.mjs';
import { openFirst } from './lifetimes.mjs';
import { burstInReference } from './scenarios.mjs';

/**
 * How often a server tells something else after a burst, each of whose keys changes a finding, than one that opens the
 * text which has come of it; or after it is taken back, than at first.
 */
export async function verify(server, client, { text, format }, findings, { rounds, longest }) {
  const { keys, undo, typed } = burstInReference(text, format);
  const fresh = await openFirst(server, typed, longest);
  const expected = await fresh.client.diagnostics();
  await fresh.client.stop();
  if (same(expected, findings)) throw new Error('The keys of the burst change no finding that is told');
  let wrong = 0;
  for (let round = 0; round < rounds; round++) {
    await burst(client, keys);
    if (!same(await client.diagnostics(), expected)) wrong++;
    client.change(undo.change, undo.state);
    if (!same(await client.diagnostics(), findings)) wrong++;
  }
  return { checked: 2 * rounds, wrong };
}

const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);
