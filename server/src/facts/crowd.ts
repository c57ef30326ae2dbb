import type { Scene } from './scene.ts';
import type { Fact, Truth } from './truth.ts';

/** An operation among those that run at the same time: whether it is one that is counted, and for how many. */
export interface Member {
  readonly scene: Scene;
  readonly counts: Truth;
  readonly amount: Fact<number>;
}

/** Operations that run at the same time and are counted together, in written order. */
export interface Crowd {
  readonly members: readonly Member[];
  readonly limit: number;
}

/** How many an operation stands for at least. */
const least = ({ counts, amount }: Member): number => (counts.value === true ? (amount.value ?? 1) : 0);

/** How many there are at least. */
export const sizeOf = ({ members }: Crowd): number => members.reduce((sum, member) => sum + least(member), 0);

/** The first operation with which there are too many. */
export function firstTooMany({ members, limit }: Crowd): Member | undefined {
  let sum = 0;
  return members.find(member => {
    sum += least(member);
    return sum > limit;
  });
}

/** Whether there are too many; undecided where there may be more than those that are known. */
export function isTooMany(crowd: Crowd): Truth {
  const { members, limit } = crowd;
  if (firstTooMany(crowd) !== undefined)
    return join(
      true,
      members.filter(({ counts }) => counts.value === true),
    );
  const most = members.reduce((sum, { counts, amount }) => {
    return counts.value === false ? sum : sum + (amount.value ?? Number.POSITIVE_INFINITY);
  }, 0);
  return join(most > limit ? undefined : false, members);
}

function join(value: boolean | undefined, members: readonly Member[]): Truth {
  const parts = members.flatMap(({ counts, amount }) => {
    return counts.value === false ? [counts] : [counts, amount.test(() => true)];
  });
  return {
    value,
    evidence: parts.flatMap(({ evidence }) => evidence),
    missing: value === undefined ? parts.flatMap(({ missing }) => missing) : [],
  };
}

/** The first of each run, where the operations are cut in written order into runs that keep to the limit. */
export function startsOfRuns({ members, limit }: Crowd): readonly Member[] {
  let sum = Number.POSITIVE_INFINITY;
  return members.filter(member => {
    sum += least(member);
    if (sum <= limit) return false;
    sum = least(member);
    return true;
  });
}
