import type { Steps } from '../steps.ts';
import { arrived } from './arrived.ts';
import type { CancellationToken } from './protocol.ts';
import { throwIfCancelled } from './safely.ts';

/** For so many milliseconds other messages may have to wait. */
const slice = 10;

/**
 * Runs steps in slices, between which the messages that have arrived are taken in. Gives up when the answer is no longer
 * wanted, and has none when what it is about has become another.
 */
export async function inSlices<T>(
  steps: Steps<T>,
  isCurrent: () => boolean,
  token: CancellationToken,
): Promise<{ readonly answer: T } | undefined> {
  for (let end = performance.now() + slice; ; ) {
    const { done, value } = steps.next();
    if (done) return { answer: value };
    if (performance.now() < end) continue;
    await arrived();
    throwIfCancelled(token);
    if (!isCurrent()) return undefined;
    end = performance.now() + slice;
  }
}
