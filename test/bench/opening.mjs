import { setTimeout as pause } from 'node:timers/promises';
import { hoverAtStart } from './scenarios.mjs';

/**
 * The longest wait for a hover at the first operations, and for one after an edit there, while a text is being opened.
 * An answer that says nothing is none.
 */
export async function timeOpening(client, { text, format, cycles }) {
  const hover = hoverAtStart(text, format);
  const { steps } = cycles.find(({ id }) => id === 'start');
  const longest = { hover: 0, edit: 0 };
  const wait = async what => {
    const start = performance.now();
    while ((await client.ask(hover.method, hover.params)) === null) await pause(1);
    longest[what] = Math.max(longest[what], performance.now() - start);
  };
  let isOpen = false;
  const opened = client.open(text).then(() => {
    isOpen = true;
  });
  let edits = 0;
  do {
    await wait('hover');
    if (edits < most) {
      const { change, state } = steps[edits++ % steps.length];
      client.change(change, state);
      await wait('edit');
    }
    await pause(interval);
  } while (!isOpen);
  await opened;
  return longest;
}

/** So few edits that a server which begins anew at each of them gets to an end. */
const most = 10;
const interval = 20;
