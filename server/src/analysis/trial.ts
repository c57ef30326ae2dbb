import { samePlace } from '../model/place.ts';
import { sameEnds } from '../sameEnds.ts';
import type { TextChange } from '../syntax/document.ts';
import type { Slot } from '../syntax/slot.ts';
import type { Analysis } from './analysis.ts';
import { bySlot, type Finding } from './finding.ts';

/** Changes that have been made to a document. */
export interface Made {
  /** What takes them back, in this order. */
  readonly undo: readonly TextChange[];
  /** The slots whose text is another, or that are gone, by whoever did it. */
  readonly touched: Owners;
}

/** Who touched which slots. Those who touched the same one count as one. */
export class Owners {
  private readonly bySlot = new Map<Slot, object>();
  private readonly partners = new Map<object, object>();

  add(slot: Slot, owner: object): void {
    const other = this.bySlot.get(slot);
    const [one, two] = [this.together(owner), other && this.together(other)];
    if (two === undefined) this.bySlot.set(slot, one);
    else if (one !== two) this.partners.set(one, two);
  }

  of(slot: Slot): object | undefined {
    const owner = this.bySlot.get(slot);
    return owner && this.together(owner);
  }

  /** The one that stands for all that this owner counts as one with. */
  together(owner: object): object {
    let one = owner;
    for (let next = this.partners.get(one); next !== undefined; next = this.partners.get(one)) one = next;
    return one;
  }
}

/** A change, and what it is made for. */
export interface OwnedChange extends TextChange {
  readonly owner: object;
}

/** Makes changes that are in the order of the text, none overlapping another. */
export function make(analysis: Analysis, changes: readonly OwnedChange[]): Made {
  let shift = 0;
  const undo = changes.map(({ start, end, text }) => {
    const was = analysis.document.slice(start, end);
    const back = { start: start + shift, end: start + shift + text.length, text: was };
    shift += text.length - (end - start);
    return back;
  });
  const backward = changes.toReversed();
  const touched = new Owners();
  for (const [i, { fresh, removed }] of analysis.edit(...backward).entries()) {
    const { owner } = backward[i] as OwnedChange;
    for (const slot of [...fresh, ...removed]) touched.add(slot, owner);
  }
  return { undo: undo.toReversed(), touched };
}

export function takeBack(analysis: Analysis, { undo }: Made): void {
  analysis.edit(...undo);
}

/** What is seen with changes made, which are in the order of the text; they are taken back afterwards. */
export function attempt<T>(analysis: Analysis, changes: readonly TextChange[], look: () => T): T {
  const owner = {};
  const made = make(
    analysis,
    changes.map(change => ({ ...change, owner })),
  );
  try {
    return look();
  } finally {
    takeBack(analysis, made);
  }
}

/** What kind of problem a rule finds tells what a fix of it may change beside. */
export type Concern = 'word' | 'constraint' | 'suppression';

/** A corrected word may reveal what the broken one hid. */
const words: ReadonlySet<string> = new Set(['unknown-key', 'invalid-value', 'unknown-reference']);

/** What a corrected word itself would break. */
const broken: ReadonlySet<string> = new Set(['yaml-syntax', 'duplicate-key']);

const unusedSuppression = 'unused-suppression';

export const concernOf = ({ rule }: Finding): Concern =>
  words.has(rule) ? 'word' : rule === unusedSuppression ? 'suppression' : 'constraint';

/** All that stands, in lists that stay the same where no change reaches. */
type Standing = readonly (readonly Finding[])[];

/**
 * The findings for which changes of one concern did not do what they should: those that are to be gone and are not, and
 * those that are new. `before` and `after` are all that stood and stands; what the changes did not reach is in both, and
 * costs nothing.
 */
export function unsettled(
  concern: Concern,
  findings: readonly Finding[],
  before: Standing,
  after: Standing,
  touched: Owners,
): readonly Finding[] {
  const { lead, trail } = sameEnds(before, after);
  const old = before.slice(lead, before.length - trail);
  const fresh = after.slice(lead, after.length - trail);
  const had = without(old, fresh).flat();
  const has = without(fresh, old).flat();
  // A fix may well leave a suppression without use.
  const counts = ({ rule }: Finding): boolean => concern === 'suppression' || rule !== unusedSuppression;
  const lost = without(had, has).filter(counts);
  const found = without(has, had).filter(counts);
  if (concern !== 'word') return beyond(lost, [...findings, ...found], touched);
  const isBroken = ({ rule }: Finding): boolean => broken.has(rule);
  return [...stillThere(findings, lost, found), ...beyond(lost.filter(isBroken), found.filter(isBroken), touched)];
}

function without<T>(all: readonly T[], others: readonly T[]): readonly T[] {
  const left = new Set(others);
  return all.filter(one => !left.has(one));
}

/** Whether what is found at a place is found there again: one word is wrong once, but several keys may be missing. */
const isAgain = (one: Finding, other: Finding): boolean =>
  one.rule === other.rule &&
  samePlace(one.place, other.place) &&
  (one.rule !== 'missing-key' || one.message.en === other.message.en);

/** Those of the findings that there are not fewer of than before. */
function stillThere(
  findings: readonly Finding[],
  lost: readonly Finding[],
  found: readonly Finding[],
): readonly Finding[] {
  const [wanted, gone, come] = [bySlot(findings), bySlot(lost), bySlot(found)];
  return findings.filter(finding => {
    const at = (all: ReadonlyMap<Slot, readonly Finding[]>): number =>
      (all.get(finding.place.slot) ?? []).filter(other => isAgain(finding, other)).length;
    return at(gone) < at(come) + at(wanted);
  });
}

/**
 * Those of `other` that are more than there are in `lost` of their rule: in each slot by itself, but in all together
 * that one owner touched, as operations may have moved from one to another.
 */
function beyond(lost: readonly Finding[], other: readonly Finding[], touched: Owners): readonly Finding[] {
  const whereOf = ({ place: { slot } }: Finding): object => touched.of(slot) ?? slot;
  const left = new Map<object, Map<string, number>>(other.map(finding => [whereOf(finding), new Map()]));
  const add = (finding: Finding, amount: number): number => {
    const counts = left.get(whereOf(finding));
    const count = (counts?.get(finding.rule) ?? 0) + amount;
    counts?.set(finding.rule, count);
    return count;
  };
  for (const finding of lost) add(finding, 1);
  return other.filter(finding => add(finding, -1) < 0);
}
