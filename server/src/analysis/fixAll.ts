import type { TextChange } from '../syntax/document.ts';
import type { Analysis } from './analysis.ts';
import { compose, trimmed } from './compose.ts';
import type { Finding } from './finding.ts';
import { type Fix, written } from './fixes.ts';
import { type Concern, concernOf, type Made, make, type OwnedChange, takeBack, unsettled } from './trial.ts';

export interface FixedAll {
  /** In the order of the text, none overlapping another. */
  readonly changes: readonly TextChange[];
  /** How many fixes they are. */
  readonly count: number;
}

/** Each round makes all that can be made together: nobody has written a chain of problems that is longer. */
const mostRounds = 50;

const concerns: readonly Concern[] = ['word', 'constraint', 'suppression'];

/**
 * Applies the safe fixes of all findings, or of those that are meant, until none is left. A fix that does not hold, or
 * that another rules out, is passed over. The document is as before in the end.
 */
export function fixAll(analysis: Analysis, isMeant: (finding: Finding) => boolean = () => true): FixedAll {
  const made: Made[] = [];
  let changes: readonly TextChange[] = [];
  let count = 0;
  try {
    for (let round = 0; round < mostRounds; round++) {
      let progress = 0;
      for (const concern of concerns) {
        const pass = new Pass(analysis, concern, made);
        pass.run(candidates(analysis, finding => concernOf(finding) === concern && isMeant(finding)));
        changes = compose(changes, pass.applied);
        progress += pass.count;
      }
      if (progress === 0) break;
      count += progress;
    }
  } finally {
    for (const one of made.toReversed()) takeBack(analysis, one);
  }
  return { changes: trimmed(changes, (start, end) => analysis.document.slice(start, end)), count };
}

/** Whether a rule knows a safe way out of a finding, be it verified or not. */
export const mayBeFixed = (analysis: Analysis, finding: Finding): boolean =>
  analysis.proposals(finding).some(({ safe }) => safe);

/** Up to so many findings that may be fixed, it is tried whether any can be. */
const mostTried = 20;

/** Whether there are safe fixes to make. */
export function hasSafeFixes(analysis: Analysis): boolean {
  let count = 0;
  for (const finding of analysis.standing()) {
    if (mayBeFixed(analysis, finding) && ++count > mostTried) return true;
  }
  return count > 0 && fixAll(analysis).count > 0;
}

/** A finding with its safe fixes, the first of which is to be made. */
interface Candidate {
  readonly finding: Finding;
  readonly fixes: readonly Fix[];
}

function candidates(analysis: Analysis, isMeant: (finding: Finding) => boolean): readonly Candidate[] {
  return analysis
    .standing()
    .filter(isMeant)
    .flatMap(finding => {
      const safe = analysis.proposals(finding).filter(proposal => proposal.safe);
      const fixes = safe.flatMap(proposal => written(analysis, proposal));
      return fixes.length > 0 ? [{ finding, fixes }] : [];
    });
}

/** Stretches of a text, none of which meets another. */
class Stretches {
  private readonly all: TextChange[] = [];

  /** Takes changes in if they are clear of all that there are. */
  take(changes: readonly TextChange[]): boolean {
    const places = changes.map(change => ({ change, index: this.indexOf(change) }));
    const meets = places.some(({ change, index }) => {
      const [before, after] = [this.all[index - 1], this.all[index]];
      return (before !== undefined && before.end >= change.start) || (after !== undefined && after.start <= change.end);
    });
    if (meets) return false;
    for (const change of changes) this.all.splice(this.indexOf(change), 0, change);
    return true;
  }

  private indexOf({ start }: TextChange): number {
    let [low, high] = [0, this.all.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.all[middle] as TextChange).start < start) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** Makes fixes that were all written for the same text: together, but for those that do not hold. */
class Pass {
  /** What has been made, as changes to that text. */
  applied: readonly TextChange[] = [];
  count = 0;

  constructor(
    private readonly analysis: Analysis,
    private readonly concern: Concern,
    private readonly made: Made[],
  ) {}

  /** Makes what holds and is clear of all else that is made. What had to wait for another has its turn if that failed. */
  run(candidates: readonly Candidate[]): void {
    let waiting = candidates;
    for (let batch = this.clear(waiting); batch.size > 0; batch = this.clear(waiting)) {
      this.fix([...batch]);
      const tried = batch;
      waiting = waiting.filter(candidate => !tried.has(candidate));
    }
  }

  /** Candidates that are clear of each other, and of what is made. */
  private clear(candidates: readonly Candidate[]): ReadonlySet<Candidate> {
    const taken = new Stretches();
    for (const change of this.applied) taken.take([change]);
    return new Set(candidates.filter(({ fixes }) => fixes[0] !== undefined && taken.take(fixes[0].changes)));
  }

  private fix(batch: readonly Candidate[]): void {
    const parts = this.attempt(batch);
    for (const part of parts) {
      if (part.length < batch.length) this.fix(part);
      else this.fixLess(part);
    }
  }

  /** Where nothing tells which of a batch does not hold. */
  private fixLess(batch: readonly Candidate[]): void {
    const [one] = batch;
    if (batch.length > 1) {
      const half = batch.length >> 1;
      this.fix(batch.slice(0, half));
      this.fix(batch.slice(half));
    } else if (one !== undefined && one.fixes.length > 1) {
      this.fix([{ finding: one.finding, fixes: one.fixes.slice(1) }]);
    }
  }

  /** Makes a batch if all of it holds. Else nothing is made, and the parts are returned that may hold by themselves. */
  private attempt(batch: readonly Candidate[]): readonly (readonly Candidate[])[] {
    const changes = batch
      .flatMap(owner => (owner.fixes[0]?.changes ?? []).map(change => ({ ...change, owner })))
      .sort((a, b) => a.start - b.start);
    const moved = this.moved(changes);
    if (moved === undefined) return [batch];
    const before = this.analysis.findingsByBlock();
    const made = make(this.analysis, moved);
    const findings = batch.map(({ finding }) => finding);
    const wrong = unsettled(this.concern, findings, before, this.analysis.findingsByBlock(), made.touched);
    if (wrong.length > 0) {
      takeBack(this.analysis, made);
      return partsOf(batch, wrong, made);
    }
    this.made.push(made);
    this.applied = [...this.applied, ...changes].sort((a, b) => a.start - b.start);
    this.count += batch.length;
    return [];
  }

  /** The changes where they are after those that have been applied; nothing if they meet one of these. */
  private moved(changes: readonly OwnedChange[]): readonly OwnedChange[] | undefined {
    let shift = 0;
    let next = 0;
    const result: OwnedChange[] = [];
    for (const { start, end, text, owner } of changes) {
      for (let done = this.applied[next]; done !== undefined && done.end < start; done = this.applied[++next]) {
        shift += done.text.length - (done.end - done.start);
      }
      const meeting = this.applied[next];
      if (meeting !== undefined && meeting.start <= end) return undefined;
      result.push({ start: start + shift, end: end + shift, text, owner });
    }
    return result;
  }
}

/** The candidates that what is wrong does not point to, and then those that it points to, each as far as it is alone. */
function partsOf(
  batch: readonly Candidate[],
  wrong: readonly Finding[],
  { touched }: Made,
): readonly (readonly Candidate[])[] {
  const slots = new Set<object>(wrong.map(({ place }) => place.slot));
  const owners = new Set(wrong.map(({ place }) => touched.of(place.slot)));
  const clear: Candidate[] = [];
  const blamed = new Map<object, Candidate[]>();
  for (const candidate of batch) {
    const owner = touched.together(candidate);
    const isBlamed = owners.has(owner) || slots.has(candidate.finding.place.slot);
    if (!isBlamed) {
      clear.push(candidate);
      continue;
    }
    const others = blamed.get(owner);
    if (others === undefined) blamed.set(owner, [candidate]);
    else others.push(candidate);
  }
  return [...(clear.length > 0 ? [clear] : []), ...blamed.values()];
}
