import { expect, test } from 'vitest';
import { pairOf } from '../../server/src/syntax/pairs.ts';
import { parseSegment } from '../../server/src/syntax/parse.ts';
import { countWhile } from '../../server/src/syntax/search.ts';

test.each([
  { all: [], below: 1, count: 0 },
  { all: [1], below: 1, count: 0 },
  { all: [1], below: 2, count: 1 },
  { all: [1, 2, 2, 3, 5], below: 0, count: 0 },
  { all: [1, 2, 2, 3, 5], below: 2, count: 1 },
  { all: [1, 2, 2, 3, 5], below: 3, count: 3 },
  { all: [1, 2, 2, 3, 5], below: 9, count: 5 },
])('of $all, $count are below $below', ({ all, below, count }) => {
  expect(countWhile(all, n => n < below)).toBe(count);
});

const keys = (count: number): string => Array.from({ length: count }, (_, i) => `k${i}: ${i}\n`).join('');

test.each([0, 28, 29, 30, 100])('the first pair of a name, beside %i other keys', others => {
  const { root } = parseSegment(`? [a]\n: b\na: 1\n${keys(others)}a: 2\n*x : 3\n`);
  const textOf = (name: string): unknown => {
    const value = pairOf(root, name)?.value;
    return value?.kind === 'scalar' ? value.value : value;
  };
  for (const _ of ['searched', 'remembered']) {
    expect(textOf('a')).toBe('1');
    expect(textOf(`k${others - 1}`)).toBe(others === 0 ? undefined : `${others - 1}`);
    expect(textOf('b')).toBeUndefined();
    expect(textOf('x')).toBeUndefined();
  }
});

test('what is no map has no pairs', () => {
  expect(pairOf(undefined, 'a')).toBeUndefined();
  expect(pairOf(parseSegment('- a: b\n').root, 'a')).toBeUndefined();
});
