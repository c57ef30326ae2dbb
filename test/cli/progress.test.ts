import { expect, test } from 'vitest';
import { Progress } from '../../server/src/cli/progress.ts';

/** What is written when each of `count` files takes `each` milliseconds. */
function written(count: number, each: number, isTTY: boolean): string {
  let now = 0;
  const parts: string[] = [];
  const stream = { isTTY, write: (part: string) => parts.push(part) > 0 };
  const progress = new Progress(count, 'en', stream as never, () => now);
  for (let i = 0; i < count; i++) {
    now += each;
    progress.add();
  }
  progress.end();
  return parts.join('');
}

const clear = '\r\x1b[2K';

test.each([
  { what: 'a long run', count: 4, each: 300, isTTY: true, text: '2 of 4|3 of 4|4 of 4|' },
  {
    what: 'steps that nobody can read',
    count: 1000,
    each: 1,
    isTTY: true,
    text: '500 of 1000|600 of 1000|700 of 1000|800 of 1000|900 of 1000|1000 of 1000|',
  },
  { what: 'a short run', count: 4, each: 10, isTTY: true, text: undefined },
  { what: 'a pipe', count: 4, each: 300, isTTY: false, text: undefined },
])('progress of $what', ({ count, each, isTTY, text }) => {
  const lines = text?.split('|').map(line => clear + (line && `${line} manifests …`));
  expect(written(count, each, isTTY)).toBe(lines?.join('') ?? '');
});
