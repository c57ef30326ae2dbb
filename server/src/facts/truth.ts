import type { Place } from '../model/place.ts';
import type { Known } from './known.ts';
import type { FactName } from './state.ts';

/** A known fact that a judgement rests on. */
export interface Evidence {
  readonly fact: FactName;
  readonly value: unknown;
  /** Where it is known from; a default comes from nowhere in the text. */
  readonly from: Place | undefined;
}

/** A fact that a judgement lacks: which, and of what. */
export interface Missing {
  readonly fact: FactName;
  readonly of: string;
}

/** True, false or undecided (Kleene), with what it rests on and what it lacks. */
export interface Truth {
  readonly value: boolean | undefined;
  readonly evidence: readonly Evidence[];
  readonly missing: readonly Missing[];
}

const plain = (value: boolean): Truth => ({ value, evidence: [], missing: [] });
export const yes: Truth = plain(true);
export const no: Truth = plain(false);

/** True if all are; false as soon as one is, whatever is unknown beside it. */
export function all(...parts: readonly Truth[]): Truth {
  const decisive = parts.filter(part => part.value === false);
  if (decisive.length > 0) return join(false, decisive);
  const open = parts.filter(part => part.value === undefined);
  return open.length > 0 ? join(undefined, open) : join(true, parts);
}

/** True as soon as one is, whatever is unknown beside it; false if none is. */
export function any(...parts: readonly Truth[]): Truth {
  return not(all(...parts.map(not)));
}

export const not = (truth: Truth): Truth => (truth.value === undefined ? truth : { ...truth, value: !truth.value });

function join(value: boolean | undefined, parts: readonly Truth[]): Truth {
  const [only] = parts;
  if (only !== undefined && parts.length === 1) return only.value === value ? only : { ...only, value };
  return { value, evidence: parts.flatMap(part => part.evidence), missing: parts.flatMap(part => part.missing) };
}

/** What can be asked about something: a known value, or unknown. */
export class Fact<T> {
  constructor(
    readonly name: FactName,
    /** Whose fact it is, as the author calls it. */
    readonly of: string,
    readonly known: Known<T> | undefined,
  ) {}

  get value(): T | undefined {
    return this.known?.value;
  }

  /** Whether the value passes a test; undecided if it is unknown. */
  test(passes: (value: T) => boolean): Truth {
    if (this.known === undefined)
      return { value: undefined, evidence: [], missing: [{ fact: this.name, of: this.of }] };
    const { value, from } = this.known;
    return { value: passes(value), evidence: [{ fact: this.name, value, from }], missing: [] };
  }

  is(...values: readonly T[]): Truth {
    return this.test(value => values.includes(value));
  }

  /** Whether the value passes a test together with another; undecided if either is unknown. */
  testWith<U>(other: Fact<U>, passes: (value: T, other: U) => boolean): Truth {
    const { known } = this;
    return all(
      this.test(() => true),
      other.test(value => known === undefined || passes(known.value, value)),
    );
  }

  differsFrom(other: Fact<T>): Truth {
    return this.testWith(other, (one, another) => one !== another);
  }

  over(this: Fact<number>, limit: number): Truth {
    return this.test(value => value > limit);
  }

  atLeast(this: Fact<number>, limit: number): Truth {
    return this.test(value => value >= limit);
  }
}
