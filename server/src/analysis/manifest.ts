import type { InventoryFiles } from '../facts/inventory/inventory.ts';
import type { Listings } from '../facts/inventory/listing.ts';
import type { Scene } from '../facts/scene.ts';
import { type BucketState, type ImageState, type World, worldKey } from '../facts/state.ts';
import { step } from '../facts/step.ts';
import { type Movement, movementsOf, type Stock } from '../facts/stock.ts';
import { anchorTable, mayHaveAliases, mayHaveAnchors } from '../model/anchors.ts';
import type { Resolve } from '../model/bind.ts';
import { bindSlot, type SlotModel } from '../model/model.ts';
import { type ManifestSlot, type Place, type SlotMemo, spanOf } from '../model/place.ts';
import type { Problem } from '../model/problem.ts';
import type { RuleSettings } from '../rules/rule.ts';
import type { Document } from '../syntax/document.ts';
import { Agenda, BlockRuns, type ManifestBlock, type Visit } from './blocks.ts';
import { mayHaveSuppressions } from './comments.ts';
import { equal } from './equal.ts';
import { byBlock, type Finding, type FoundByBlock, steady } from './finding.ts';
import { judge, judgeDeclaration, judgeTogether, tell } from './judge.ts';
import { hasPart, lastPhase, perform, RecordingWorld } from './phases.ts';
import { Quota } from './quota.ts';
import { type Suppression, sift, suppressionsOf } from './suppress.ts';

/** What one phase read and wrote in a slot, and found there. */
interface Run {
  readonly phase: number;
  readonly reads: readonly string[];
  readonly writes: ReadonlyMap<string, unknown>;
  readonly findings: readonly Finding[];
  readonly movements: readonly Movement[];
}

/** All that is known about a slot: what it says, and what came of it in each phase. */
interface Entry {
  model: SlotModel;
  /** What is wrong with it whatever stands elsewhere. */
  own: readonly Finding[];
  runs: readonly Run[];
}

export interface Update {
  readonly fresh: ReadonlySet<ManifestSlot>;
  readonly removed: readonly ManifestSlot[];
  readonly blocks: ReadonlySet<ManifestBlock>;
  readonly removedBlocks: readonly ManifestBlock[];
}

const unchanged: Update = { fresh: new Set(), removed: [], blocks: new Set(), removedBlocks: [] };

/** How much work an update was, for those who hold the engine to its promise. */
export interface Work {
  bound: number;
  evaluated: number;
}

/**
 * The analysis of one manifest. An update evaluates the slots that are new and those that read what changed; what
 * reads nothing that changed is passed by, block by block.
 */
export class Manifest {
  private readonly entries = new Map<ManifestSlot, Entry>();
  private readonly runs = new BlockRuns();
  private readonly found = new Map<ManifestBlock, readonly Finding[]>();
  private sifted: FoundByBlock = new Map();
  private readonly anchored = new Set<ManifestSlot>();
  private readonly aliased = new Set<ManifestSlot>();
  private readonly faulty = new Set<ManifestSlot>();
  private readonly quota = new Quota(this, slot => this.operationRun(slot)?.movements ?? []);
  readonly suppressions = new Map<ManifestSlot, readonly Suppression[]>();
  private resolve: Resolve = () => undefined;
  private blocks: readonly ManifestBlock[] = [];
  readonly work: Work = { bound: 0, evaluated: 0 };

  constructor(
    private readonly document: Document<SlotMemo>,
    private readonly settings: RuleSettings,
    private readonly files: InventoryFiles,
  ) {}

  /** Looks at the inventory files again. */
  refresh(): void {
    this.update(this.blocks, unchanged, [worldKey.files]);
  }

  /** Takes over the blocks as they are now, of which `update` tells what is new; what reads a key of `stale` is done again. */
  update(blocks: readonly ManifestBlock[], update: Update, stale: readonly string[] = []): void {
    this.blocks = blocks;
    const changed = new Set<string>(stale);
    for (const slot of update.removed) {
      for (const run of this.entries.get(slot)?.runs ?? []) for (const key of run.writes.keys()) changed.add(key);
    }
    const dirty = this.bind(update);
    for (const slot of update.removed) this.entries.delete(slot);
    for (const block of update.removedBlocks) this.forget(block);
    this.evaluate(dirty, update.blocks, changed);
  }

  private forget(block: ManifestBlock): void {
    this.runs.forget(block);
    this.found.delete(block);
    this.quota.forget(block);
  }

  /** Evaluates what is new, and what reads a key that has changed. */
  private evaluate(dirty: ReadonlySet<ManifestSlot>, blocks: ReadonlySet<ManifestBlock>, changed: Set<string>): void {
    const touched = new Set(blocks);
    for (const slot of dirty) touched.add(slot.block);
    const agenda = new Agenda([...touched].flatMap(block => this.partsOf(block).map(phase => ({ block, phase }))));
    // Where what is gone stood among the rest is not known: whoever reads what it wrote is evaluated, wherever that is.
    const gone = new Set(changed);
    for (const key of gone) agenda.reread(key, this.runs.readersOf(key));
    for (const visit of agenda) {
      // A block that is new is not known to read what it reads: all that has changed before it may concern it.
      const isStale = (key: string): boolean => visit.stale.has(key) || (touched.has(visit.block) && changed.has(key));
      for (const key of this.visit(visit, dirty, gone, isStale)) {
        changed.add(key);
        agenda.reread(key, this.runs.readersAfter(key, visit));
      }
      touched.add(visit.block);
    }
    for (const block of touched) this.note(block);
  }

  /** The phases in which slots of a block take part, or did so before. */
  private partsOf(block: ManifestBlock): readonly number[] {
    const parts = new Set<number>();
    for (const slot of block.slots) {
      const entry = this.entries.get(slot);
      if (entry === undefined) continue;
      for (const { phase } of entry.runs) parts.add(phase);
      for (let phase = 0; phase <= lastPhase; phase++) if (hasPart(entry.model, phase)) parts.add(phase);
    }
    return [...parts];
  }

  /** Binds what is new, and what has an alias if an anchor may have changed. Returns the slots that are to be evaluated. */
  private bind({ fresh, removed }: Update): ReadonlySet<ManifestSlot> {
    let moved = false;
    const dirty = new Set(fresh);
    for (const slot of removed) {
      this.faulty.delete(slot);
      this.suppressions.delete(slot);
      moved = this.anchored.delete(slot) || moved;
      this.aliased.delete(slot);
    }
    for (const slot of fresh) {
      const { text } = slot.segment;
      moved = this.anchored.delete(slot) || moved;
      this.aliased.delete(slot);
      if (text.includes('&') && mayHaveAnchors(text)) {
        this.anchored.add(slot);
        moved = true;
      }
      if (text.includes('*') && mayHaveAliases(text)) this.aliased.add(slot);
      if (mayHaveSuppressions(text)) this.suppressions.set(slot, suppressionsOf(slot));
      else this.suppressions.delete(slot);
    }
    if (moved) {
      const inOrder = [...this.anchored].sort((a, b) => (this.document.isBefore(a, b) ? -1 : 1));
      this.resolve = anchorTable(this.document, inOrder);
      for (const slot of this.aliased) dirty.add(slot);
    }
    for (const slot of dirty) {
      const model = bindSlot(slot, this.resolve);
      const own = [...model.problems.map(tell), ...model.declarations.flatMap(judgeDeclaration)];
      const entry = this.entries.get(slot);
      if (entry === undefined) this.entries.set(slot, { model, own, runs: [] });
      else Object.assign(entry, { model, own });
      if (model.problems.some(({ rule }) => rule === 'yaml-syntax')) this.faulty.add(slot);
      else this.faulty.delete(slot);
      this.work.bound++;
    }
    return dirty;
  }

  /** Evaluates the slots of a block that are to be. Returns the keys under which it leaves something else than before. */
  private visit(
    { block, phase }: Visit,
    dirty: ReadonlySet<ManifestSlot>,
    gone: ReadonlySet<string>,
    wasChanged: (key: string) => boolean,
  ): Iterable<string> {
    const local = new Map<string, unknown>();
    const reads = new Set<string>();
    const changedHere = new Map<string, boolean>();
    const isStale = (key: string): boolean => gone.has(key) || (changedHere.get(key) ?? wasChanged(key));
    for (const slot of block.slots) {
      const entry = this.entries.get(slot);
      if (entry === undefined) continue;
      const before = runIn(entry, phase);
      if (before === undefined && !hasPart(entry.model, phase)) continue;
      let run = before;
      if (run === undefined || dirty.has(slot) || run.reads.some(isStale)) {
        run = this.run(slot, entry, phase, local);
        entry.runs = [...entry.runs.filter(other => other !== before), run].sort((a, b) => a.phase - b.phase);
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

  /** What is under a key at a point of the evaluation. */
  private lookUp(key: string, block: ManifestBlock, phase: number): unknown {
    return key === worldKey.files ? this.files : this.runs.valueAt(key, { block, phase });
  }

  private run(slot: ManifestSlot, { model }: Entry, phase: number, local: ReadonlyMap<string, unknown>): Run {
    this.work.evaluated++;
    const world = new RecordingWorld(key => (local.has(key) ? local.get(key) : this.lookUp(key, slot.block, phase)));
    const problems: Problem[] = [];
    const findings: Finding[] = [];
    const items = perform(model, phase, world, problems);
    findings.push(...problems.map(tell));
    for (const scenes of items) {
      for (const scene of scenes) findings.push(...judge(scene, this.settings));
      findings.push(...judgeTogether(scenes));
    }
    const movements = items.flatMap(movementsOf);
    return { phase, reads: [...world.reads], writes: world.writes, findings, movements };
  }

  private operationRun(slot: ManifestSlot): Run | undefined {
    const entry = this.entries.get(slot);
    return entry && runIn(entry, lastPhase);
  }

  /** The operations of a slot with what is known when each runs, by the items that they are in. */
  items(slot: ManifestSlot): readonly (readonly Scene[])[] {
    const entry = this.entries.get(slot);
    if (entry === undefined || entry.model.items.length === 0 || this.otherVersion() !== undefined) return [];
    return perform(entry.model, lastPhase, this.worldBefore(slot), []);
  }

  /** All that is known once as many items of a slot have run. */
  worldWithin(slot: ManifestSlot, items: number): World {
    const world = this.worldBefore(slot);
    for (const item of this.entries.get(slot)?.model.items.slice(0, items) ?? []) step(item, world, []);
    return world;
  }

  private worldBefore(slot: ManifestSlot): World {
    const local = new Map<string, unknown>();
    for (const other of slot.block.slots) {
      if (other === slot) break;
      for (const [key, value] of this.operationRun(other)?.writes ?? []) local.set(key, value);
    }
    return new RecordingWorld(key => (local.has(key) ? local.get(key) : this.lookUp(key, slot.block, lastPhase)));
  }

  /** What a slot says. */
  modelOf(slot: ManifestSlot): SlotModel | undefined {
    return this.entries.get(slot)?.model;
  }

  /** What is known under a key before the operations, or before the item of a slot. */
  read(key: string, before?: ManifestSlot): unknown {
    const last = this.blocks.at(-1);
    if (before === undefined) return last && this.lookUp(key, last, lastPhase);
    const isNear = this.runs.writes(key, { block: before.block, phase: lastPhase });
    for (let i = isNear ? before.block.slots.indexOf(before) - 1 : -1; i >= 0; i--) {
      const run = this.operationRun(before.block.slots[i] as ManifestSlot);
      if (run?.writes.has(key)) return run.writes.get(key);
    }
    return this.lookUp(key, before.block, lastPhase);
  }

  *slots(): Iterable<ManifestSlot> {
    for (const block of this.blocks) yield* block.slots;
  }

  anchorOf(name: string, from: Place): ReturnType<Resolve> {
    return this.resolve(name, from);
  }

  /** All that is declared, before any operation runs. */
  worldDeclared(): World {
    const [first] = this.blocks;
    return new RecordingWorld(key => first && this.lookUp(key, first, lastPhase));
  }

  /** All that is known once the operations up to a slot have run. */
  worldAfter(slot: ManifestSlot): World {
    const own = this.operationRun(slot)?.writes;
    return new RecordingWorld(key => (own?.has(key) ? own.get(key) : this.read(key, slot)));
  }

  /** The names of a kind that stand for something in a world. */
  *names(kind: 'image' | 'server' | 'backup', world: World, isMeant: (name: string) => boolean): Iterable<string> {
    for (const key of this.runs.keysWritten()) {
      if (!key.startsWith(`${kind}/`)) continue;
      const name = key.slice(kind.length + 1);
      if (!isMeant(name)) continue;
      const known = world.read(key);
      const alive = Array.isArray(known) ? known.some((image: ImageState) => image.deleted === undefined) : known;
      if (alive) yield name;
    }
    if (kind !== 'image') return;
    const listings = world.read(worldKey.inventory) as Listings | undefined;
    for (const { inventory } of listings?.all ?? []) {
      for (const name of inventory.names()) if (isMeant(name)) yield name;
    }
  }

  /** Whether an image or a server has the name anywhere, or an image of the inventories. */
  isTaken(name: string): boolean {
    if (this.runs.isWritten(worldKey.image(name)) || this.runs.isWritten(worldKey.server(name))) return true;
    const listings = this.read(worldKey.inventory) as Listings | undefined;
    return listings?.all.some(({ inventory }) => inventory.named(name).length > 0) === true;
  }

  *buckets(): Iterable<BucketState> {
    const prefix = worldKey.bucket('');
    for (const key of this.runs.keysWritten()) {
      const bucket = key.startsWith(prefix) ? (this.read(key) as BucketState | undefined) : undefined;
      if (bucket !== undefined) yield bucket;
    }
  }

  private note(block: ManifestBlock): void {
    this.quota.forget(block);
    const findings = this.foundIn(block);
    if (findings.length > 0) this.found.set(block, findings);
    else this.found.delete(block);
  }

  private foundIn(block: ManifestBlock, more: readonly Finding[] = []): readonly Finding[] {
    const all: Finding[] = [];
    for (const slot of block.slots) {
      const entry = this.entries.get(slot);
      if (entry === undefined) continue;
      const found = more.filter(({ place }) => place.slot === slot);
      found.push(...entry.own);
      for (const { findings } of entry.runs) found.push(...findings);
      all.push(...inOrder(found));
    }
    return all;
  }

  /**
   * All findings that no comment suppresses, in the order of the text, those of each block in a list. The list of a
   * block that an edit does not concern stays the same.
   */
  findings(): readonly (readonly Finding[])[] {
    const version = this.otherVersion();
    const found = version === undefined ? this.unsifted() : [[version]];
    if (this.suppressions.size === 0) return found;
    const sifted = sift(found.flat(), this.suppressions, this.document, {
      // Rules that do not look at broken text find nothing there to suppress.
      tellsUnused: version === undefined && this.faulty.size === 0,
      after: slot => this.slotsAfter(slot),
    });
    this.sifted = steady(this.sifted, byBlock(sifted));
    return [...this.sifted.values()];
  }

  /** What the slots say, from a slot back to the first, then from it on. */
  *modelsAround(slot: ManifestSlot): Iterable<SlotModel> {
    const { block } = slot;
    const own = block.slots.indexOf(slot);
    const at = this.blocks.indexOf(block);
    const before = [
      block.slots.slice(0, own + 1),
      ...this.blocks
        .slice(0, at)
        .map(({ slots }) => slots)
        .reverse(),
    ];
    for (const slots of before) for (const other of slots.toReversed()) yield* this.modelsOf(other);
    for (const other of this.slotsAfter(slot)) yield* this.modelsOf(other);
  }

  private *modelsOf(slot: ManifestSlot): Iterable<SlotModel> {
    const model = this.modelOf(slot);
    if (model !== undefined) yield model;
  }

  private *slotsAfter(slot: ManifestSlot): Iterable<ManifestSlot> {
    const { block } = slot;
    yield* block.slots.slice(block.slots.indexOf(slot) + 1);
    for (const next of this.blocks.slice(this.blocks.indexOf(block) + 1)) yield* next.slots;
  }

  private unsifted(): readonly (readonly Finding[])[] {
    const whole = [...this.missingKeys(), ...this.quota.findings(this.blocks)];
    const blocks = new Set(whole.map(({ place }) => place.slot.block));
    return this.blocks.flatMap(block => {
      const found = blocks.has(block) ? this.foundIn(block, whole) : this.found.get(block);
      return found === undefined ? [] : [found];
    });
  }

  /** The private images where an operation makes one, just after it. */
  stockAfter(scene: Scene): Stock {
    return this.quota.after(scene, this.blocks);
  }

  /** A manifest of another version is not ours to judge: only that is told. */
  private otherVersion(): Finding | undefined {
    const place = this.read(worldKey.pair('', 'apiVersion')) as Place | undefined;
    const own = place && this.entries.get(place.slot)?.own;
    return own?.find(({ rule, place: told }) => rule === 'invalid-value' && told.path[0] === 'apiVersion');
  }

  private firstKey(): Place | undefined {
    for (const block of this.blocks) {
      for (const slot of block.slots) {
        const key = this.entries.get(slot)?.model.keys[0];
        if (key !== undefined) return key.place;
      }
    }
    return undefined;
  }

  /** The required top-level keys that are absent, at the first key; nothing while any of the text is broken. */
  private missingKeys(): readonly Finding[] {
    const first = this.firstKey();
    if (first === undefined || this.faulty.size > 0) return [];
    return ['apiVersion', 'operations']
      .filter(key => this.read(worldKey.pair('', key)) === undefined)
      .map(key => {
        const map: Place = { slot: first.slot, path: [], part: 'value' };
        return tell({ rule: 'missing-key', place: first, map, keys: [key] });
      });
  }
}

const runIn = ({ runs }: Entry, phase: number): Run | undefined => runs.find(run => run.phase === phase);

const inOrder = (findings: readonly Finding[]): readonly Finding[] =>
  findings.length < 2
    ? findings
    : findings
        .map(finding => ({ finding, start: spanOf(finding.place).start }))
        .sort((a, b) => a.start - b.start || (a.finding.rule < b.finding.rule ? -1 : 1))
        .map(({ finding }) => finding);
