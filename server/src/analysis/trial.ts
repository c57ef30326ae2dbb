import type { ManifestSlot } from '../model/place.ts';
import { samePlace } from '../model/place.ts';
import type { TextChange } from '../syntax/document.ts';
import type { Analysis } from './analysis.ts';
import type { Finding } from './finding.ts';

/** Changes that have been made to a document. */
export interface Made {
  /** What takes them back, in this order. */
  readonly undo: readonly TextChange[];
  /** The slots whose text is another, or that are gone. */
  readonly touched: ReadonlySet<ManifestSlot>;
}

/** Makes changes that are in the order of the text, none overlapping another. */
export function make(analysis: Analysis, changes: readonly TextChange[]): Made {
  let shift = 0;
  const undo = changes.map(({ start, end, text }) => {
    const was = analysis.document.slice(start, end);
    const back = { start: start + shift, end: start + shift + text.length, text: was };
    shift += text.length - (end - start);
    return back;
  });
  const done = analysis.edit(...changes.toReversed());
  const touched = new Set(done.flatMap(({ fresh, removed }) => [...fresh, ...removed]));
  return { undo: undo.toReversed(), touched };
}

export function takeBack(analysis: Analysis, { undo }: Made): void {
  analysis.edit(...undo);
}

/** What kind of problem a rule finds tells what a fix of it may change beside. */
export type Concern = 'word' | 'constraint' | 'suppression';

/** A corrected word may reveal what the broken one hid. */
const words: ReadonlySet<string> = new Set(['unknown-key', 'invalid-value', 'unknown-reference', 'missing-key']);

/** What a corrected word itself would break. */
const broken: ReadonlySet<string> = new Set(['yaml-syntax', 'duplicate-key']);

const unusedSuppression = 'unused-suppression';

export const concernOf = ({ rule }: Finding): Concern =>
  words.has(rule) ? 'word' : rule === unusedSuppression ? 'suppression' : 'constraint';

/**
 * Whether changes took findings of one concern away and added none. `before` and `after` are all that stood and stands;
 * what the changes did not reach is in both, and costs nothing.
 */
export function areGone(
  findings: readonly Finding[],
  before: readonly Finding[],
  after: readonly Finding[],
  touched: ReadonlySet<ManifestSlot>,
): boolean {
  const concern = findings[0] && concernOf(findings[0]);
  const [had, has] = [new Set(before), new Set(after)];
  // A fix may well leave a suppression without use.
  const counts = ({ rule }: Finding): boolean => concern === 'suppression' || rule !== unusedSuppression;
  const lost = before.filter(finding => !has.has(finding) && counts(finding));
  const found = after.filter(finding => !had.has(finding) && counts(finding));
  if (concern !== 'word') return balances(lost, [...findings, ...found], touched);
  const at = (all: readonly Finding[], { rule, place }: Finding): number =>
    all.filter(other => other.rule === rule && samePlace(other.place, place)).length;
  return (
    findings.every(finding => at(lost, finding) >= at(found, finding) + at(findings, finding)) &&
    balances(
      lost,
      found.filter(({ rule }) => broken.has(rule)),
      touched,
    )
  );
}

/**
 * Whether there are as many findings of each rule in `lost` as in `other`: in each slot by itself, but among those that
 * are touched, as operations may have moved from one to another.
 */
function balances(lost: readonly Finding[], other: readonly Finding[], touched: ReadonlySet<ManifestSlot>): boolean {
  const left = new Map<unknown, Map<string, number>>();
  const add = ({ rule, place: { slot } }: Finding, amount: number): number => {
    const where = touched.has(slot) ? touched : slot;
    const counts = left.get(where) ?? new Map<string, number>();
    left.set(where, counts);
    const count = (counts.get(rule) ?? 0) + amount;
    counts.set(rule, count);
    return count;
  };
  for (const finding of lost) add(finding, 1);
  return other.every(finding => add(finding, -1) >= 0);
}
