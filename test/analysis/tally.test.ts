import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Tally } from '../../server/src/analysis/tally.ts';
import type { Movement } from '../../server/src/facts/stock.ts';
import type { Place } from '../../server/src/model/place.ts';

const place = {} as Place;
const movement: fc.Arbitrary<Movement> = fc.record({
  place: fc.constant(place),
  by: fc.constantFrom<1 | -1>(1, 1, -1),
  region: fc.constantFrom('a', 'b', undefined),
});
const blocks = fc.array(fc.array(movement, { maxLength: 6 }), { maxLength: 8 });

/** The first movement over the limit, counted one by one. */
function counted(movements: readonly Movement[], region: string, limit: number): number | undefined {
  let made = 0;
  const index = movements.findIndex(({ by, region: where }) => {
    if (where === region || (where === undefined && by < 0)) made += by;
    return where === region && by > 0 && made > limit;
  });
  return index < 0 ? undefined : index;
}

test('block by block, the first movement over a limit is that of counting one by one', () => {
  fc.assert(
    fc.property(blocks, fc.nat(3), fc.nat(7), fc.array(movement, { maxLength: 6 }), (all, limit, edited, fresh) => {
      const content = new Map(all.map((movements, i) => [{ i }, movements]));
      const keys = [...content.keys()];
      const tally = new Tally<{ i: number }>(block => content.get(block) ?? []);
      const check = (): void => {
        const movements = keys.flatMap(key => content.get(key) ?? []);
        const crossings = tally.crossings(keys, () => limit);
        for (const region of ['a', 'b']) {
          const found = crossings.find(crossing => crossing.region === region);
          const index = counted(movements, region, limit);
          expect(found?.movement).toBe(index === undefined ? undefined : movements[index]);
          const net = movements.filter(m => m.region === region || (m.region === undefined && m.by < 0));
          expect(tally.madeIn(keys, region)).toBe(net.reduce((sum, { by }) => sum + by, 0));
        }
      };
      check();
      const key = keys[edited];
      if (key === undefined) return;
      content.set(key, fresh);
      tally.note(key);
      check();
    }),
    { numRuns: 1000 },
  );
});
