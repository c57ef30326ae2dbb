import { exact } from '../exact.ts';
import type { InventoryFiles } from '../facts/inventory/inventory.ts';
import { worldKey } from '../facts/state.ts';
import { type Movement, movementsOf } from '../facts/stock.ts';
import { Anchors, mayHaveAliases } from '../model/anchors.ts';
import { bindSlot, type SlotModel } from '../model/model.ts';
import { spanOf } from '../model/place.ts';
import type { Problem } from '../model/problem.ts';
import type { RuleSettings } from '../rules/rule.ts';
import type { Block } from '../syntax/block.ts';
import type { Document } from '../syntax/document.ts';
import type { Slot } from '../syntax/slot.ts';
import { toldWithin } from './aliases.ts';
import { Agenda, BlockRuns, type Moment, type Visit } from './blocks.ts';
import { equal } from './equal.ts';
import type { Finding } from './finding.ts';
import { judge, judgeDeclaration, judgeTogether, tell } from './judge.ts';
import { hasPart, lastPhase, perform, RecordingWorld } from './phases.ts';

/** What one phase read and wrote in a slot, and found there. */
interface Run {
  readonly phase: number;
  readonly reads: readonly string[];
  readonly writes: ReadonlyMap<string, unknown>;
  readonly findings: readonly Finding[];
  readonly movements: readonly Movement[];
}

/** All that is known about a slot: what it says, and what came of it in each phase. */
class Entry {
  /** All of its findings, in the order of its text. */
  found: readonly Finding[] | undefined = undefined;

  constructor(
    readonly evaluation: Evaluation,
    readonly model: SlotModel,
    /** What is wrong with it whatever stands elsewhere. */
    readonly own: readonly Finding[],
    public runs: readonly Run[],
  ) {}
}

export interface Update {
  readonly fresh: ReadonlySet<Slot>;
  readonly removed: readonly Slot[];
  /** Those in which anything is new or gone, in their order. */
  readonly blocks: ReadonlySet<Block>;
  readonly removedBlocks: readonly Block[];
}

/** How much work all updates were, for those who hold them to their promise. */
export interface Work {
  bound: number;
  evaluated: number;
}

/**
 * What the slots of one manifest say, and what comes of it. An update evaluates the slots that are new and those that
 * read what changed; what reads nothing that changed is passed by, block by block.
 */
export class Evaluation {
  readonly anchors: Anchors;
  private readonly aliased = new Set<Slot>();
  /** The slots whose YAML is broken. */
  readonly faulty = new Set<Slot>();
  readonly runs = new BlockRuns();
  readonly work: Work = { bound: 0, evaluated: 0 };

  constructor(
    private readonly document: Document,
    private readonly settings: RuleSettings,
    private readonly files: InventoryFiles,
  ) {
    this.anchors = new Anchors(document);
  }

  /** Evaluates what is new, and what reads a key of `stale` or one that changes. Returns the blocks that this touched. */
  update(update: Update, stale: readonly string[]): ReadonlySet<Block> {
    const lost = update.removed.flatMap(slot => this.entryOf(slot)?.runs ?? []);
    const dirty = this.bind(update);
    for (const slot of update.removed) slot.known = undefined;
    for (const block of update.removedBlocks) this.runs.forget(block);
    return this.evaluate(dirty, update.blocks, lost, stale);
  }

  private evaluate(
    dirty: ReadonlySet<Slot>,
    blocks: ReadonlySet<Block>,
    lost: readonly Run[],
    stale: readonly string[],
  ): ReadonlySet<Block> {
    const touched = new Set(blocks);
    for (const slot of dirty) touched.add(slot.block);
    const agenda = new Agenda([...touched].flatMap(block => this.partsOf(block, dirty)));
    for (const key of stale) agenda.reread(key, this.runs.readersOf(key));
    // Where in the blocks what is gone stood is not known: whoever reads there or later what it wrote is evaluated.
    const lostKeys = lost.flatMap(({ phase, writes }) => [...writes.keys()].map(key => ({ key, phase })));
    const [first] = blocks;
    if (first !== undefined) {
      for (const { key, phase } of lostKeys) {
        agenda.reread(key, this.runs.readersFrom(key, { phase, block: first }));
      }
    }
    const gone = new Set([...stale, ...lostKeys.map(({ key }) => key)]);
    const changed = new Set(gone);
    for (const visit of agenda) {
      const tried = changed.size === 0 ? this.tryAgain(visit, dirty) : undefined;
      if (tried?.isAsBefore) continue;
      // A block that is new is not known to read what it reads: all that has changed before it may concern it.
      const stale = touched.has(visit.block) ? new Set([...visit.stale, ...changed]) : visit.stale;
      for (const key of this.visit(visit, dirty, gone, stale, tried?.runs)) {
        changed.add(key);
        agenda.reread(key, this.runs.readersAfter(key, visit));
      }
      touched.add(visit.block);
    }
    return touched;
  }

  /** Nothing of a slot that this evaluation has not seen. */
  private entryOf({ known }: Slot): Entry | undefined {
    return known instanceof Entry && known.evaluation === this ? known : undefined;
  }

  /** The phases in which slots of a block take part, or did so before. */
  private partsOf(block: Block, dirty: ReadonlySet<Slot>): readonly Moment[] {
    const parts = new Set(this.runs.phasesOf(block));
    for (const slot of block.slots) {
      const entry = this.entryOf(slot);
      if (entry === undefined) continue;
      for (const { phase } of entry.runs) parts.add(phase);
      if (!dirty.has(slot)) continue;
      for (let phase = 0; phase <= lastPhase; phase++) if (hasPart(entry.model, phase)) parts.add(phase);
    }
    return [...parts].map(phase => ({ block, phase }));
  }

  /** Binds what is new, and what has an alias if an anchor before it may have changed. Returns what is to be evaluated. */
  private bind({ fresh, removed }: Update): ReadonlySet<Slot> {
    const dirty = new Set(fresh);
    let isGone = false;
    for (const slot of removed) {
      this.faulty.delete(slot);
      isGone = this.anchors.forget(slot) || isGone;
      this.aliased.delete(slot);
    }
    const changed: Slot[] = [];
    for (const slot of fresh) {
      if (this.anchors.put(slot)) changed.push(slot);
      this.aliased.delete(slot);
      if (slot.segment.text.includes('*') && mayHaveAliases(slot.segment.text)) this.aliased.add(slot);
    }
    if (isGone || changed.length > 0) {
      // Where what is gone stood is not known.
      const first = isGone ? undefined : changed.reduce((a, b) => (this.document.isBefore(b, a) ? b : a));
      for (const slot of this.aliased) if (!first || this.document.isBefore(first, slot)) dirty.add(slot);
    }
    for (const slot of dirty) {
      const model = bindSlot(slot, this.anchors.resolve);
      const found = [...model.problems.map(tell), ...model.declarations.flatMap(judgeDeclaration)];
      const own = exact(this.told(slot, found));
      slot.known = new Entry(this, model, own, this.entryOf(slot)?.runs ?? []);
      if (model.problems.some(({ rule }) => rule === 'yaml-syntax')) this.faulty.add(slot);
      else this.faulty.delete(slot);
      this.work.bound++;
    }
    return dirty;
  }

  /**
   * Runs the new slots of a block anew, before which nothing has changed. Where they read and leave what they did
   * before, nothing else is to be done; else the runs come back up to the first that does not, and count in the visit.
   */
  private tryAgain(
    { block, phase }: Visit,
    dirty: ReadonlySet<Slot>,
  ): { readonly isAsBefore: boolean; readonly runs: ReadonlyMap<Slot, Run> } {
    const runs = new Map<Slot, Run>();
    if (!this.runs.isCurrent({ block, phase })) return { isAsBefore: false, runs };
    for (const slot of block.slots) {
      const entry = dirty.has(slot) ? this.entryOf(slot) : undefined;
      if (entry === undefined) continue;
      const before = runIn(entry, phase);
      if (before === undefined && !hasPart(entry.model, phase)) continue;
      const run = this.run(slot, entry, phase, key => this.valueBefore(key, slot, phase));
      runs.set(slot, run);
      if (before === undefined || !equal(before.reads, run.reads) || !equal(before.writes, run.writes)) {
        return { isAsBefore: false, runs };
      }
    }
    for (const [slot, run] of runs) keep(this.entryOf(slot) as Entry, run);
    return { isAsBefore: true, runs };
  }

  /** Evaluates the slots of a block that are to be. Returns the keys under which it leaves something else than before. */
  private visit(
    { block, phase }: Visit,
    dirty: ReadonlySet<Slot>,
    gone: ReadonlySet<string>,
    stale: ReadonlySet<string>,
    done: ReadonlyMap<Slot, Run> = new Map(),
  ): Iterable<string> {
    const local = new Map<string, unknown>();
    const reads = new Set<string>();
    const changedHere = new Map<string, boolean>();
    const isStale = (key: string): boolean => gone.has(key) || (changedHere.get(key) ?? stale.has(key));
    const readsStale = ({ reads }: Run): boolean =>
      gone.size + stale.size + changedHere.size > 0 && reads.some(isStale);
    const outside = (key: string): unknown => (local.has(key) ? local.get(key) : this.lookUp(key, { block, phase }));
    for (const slot of block.slots) {
      const entry = this.entryOf(slot);
      if (entry === undefined) continue;
      const before = runIn(entry, phase);
      if (before === undefined && !hasPart(entry.model, phase)) continue;
      let run = before;
      if (run === undefined || dirty.has(slot) || readsStale(run)) {
        run = done.get(slot) ?? this.run(slot, entry, phase, outside);
        keep(entry, run);
        for (const [key, value] of run.writes) {
          changedHere.set(key, !(before?.writes.has(key) && equal(before.writes.get(key), value)));
        }
        for (const key of before?.writes.keys() ?? []) if (!run.writes.has(key)) changedHere.set(key, true);
      } else {
        for (const key of run.writes.keys()) if (isStale(key)) changedHere.set(key, false);
      }
      for (const key of run.reads) if (!local.has(key)) reads.add(key);
      for (const [key, value] of run.writes) local.set(key, value);
    }
    this.runs.put({ block, phase }, reads, local);
    return [...changedHere].flatMap(([key, isChanged]) => (isChanged ? [key] : []));
  }

  private run(slot: Slot, { model }: Entry, phase: number, outside: (key: string) => unknown): Run {
    this.work.evaluated++;
    const world = new RecordingWorld(outside);
    const problems: Problem[] = [];
    const findings: Finding[] = [];
    const items = perform(model, phase, world, problems);
    findings.push(...problems.map(tell));
    for (const scenes of items) {
      for (const scene of scenes) {
        findings.push(...toldWithin(scene.operation.entry, judge(scene, this.settings), this.anchors.resolve));
      }
      findings.push(...judgeTogether(scenes));
    }
    return {
      phase,
      reads: exact([...world.reads.keys()]),
      writes: world.writes,
      findings: exact(this.told(slot, findings)),
      movements: exact(items.flatMap(movementsOf)),
    };
  }

  private told(slot: Slot, findings: readonly Finding[]): readonly Finding[] {
    return toldWithin({ slot, path: [], part: 'value' }, findings, this.anchors.resolve);
  }

  /** What is under a key at a moment of the evaluation. */
  lookUp(key: string, moment: Moment): unknown {
    return key === worldKey.files ? this.files : this.runs.valueAt(key, moment);
  }

  /** What is under a key just before a slot takes its part in a phase. */
  valueBefore(key: string, slot: Slot, phase = lastPhase): unknown {
    const { block } = slot;
    const isNear = this.runs.writes(key, { block, phase });
    for (let i = isNear ? block.slots.indexOf(slot) - 1 : -1; i >= 0; i--) {
      const writes = this.writesOf(block.slots[i] as Slot, phase);
      if (writes?.has(key)) return writes.get(key);
    }
    return this.lookUp(key, { block, phase });
  }

  /** What the slot says. */
  modelOf(slot: Slot): SlotModel | undefined {
    return this.entryOf(slot)?.model;
  }

  /** What the slot wrote in a phase. */
  writesOf(slot: Slot, phase = lastPhase): ReadonlyMap<string, unknown> | undefined {
    const entry = this.entryOf(slot);
    return entry && runIn(entry, phase)?.writes;
  }

  /** The images that its operations make and delete. */
  movementsOf(slot: Slot): readonly Movement[] {
    const entry = this.entryOf(slot);
    return (entry && runIn(entry, lastPhase)?.movements) ?? [];
  }

  /** What is wrong with the slot whatever stands elsewhere. */
  ownOf(slot: Slot): readonly Finding[] {
    return this.entryOf(slot)?.own ?? [];
  }

  /** All that was found in the slot, in the order of its text. */
  foundIn(slot: Slot): readonly Finding[] {
    const entry = this.entryOf(slot);
    if (entry === undefined) return [];
    entry.found ??= exact(inOrder([...entry.own, ...entry.runs.flatMap(({ findings }) => findings)]));
    return entry.found;
  }
}

const runIn = ({ runs }: Entry, phase: number): Run | undefined => runs.find(run => run.phase === phase);

function keep(entry: Entry, run: Run): void {
  entry.runs = exact([...entry.runs.filter(({ phase }) => phase !== run.phase), run].sort((a, b) => a.phase - b.phase));
  entry.found = undefined;
}

/** Findings of one slot, in the order of its text. */
export const inOrder = (findings: readonly Finding[]): readonly Finding[] =>
  findings.length < 2
    ? findings
    : findings
        .map(finding => ({ finding, start: spanOf(finding.place).start }))
        .sort((a, b) => a.start - b.start || (a.finding.rule < b.finding.rule ? -1 : 1))
        .map(({ finding }) => finding);
