import type { InventoryFiles } from '../facts/inventory/inventory.ts';
import { thingsNamed } from '../facts/resolve.ts';
import type { Scene } from '../facts/scene.ts';
import type { BucketState, World } from '../facts/state.ts';
import type { Resolve } from '../model/bind.ts';
import type { SlotModel } from '../model/model.ts';
import { type Place, spanOf } from '../model/place.ts';
import type { ThingKind } from '../model/vocabulary/index.ts';
import type { FixProposal } from '../rules/rule.ts';
import { atOnce, type Steps } from '../steps.ts';
import type { Block } from '../syntax/block.ts';
import { opensDocument } from '../syntax/block.ts';
import { type Change, Document, type TextChange } from '../syntax/document.ts';
import type { Slot } from '../syntax/slot.ts';
import type { Work } from './evaluation.ts';
import type { Finding, Severity } from './finding.ts';
import { type Fix, fixesOf } from './fixes.ts';
import { type Judged, ledgers } from './judge.ts';
import { Manifest } from './manifest.ts';
import type { Suppression } from './suppress.ts';

export type { Fix } from './fixes.ts';
export type { Judged } from './judge.ts';

export interface Settings {
  /** The severity of a rule where it is not the rule's own. */
  readonly rules: Readonly<Record<string, Severity | 'off'>>;
  /** Regions in which images above 128 GB can be exported without fast export. */
  readonly normalExportRegions: readonly string[];
}

export const defaultSettings: Settings = { rules: {}, normalExportRegions: [] };

/** What there is to refer to at a point of a manifest. */
export interface Surroundings {
  readonly world: World;
  /** The names that things of a kind have had here, the last given first: some twice, some of what is gone. */
  names(kind: ThingKind): Iterable<string>;
  /** What all parts of the manifest say, the nearest before the point first. */
  models(): Iterable<SlotModel>;
}

/** The analysis of one document, which holds a manifest or several, kept up to date under edits. */
export class Analysis {
  readonly document: Document;
  private manifests: Manifest[] = [];
  private readonly manifestOf = new Map<Block, Manifest>();
  /** Findings whose rule has another severity in the settings, at that severity. */
  private readonly reweighed = new WeakMap<Finding, Finding>();
  /** Findings of blocks, weighed. */
  private readonly reweighedLists = new WeakMap<readonly Finding[], readonly Finding[]>();

  /** Whether the settings say anything of a rule. */
  private readonly weighs: boolean;
  private edits = 0;

  constructor(
    text: string,
    readonly settings: Settings = defaultSettings,
    /** What the paths of inventories lead to. Whoever knows that it has changed calls `refreshInventories`. */
    private readonly files: InventoryFiles = () => undefined,
    /** With `later`, `open` is left to the caller. */
    when: 'at once' | 'later' = 'at once',
  ) {
    this.weighs = Object.keys(settings.rules).length > 0;
    this.document = new Document(text);
    if (when === 'at once') atOnce(this.open());
  }

  /**
   * Looks at all of the text, block by block: first at what is declared, then at the operations in their order. The text
   * may be edited meanwhile, and what has been looked at is told as if it were all.
   */
  *open(): Steps<void> {
    while (!this.isOpen) {
      const { edits } = this;
      const groups = this.groups();
      for (const block of this.unseen(groups)) {
        this.takeIn(block, groups.length === 1);
        yield;
        if (this.edits !== edits) break;
      }
    }
  }

  /** Whether all of the text has been looked at. */
  get isOpen(): boolean {
    return this.manifestOf.size === this.document.blocks.length;
  }

  /** Whether a part of the text has been looked at. */
  hasSeen(slot: Slot): boolean {
    return this.manifestOf.has(slot.block);
  }

  /** What is to be looked at, in order: in each manifest the first block, which stands for it, and the operations last. */
  private unseen(groups: readonly (readonly Block[])[]): readonly Block[] {
    const isLater = (block: Block, first: Block | undefined): boolean =>
      block !== first && block.section === 'operations';
    const inOrder = groups.flatMap(group => [
      ...group.filter(block => !isLater(block, group[0])),
      ...group.filter(block => isLater(block, group[0])),
    ]);
    return inOrder.filter(block => !this.manifestOf.has(block));
  }

  private takeIn(block: Block, isOnly: boolean): void {
    const known = block.index > 0 && !opens(block.slots) ? this.manifests.at(-1) : undefined;
    const manifest = known ?? new Manifest(this.document, this.settings, this.files);
    if (known === undefined) this.manifests.push(manifest);
    this.manifestOf.set(block, manifest);
    const blocks = isOnly ? this.document.blocks : this.blocksOf(manifest, [block]);
    manifest.update(blocks, { fresh: new Set(block.slots), removed: [], blocks: new Set([block]), removedBlocks: [] });
  }

  /** Replaces stretches of the text, one after the other, and tells what that touched. */
  edit(...changes: readonly TextChange[]): readonly Change[] {
    const wasOpen = this.isOpen;
    this.edits++;
    let isRegrouped = false;
    const done = changes.map(change => {
      const touched = this.document.edit(change);
      isRegrouped ||= this.regroups(touched);
      if (!isRegrouped) this.follow(touched, wasOpen);
      return touched;
    });
    if (isRegrouped) {
      this.manifests = [];
      this.manifestOf.clear();
    }
    if (wasOpen) atOnce(this.open());
    return done;
  }

  /** Whether manifests may begin elsewhere than before. */
  private regroups({ isRegrouped, blocks }: Change): boolean {
    // Of an empty text nothing is left that could be followed.
    if (this.document.blocks.length === 0) return true;
    if (!isRegrouped) return false;
    return this.manifests.length !== 1 || blocks.some(({ index, slots }) => index > 0 && opens(slots));
  }

  /** Has the manifest in which a change is take it in. */
  private follow({ fresh, removed, blocks, removedBlocks }: Change, wasOpen: boolean): void {
    const manifest = [...removedBlocks, ...blocks].map(block => this.manifestOf.get(block)).find(isKnown);
    if (manifest === undefined) return;
    for (const block of removedBlocks) this.manifestOf.delete(block);
    for (const block of blocks) this.manifestOf.set(block, manifest);
    const isUnseen = (slot: Slot): boolean => manifest.modelOf(slot) === undefined;
    const unseen = wasOpen ? [] : blocks.flatMap(({ slots }) => slots.filter(isUnseen));
    const isOnly = this.manifests.length === 1 && (wasOpen || this.groups().length === 1);
    const own = isOnly ? this.document.blocks : this.blocksOf(manifest, blocks);
    manifest.update(own, { fresh: new Set([...fresh, ...unseen]), removed, blocks: new Set(blocks), removedBlocks });
  }

  /** The blocks of a manifest as they are once it has more of them, and perhaps fewer of those that it had. */
  private blocksOf(manifest: Manifest, more: readonly Block[]): readonly Block[] {
    const left = manifest.blocks.filter(block => this.manifestOf.has(block));
    return [...new Set([...left, ...more])].sort((a, b) => a.index - b.index);
  }

  /** The blocks of each manifest in the text. */
  private groups(): Block[][] {
    const groups: Block[][] = [];
    for (const block of this.document.blocks) {
      const group = groups.at(-1);
      if (group === undefined || opens(block.slots)) groups.push([block]);
      else group.push(block);
    }
    return groups;
  }

  /** Looks at the inventory files again, and evaluates what depends on those that have changed. */
  refreshInventories(): void {
    for (const manifest of this.manifests) manifest.refresh();
  }

  /**
   * All findings, in the order of the text, at the severities of the settings. One that an edit does not concern stays
   * the same object.
   */
  findings(): readonly Finding[] {
    return this.findingsByBlock().flat();
  }

  /** The same, those of each block in a list, which stays the same object, too. */
  findingsByBlock(): readonly (readonly Finding[])[] {
    const all = this.found();
    return this.weighs ? all.map(findings => this.weighed(findings)) : all;
  }

  private found(): readonly (readonly Finding[])[] {
    const [only] = this.manifests;
    if (only !== undefined && this.manifests.length === 1) return only.findings();
    return this.manifests.flatMap(manifest => manifest.findings());
  }

  private weighed(findings: readonly Finding[]): readonly Finding[] {
    const known = this.reweighedLists.get(findings);
    if (known !== undefined) return known;
    const weighed = this.heeded(findings).map(finding => this.withSeverity(finding));
    this.reweighedLists.set(findings, weighed);
    return weighed;
  }

  private withSeverity(finding: Finding): Finding {
    const severity = this.settings.rules[finding.rule] ?? finding.severity;
    if (severity === finding.severity || severity === 'off') return finding;
    const known = this.reweighed.get(finding) ?? { ...finding, severity };
    this.reweighed.set(finding, known);
    return known;
  }

  /** The same findings at the severities of their rules. */
  standing(): readonly Finding[] {
    const all = this.found().flat();
    return this.weighs ? this.heeded(all) : all;
  }

  private heeded(findings: readonly Finding[]): readonly Finding[] {
    return findings.filter(({ rule }) => this.settings.rules[rule] !== 'off');
  }

  /** The ways out that the rule of a finding knows of, not yet verified. */
  proposals(finding: Finding): readonly FixProposal[] {
    const { slot } = finding.place;
    const manifest = this.manifestOf.get(slot.block);
    if (manifest === undefined) return [];
    const before = manifest.worldWithin(slot, 0);
    return finding.proposals({
      *names(kind, isMeant) {
        for (const name of manifest.names(kind, slot)) {
          if (isMeant(name) && thingsNamed(kind, name, before).length > 0) yield name;
        }
      },
      isTaken: name => manifest.isTaken(name),
      buckets: () =>
        [...manifest.names('bucket', slot)]
          .reverse()
          .flatMap(name => thingsNamed('bucket', name, before) as readonly BucketState[]),
    });
  }

  /** The comments that suppress in the manifest that a slot is in, by their slots in the order of the text. */
  suppressionsAround(slot: Slot): ReadonlyMap<Slot, readonly Suppression[]> {
    return this.manifestOf.get(slot.block)?.suppressions ?? new Map();
  }

  /** The slots of the manifest that a slot is in. */
  slotsAround(slot: Slot): Iterable<Slot> {
    return this.manifestOf.get(slot.block)?.slots() ?? [];
  }

  /** The fixes that take the finding away and add none, the obvious one first. */
  fixes(finding: Finding): readonly Fix[] {
    return fixesOf(this, finding);
  }

  /** Where a place is now, as offsets in the whole text. */
  rangeOf(place: Place): { readonly start: number; readonly end: number } {
    const { offset } = this.document.startOf(place.slot);
    const { start, end } = spanOf(place);
    return { start: offset + start, end: offset + end };
  }

  /** What the segment of a slot says. */
  modelOf(slot: Slot): SlotModel | undefined {
    return this.manifestOf.get(slot.block)?.modelOf(slot);
  }

  /** Whether the operations of a slot are judged: those of another version are not. */
  isJudged(slot: Slot): boolean {
    return this.manifestOf.get(slot.block)?.isJudged() === true;
  }

  /** The operations of a slot, each with all that is known when it runs and its ledger. */
  operationsOf(slot: Slot): readonly Judged[] {
    const manifest = this.manifestOf.get(slot.block);
    if (manifest === undefined) return [];
    return manifest.items(slot).flatMap(scenes => ledgers(scenes, this.settings, scene => manifest.stockAfter(scene)));
  }

  /** The operations of a slot by the items that they are in, each with what is known when it runs. */
  scenesOf(slot: Slot): readonly (readonly Scene[])[] {
    return this.manifestOf.get(slot.block)?.items(slot) ?? [];
  }

  /** The slots of each manifest in the text. */
  *slotsByManifest(): Iterable<readonly Slot[]> {
    for (const manifest of this.manifests) yield [...manifest.slots()];
  }

  /** What an alias at a place means. */
  anchorOf(name: string, from: Place): ReturnType<Resolve> {
    return this.manifestOf.get(from.slot.block)?.anchorOf(name, from);
  }

  /** All that is declared in the manifest of a slot, before any operation runs. */
  worldDeclared(slot: Slot): World | undefined {
    return this.manifestOf.get(slot.block)?.worldDeclared();
  }

  /** All that is known once the operations up to a slot have run. */
  worldAfter(slot: Slot): World | undefined {
    return this.manifestOf.get(slot.block)?.worldAfter(slot);
  }

  /** What is known, and what it can be called, once as many items of a slot have run. */
  surroundings(slot: Slot, items: number): Surroundings | undefined {
    const manifest = this.manifestOf.get(slot.block);
    if (manifest === undefined) return undefined;
    const world = manifest.worldWithin(slot, items);
    return {
      world,
      names: kind => manifest.names(kind, slot),
      models: () => manifest.modelsAround(slot),
    };
  }

  /** How much work all updates so far were. */
  work(): Work {
    return this.manifests.reduce(
      (sum, { work }) => ({ bound: sum.bound + work.bound, evaluated: sum.evaluated + work.evaluated }),
      { bound: 0, evaluated: 0 },
    );
  }
}

const isKnown = (manifest: Manifest | undefined): manifest is Manifest => manifest !== undefined;

/** Whether a block with these slots is the first of a manifest that follows another. */
const opens = ([first]: readonly Slot[]): boolean => first !== undefined && opensDocument(first.segment);
