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

const none: readonly never[] = [];
const plain = (value: boolean): Truth => ({ value, evidence: none, missing: none });
export const yes: Truth = plain(true);
export const no: Truth = plain(false);

/** True if all are; false as soon as one is, whatever is unknown beside it. */
export const all = (...parts: readonly Truth[]): Truth => decide(parts, false);

/** True as soon as one is, whatever is unknown beside it; false if none is. */
export const any = (...parts: readonly Truth[]): Truth => decide(parts, true);

export const not = (truth: Truth): Truth => (truth.value === undefined ? truth : { ...truth, value: !truth.value });

/** One part that is `decisive` decides, then those that are undecided; else all do together. */
function decide(parts: readonly Truth[], decisive: boolean): Truth {
  let value: boolean | undefined = !decisive;
  for (const part of parts) {
    if (part.value === decisive) value = decisive;
    else if (part.value === undefined && value !== decisive) value = undefined;
  }
  const first = parts.find(part => part.value === value);
  if (first !== undefined && first === parts.findLast(part => part.value === value)) return first;
  return {
    value,
    evidence: gather(parts, value, part => part.evidence),
    missing: gather(parts, value, part => part.missing),
  };
}

/** What the parts of a value list; most of them nothing, so that there is nothing to put together. */
function gather<T>(
  parts: readonly Truth[],
  value: boolean | undefined,
  listOf: (part: Truth) => readonly T[],
): readonly T[] {
  let gathered: readonly T[] = none;
  for (const part of parts) {
    const list = part.value === value ? listOf(part) : none;
    if (list.length > 0) gathered = gathered.length === 0 ? list : [...gathered, ...list];
  }
  return gathered;
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
    if (this.known === undefined) {
      return { value: undefined, evidence: none, missing: [{ fact: this.name, of: this.of }] };
    }
    const { value, from } = this.known;
    return { value: passes(value), evidence: [{ fact: this.name, value, from }], missing: none };
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
