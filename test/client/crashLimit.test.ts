import { expect, test } from 'vitest';
import { CrashLimit } from '../../client/src/crashLimit.ts';

/** After how many crashes, each so many seconds after the one before, it is not started again. */
function givenUpAfter(seconds: number): number | undefined {
  const limit = new CrashLimit();
  for (let crash = 1; crash <= 1000; crash++) if (limit.exceeded(crash * seconds * 1000)) return crash;
  return undefined;
}

test.each([
  { seconds: 0, crashes: 6 },
  { seconds: 3, crashes: 6 },
  { seconds: 5, crashes: 31 },
  { seconds: 19, crashes: 31 },
  { seconds: 21, crashes: undefined },
])('a server that falls every $seconds s is given up after crash $crashes', ({ seconds, crashes }) => {
  expect(givenUpAfter(seconds)).toBe(crashes);
});
