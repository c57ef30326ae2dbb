import type { Block } from '../syntax/block.ts';
import { countWhile } from '../syntax/search.ts';
import type { Slot } from '../syntax/slot.ts';

/** A moment of the evaluation: phase by phase, in each block by block. */
export interface Moment {
  readonly phase: number;
  readonly block: Block;
}

/** What the slots of a block read from before it and leave behind it in one phase. */
interface BlockRun extends Moment {
  /** The block's then. */
  slots: readonly Slot[];
  reads: ReadonlySet<string>;
  writes: ReadonlyMap<string, unknown>;
}

const none: Pick<BlockRun, 'slots' | 'reads' | 'writes'> = { slots: [], reads: new Set(), writes: new Map() };

const compare = (a: Moment, b: Moment): number => a.phase - b.phase || a.block.index - b.block.index;

/** What all blocks read and write, so that an edit passes by those that it cannot reach. */
export class BlockRuns {
  readonly #byBlock = new Map<Block, BlockRun[]>();
  readonly #writers = new Register();
  readonly #readers = new Register();

  /** Takes over what a block reads and writes in a phase. */
  put({ block, phase }: Moment, reads: ReadonlySet<string>, writes: ReadonlyMap<string, unknown>): void {
    const run = this.#runAt(block, phase);
    run.slots = block.slots;
    this.#reads(run, reads);
    this.#writes(run, writes);
  }

  forget(block: Block): void {
    for (const run of this.#byBlock.get(block) ?? []) {
      this.#reads(run, none.reads);
      this.#writes(run, none.writes);
    }
    this.#byBlock.delete(block);
  }

  /** The phases in which a block took part. */
  phasesOf(block: Block): readonly number[] {
    return this.#byBlock.get(block)?.map(({ phase }) => phase) ?? [];
  }

  /** Whether what is known of a block in a phase is known of the very slots that it has now. */
  isCurrent({ block, phase }: Moment): boolean {
    const run = this.#known(block, phase);
    return run?.slots.length === block.slots.length && run.slots.every((slot, i) => slot === block.slots[i]);
  }

  /** What the last block before a moment wrote under a key. */
  valueAt(key: string, moment: Moment): unknown {
    return this.#writers.lastBefore(key, moment)?.writes.get(key);
  }

  /** Whether a block writes a key in a phase. */
  writes(key: string, { block, phase }: Moment): boolean {
    return this.#known(block, phase)?.writes.has(key) === true;
  }

  /** What a block writes in a phase, the last first. */
  keysWritten({ block, phase }: Moment): readonly string[] {
    return [...(this.#known(block, phase)?.writes.keys() ?? [])].reverse();
  }

  isWritten(key: string): boolean {
    return this.#writers.all(key).length > 0;
  }

  /** Who reads a key, whenever. */
  readersOf(key: string): readonly Moment[] {
    return this.#readers.all(key);
  }

  /** Who reads a key at a moment or later. */
  readersFrom(key: string, moment: Moment): readonly Moment[] {
    return this.#readers.from(key, moment);
  }

  /** Who reads what is under a key just after a moment: up to the next to write it, who may read it first. */
  readersAfter(key: string, moment: Moment): readonly Moment[] {
    return this.#readers.between(key, moment, this.#writers.firstAfter(key, moment));
  }

  #known(block: Block, phase: number): BlockRun | undefined {
    return this.#byBlock.get(block)?.find(run => run.phase === phase);
  }

  #runAt(block: Block, phase: number): BlockRun {
    const known = this.#known(block, phase);
    if (known !== undefined) return known;
    const run: BlockRun = { block, phase, ...none };
    this.#byBlock.set(block, [...(this.#byBlock.get(block) ?? []), run]);
    return run;
  }

  #reads(run: BlockRun, reads: ReadonlySet<string>): void {
    for (const key of run.reads) if (!reads.has(key)) this.#readers.remove(key, run);
    for (const key of reads) if (!run.reads.has(key)) this.#readers.add(key, run);
    run.reads = reads;
  }

  #writes(run: BlockRun, writes: ReadonlyMap<string, unknown>): void {
    for (const key of run.writes.keys()) if (!writes.has(key)) this.#writers.remove(key, run);
    for (const key of writes.keys()) if (!run.writes.has(key)) this.#writers.add(key, run);
    run.writes = writes;
  }
}

/** Runs by key, those of each in the order of evaluation: edits move blocks, but none past another. */
class Register {
  readonly #runs = new Map<string, BlockRun[]>();

  all(key: string): readonly BlockRun[] {
    return this.#runs.get(key) ?? [];
  }

  add(key: string, run: BlockRun): void {
    const runs = this.#runs.get(key);
    if (runs === undefined) this.#runs.set(key, [run]);
    else runs.splice(countBefore(runs, run), 0, run);
  }

  remove(key: string, run: BlockRun): void {
    const runs = this.#runs.get(key) ?? [];
    const at = runs.indexOf(run);
    if (at < 0) return;
    if (runs.length === 1) this.#runs.delete(key);
    else runs.splice(at, 1);
  }

  lastBefore(key: string, moment: Moment): BlockRun | undefined {
    const runs = this.all(key);
    return runs[countBefore(runs, moment) - 1];
  }

  firstAfter(key: string, moment: Moment): BlockRun | undefined {
    const runs = this.all(key);
    return runs[countUpTo(runs, moment)];
  }

  from(key: string, moment: Moment): readonly BlockRun[] {
    const runs = this.all(key);
    return runs.slice(countBefore(runs, moment));
  }

  /** Those after a moment, up to another. */
  between(key: string, from: Moment, to: Moment | undefined): readonly BlockRun[] {
    const runs = this.all(key);
    return runs.slice(countUpTo(runs, from), to === undefined ? runs.length : countUpTo(runs, to));
  }
}

const countBefore = (moments: readonly Moment[], limit: Moment): number =>
  countWhile(moments, moment => compare(moment, limit) < 0);

const countUpTo = (moments: readonly Moment[], limit: Moment): number =>
  countWhile(moments, moment => compare(moment, limit) <= 0);

/** A block that is to be evaluated in a phase. */
export interface Visit extends Moment {
  /** What is no longer as its slots have read it. */
  readonly stale: Set<string>;
}

/** What is to be evaluated, in the order of evaluation. What comes up on the way is after what is being done. */
export class Agenda {
  readonly #visits: Visit[] = [];

  constructor(moments: readonly Moment[]) {
    this.#visits = moments.toSorted(compare).map(({ block, phase }) => ({ block, phase, stale: new Set() }));
  }

  /** Has those who read a key read it again. */
  reread(key: string, readers: readonly Moment[]): void {
    for (const moment of readers) {
      const at = countBefore(this.#visits, moment);
      const planned = this.#visits[at];
      if (planned !== undefined && compare(planned, moment) === 0) planned.stale.add(key);
      else this.#visits.splice(at, 0, { block: moment.block, phase: moment.phase, stale: new Set([key]) });
    }
  }

  *[Symbol.iterator](): Iterator<Visit> {
    for (let i = 0; i < this.#visits.length; i++) yield this.#visits[i] as Visit;
  }
}
