import { expect, test } from 'vitest';
import { readFlavor } from '../../server/src/facts/declare.ts';

test.each([
  ['s6.medium.1', 'x86', 1],
  ['s6.large.16', 'x86', 32],
  ['C6S.XLARGE.2', 'x86', 8],
  ['kc1.xlarge.4', 'arm', 16],
  ['c7.16xlarge.4', 'x86', 256],
  ['physical.s4.large', undefined, undefined],
  ['k', undefined, undefined],
  ['s6.large.2.x', undefined, undefined],
  ['my-s6.large.2', undefined, undefined],
  ['s6.big.2', 'x86', undefined],
  ['s6.a2xlarge.2', 'x86', undefined],
  ['s6.2xlarges.2', 'x86', undefined],
])('the flavor %s is %s with %s GB', (value, architecture, memory) => {
  const read = readFlavor({ value, from: undefined });
  expect([read?.architecture.value, read?.memory?.value]).toEqual([architecture, memory]);
});
