import { expect, test } from 'vitest';
import { CrashLimit } from '../../client/src/crashLimit.ts';

const SECOND = 1000;

test('the sixth crash within three minutes is one too many', () => {
  const limit = new CrashLimit();
  for (let crash = 0; crash < 5; crash++) expect(limit.exceeded(crash * 10 * SECOND)).toBe(false);
  expect(limit.exceeded(179 * SECOND)).toBe(true);
});

test('crashes that are long over do not count', () => {
  const limit = new CrashLimit();
  for (let crash = 0; crash < 50; crash++) expect(limit.exceeded(crash * 36 * SECOND)).toBe(false);
});
