import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Latest } from '../../client/src/latest.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** What was done, and how each turned out. */
function recorded(): { readonly latest: Latest; readonly done: string[] } {
  const done: string[] = [];
  const latest = new Latest(100, async signal => {
    done.push('begun');
    await new Promise(resolve => setTimeout(resolve, 50));
    done.push(signal.aborted ? 'outdone' : 'done');
  });
  return { latest, done };
}

test('a burst is done once, when it is over', async () => {
  const { latest, done } = recorded();
  for (let i = 0; i < 5; i++) {
    latest.ask();
    await vi.advanceTimersByTimeAsync(99);
  }
  expect(done).toEqual([]);
  await vi.advanceTimersByTimeAsync(100);
  expect(done).toEqual(['begun', 'done']);
});

test('what is asked for anew while it is being done is outdone', async () => {
  const { latest, done } = recorded();
  latest.ask();
  await vi.advanceTimersByTimeAsync(120);
  latest.ask();
  await vi.advanceTimersByTimeAsync(200);
  expect(done).toEqual(['begun', 'outdone', 'begun', 'done']);
});

test('after its end nothing is done', async () => {
  const { latest, done } = recorded();
  latest.ask();
  latest.dispose();
  await vi.advanceTimersByTimeAsync(200);
  expect(done).toEqual([]);
});
