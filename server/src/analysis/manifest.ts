import type { InventoryFiles } from '../facts/inventory/inventory.ts';
import type { Listings } from '../facts/inventory/listing.ts';
import type { Scene } from '../facts/scene.ts';
import { type World, worldKey } from '../facts/state.ts';
import { step } from '../facts/step.ts';
import type { Stock } from '../facts/stock.ts';
import type { Resolve } from '../model/bind.ts';
import type { SlotModel } from '../model/model.ts';
import type { Place } from '../model/place.ts';
import type { ThingKind } from '../model/vocabulary/index.ts';
import type { RuleSettings } from '../rules/rule.ts';
import type { Block } from '../syntax/block.ts';
import type { Document } from '../syntax/document.ts';
import type { Slot } from '../syntax/slot.ts';
import type { Moment } from './blocks.ts';
import { Evaluation, inOrder, type Update, type Work } from './evaluation.ts';
import { bySlot, type Finding } from './finding.ts';
import { Found } from './found.ts';
import { tell } from './judge.ts';
import { lastPhase, perform, RecordingWorld } from './phases.ts';
import { Quota } from './quota.ts';
import { Sifter } from './sifter.ts';
import type { Suppression } from './suppress.ts';

const unchanged: Update = { fresh: new Set(), removed: [], blocks: new Set(), removedBlocks: [] };

/** The analysis of one manifest, kept up to date under edits. */
export class Manifest {
  private readonly evaluation: Evaluation;
  private readonly found = new Found();
  private readonly sifter: Sifter;
  /** What is told, until the next update. */
  private told: readonly (readonly Finding[])[] | undefined;
  private readonly quota = new Quota(this, slot => this.evaluation.movementsOf(slot));
  blocks: readonly Block[] = [];

  constructor(document: Document, settings: RuleSettings, files: InventoryFiles) {
    this.evaluation = new Evaluation(document, settings, files);
    this.sifter = new Sifter(document, slot => this.slotsAfter(slot));
  }

  get work(): Work {
    return this.evaluation.work;
  }

  /** Looks at the inventory files again. */
  refresh(): void {
    this.update(this.blocks, unchanged, [worldKey.files]);
  }

  /** Takes over the blocks as they are now, of which `update` tells what is new; what reads a key of `stale` is done again. */
  update(blocks: readonly Block[], update: Update, stale: readonly string[] = []): void {
    this.blocks = blocks;
    this.told = undefined;
    this.sifter.update(update, slot => this.modelOf(slot) === undefined);
    for (const block of update.removedBlocks) {
      this.found.put(block, []);
      this.quota.note(block);
    }
    for (const block of this.evaluation.update(update, stale)) this.note(block);
  }

  /** The operations of a slot with what is known when each runs, by the items that they are in. */
  items(slot: Slot): readonly (readonly Scene[])[] {
    const model = this.modelOf(slot);
    if (model === undefined || model.items.length === 0 || !this.isJudged()) return [];
    return perform(model, lastPhase, this.worldBefore(slot), []);
  }

  /** All that is known once as many items of a slot have run. */
  worldWithin(slot: Slot, items: number): World {
    const world = this.worldBefore(slot);
    for (const item of this.modelOf(slot)?.items.slice(0, items) ?? []) step(item, world, []);
    return world;
  }

  private worldBefore(slot: Slot): World {
    return new RecordingWorld(key => this.evaluation.valueBefore(key, slot));
  }

  /** What a slot says. */
  modelOf(slot: Slot): SlotModel | undefined {
    return this.evaluation.modelOf(slot);
  }

  /** What is known under a key before the operations, or before the item of a slot. */
  read(key: string, before?: Slot): unknown {
    if (before !== undefined) return this.evaluation.valueBefore(key, before);
    const block = this.blocks.at(-1);
    return block && this.evaluation.lookUp(key, { block, phase: lastPhase });
  }

  *slots(): Iterable<Slot> {
    for (const block of this.blocks) yield* block.slots;
  }

  anchorOf(name: string, from: Place): ReturnType<Resolve> {
    return this.evaluation.anchors.resolve(name, from);
  }

  /** All that is declared, before any operation runs. */
  worldDeclared(): World {
    const [first] = this.blocks;
    return new RecordingWorld(key => first && this.evaluation.lookUp(key, { block: first, phase: lastPhase }));
  }

  /** All that is known once the operations up to a slot have run. */
  worldAfter(slot: Slot): World {
    const own = this.evaluation.writesOf(slot);
    return new RecordingWorld(key => (own?.has(key) ? own.get(key) : this.read(key, slot)));
  }

  /**
   * The names that things of a kind have been given up to the operations around a slot, the last first, then those in
   * inventories. A name may come more than once, and may no longer stand for anything.
   */
  *names(kind: ThingKind, { block }: Slot): Iterable<string> {
    const { runs } = this.evaluation;
    const prefix = `${kind}/`;
    for (const moment of this.momentsBackFrom(block, isMade(kind) ? lastPhase : lastPhase - 1)) {
      for (const key of runs.keysWritten(moment)) if (key.startsWith(prefix)) yield key.slice(prefix.length);
    }
    if (kind !== 'image') return;
    const listings = this.read(worldKey.inventory) as Listings | undefined;
    for (const { inventory } of listings?.all ?? []) yield* inventory.names();
  }

  private *momentsBackFrom(block: Block, from: number): Iterable<Moment> {
    for (let phase = from; phase >= 0; phase--) {
      const last = phase === lastPhase ? this.blocks.indexOf(block) : this.blocks.length - 1;
      for (let i = last; i >= 0; i--) yield { block: this.blocks[i] as Block, phase };
    }
  }

  /** Whether an image or a server has the name anywhere, or an image of the inventories. */
  isTaken(name: string): boolean {
    if (this.evaluation.runs.isWritten(worldKey.image(name)) || this.evaluation.runs.isWritten(worldKey.server(name)))
      return true;
    const listings = this.read(worldKey.inventory) as Listings | undefined;
    return listings?.all.some(({ inventory }) => inventory.named(name).length > 0) === true;
  }

  private note(block: Block): void {
    this.quota.note(block);
    this.found.put(
      block,
      block.slots.flatMap(slot => this.evaluation.foundIn(slot)),
    );
  }

  /**
   * All findings that no comment suppresses, in the order of the text, those of each block in a list. The list of a
   * block that an edit does not concern stays the same.
   */
  findings(): readonly (readonly Finding[])[] {
    this.told ??= this.unsuppressed();
    return this.told;
  }

  private unsuppressed(): readonly (readonly Finding[])[] {
    const version = this.otherVersion();
    const found = version === undefined ? this.unsifted() : [[version]];
    // Rules that do not look at broken text find nothing there to suppress.
    return this.sifter.sift(found, version === undefined && this.evaluation.faulty.size === 0);
  }

  /** The comments that suppress, by their slots in the order of the text. */
  get suppressions(): ReadonlyMap<Slot, readonly Suppression[]> {
    return this.sifter.suppressions;
  }

  /** What the slots say, from a slot back to the first, then from it on. */
  *modelsAround(slot: Slot): Iterable<SlotModel> {
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

  private *modelsOf(slot: Slot): Iterable<SlotModel> {
    const model = this.modelOf(slot);
    if (model !== undefined) yield model;
  }

  private *slotsAfter(slot: Slot): Iterable<Slot> {
    const { block } = slot;
    yield* block.slots.slice(block.slots.indexOf(slot) + 1);
    for (const next of this.blocks.slice(this.blocks.indexOf(block) + 1)) yield* next.slots;
  }

  private unsifted(): readonly (readonly Finding[])[] {
    const whole = bySlot([...this.missingKeys(), ...this.quota.findings(this.blocks)]);
    return whole.size === 0 ? this.found.all : this.foundWith(whole).all;
  }

  private foundWith(whole: ReadonlyMap<Slot, readonly Finding[]>): Found {
    const found = new Found(this.found);
    for (const block of new Set([...whole.keys()].map(({ block }) => block))) {
      found.put(
        block,
        block.slots.flatMap(slot => inOrder([...(whole.get(slot) ?? []), ...this.evaluation.foundIn(slot)])),
      );
    }
    return found;
  }

  /** The private images where an operation makes one, just after it. */
  stockAfter(scene: Scene): Stock {
    return this.quota.after(scene, this.blocks);
  }

  /** Whether its operations are judged at all. */
  isJudged(): boolean {
    return this.otherVersion() === undefined;
  }

  /** A manifest of another version is not ours to judge: only that is told. */
  private otherVersion(): Finding | undefined {
    const place = this.read(worldKey.pair('', 'apiVersion')) as Place | undefined;
    const own = place === undefined ? [] : this.evaluation.ownOf(place.slot);
    return own.find(({ rule, place: told }) => rule === 'invalid-value' && told.path[0] === 'apiVersion');
  }

  private firstKey(): Place | undefined {
    for (const block of this.blocks) {
      for (const slot of block.slots) {
        const key = this.modelOf(slot)?.keys[0];
        if (key !== undefined) return key.place;
      }
    }
    return undefined;
  }

  /** The required top-level keys that are absent, at the first key; nothing while any of the text is broken. */
  private missingKeys(): readonly Finding[] {
    const first = this.firstKey();
    if (first === undefined || this.evaluation.faulty.size > 0) return [];
    return ['apiVersion', 'operations']
      .filter(key => this.read(worldKey.pair('', key)) === undefined)
      .map(key => {
        const map: Place = { slot: first.slot, path: [], part: 'value' };
        return tell({ rule: 'missing-key', place: first, map, keys: [key] });
      });
  }
}

/** Whether operations make things of a kind, too. */
const isMade = (kind: ThingKind): boolean => kind === 'image' || kind === 'server';
