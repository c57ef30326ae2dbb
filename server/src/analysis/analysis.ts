import type { InventoryFiles } from '../facts/inventory/inventory.ts';
import { thingsNamed } from '../facts/resolve.ts';
import type { Scene } from '../facts/scene.ts';
import type { BucketState, World } from '../facts/state.ts';
import type { Resolve } from '../model/bind.ts';
import type { SlotModel } from '../model/model.ts';
import { type ManifestSlot, type Place, type SlotMemo, spanOf } from '../model/place.ts';
import type { ThingKind } from '../model/vocabulary/index.ts';
import type { FixProposal } from '../rules/rule.ts';
import { type Block, type Change, Document, opensDocument, type TextChange } from '../syntax/document.ts';
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
  readonly document: Document<SlotMemo>;
  private manifests: Manifest[] = [];
  private readonly manifestOf = new Map<Block<SlotMemo>, Manifest>();
  /** Findings whose rule has another severity in the settings, at that severity. */
  private readonly reweighed = new WeakMap<Finding, Finding>();
  /** Findings of blocks, weighed. */
  private readonly reweighedLists = new WeakMap<readonly Finding[], readonly Finding[]>();

  /** Whether the settings say anything of a rule. */
  private readonly weighs: boolean;

  constructor(
    text: string,
    readonly settings: Settings = defaultSettings,
    /** What the paths of inventories lead to. Whoever knows that it has changed calls `refreshInventories`. */
    private readonly files: InventoryFiles = () => undefined,
  ) {
    this.weighs = Object.keys(settings.rules).length > 0;
    this.document = new Document(text);
    this.rebuild();
  }

  /** Replaces stretches of the text, one after the other, and tells what that touched. */
  edit(...changes: readonly TextChange[]): readonly Change<SlotMemo>[] {
    let isOne = this.manifests.length === 1;
    const done = changes.map(change => {
      const touched = this.document.edit(change);
      isOne &&=
        this.document.blocks.length > 0 && !touched.blocks.some(({ index, slots }) => index > 0 && opens(slots));
      if (isOne) this.update(touched);
      return touched;
    });
    if (!isOne) this.rebuild();
    return done;
  }

  /** Looks at the inventory files again, and evaluates what depends on those that have changed. */
  refreshInventories(): void {
    for (const manifest of this.manifests) manifest.refresh();
  }

  private update({ fresh, removed, blocks: touched, removedBlocks }: Change<SlotMemo>): void {
    const manifest = this.manifests[0] as Manifest;
    manifest.update(this.document.blocks, { fresh: new Set(fresh), removed, blocks: new Set(touched), removedBlocks });
    for (const block of removedBlocks) this.manifestOf.delete(block);
    for (const block of touched) this.manifestOf.set(block, manifest);
  }

  private rebuild(): void {
    this.manifestOf.clear();
    this.manifests = this.groups().map(blocks => {
      const manifest = new Manifest(this.document, this.settings, this.files);
      const fresh = new Set(blocks.flatMap(block => block.slots));
      manifest.update(blocks, { fresh, removed: [], blocks: new Set(blocks), removedBlocks: [] });
      for (const block of blocks) this.manifestOf.set(block, manifest);
      return manifest;
    });
  }

  /** The blocks of each manifest in the text. */
  private groups(): Block<SlotMemo>[][] {
    const groups: Block<SlotMemo>[][] = [];
    for (const block of this.document.blocks) {
      const group = groups.at(-1);
      if (group === undefined || opens(block.slots)) groups.push([block]);
      else group.push(block);
    }
    return groups;
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
    const all = this.manifests.flatMap(manifest => manifest.findings());
    return this.weighs ? all.map(findings => this.weighed(findings)) : all;
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
    const all = this.manifests.flatMap(manifest => manifest.findings()).flat();
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

  /** The comments that suppress in the manifest that a slot is in. */
  suppressionsAround(slot: ManifestSlot): ReadonlyMap<ManifestSlot, readonly Suppression[]> {
    return this.manifestOf.get(slot.block)?.suppressions ?? new Map();
  }

  /** The slots of the manifest that a slot is in. */
  slotsAround(slot: ManifestSlot): Iterable<ManifestSlot> {
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
  modelOf(slot: ManifestSlot): SlotModel | undefined {
    return this.manifestOf.get(slot.block)?.modelOf(slot);
  }

  /** The operations of a slot, each with all that is known when it runs and its ledger. */
  operationsOf(slot: ManifestSlot): readonly Judged[] {
    const manifest = this.manifestOf.get(slot.block);
    if (manifest === undefined) return [];
    return manifest.items(slot).flatMap(scenes => ledgers(scenes, this.settings, scene => manifest.stockAfter(scene)));
  }

  /** The operations of a slot by the items that they are in, each with what is known when it runs. */
  scenesOf(slot: ManifestSlot): readonly (readonly Scene[])[] {
    return this.manifestOf.get(slot.block)?.items(slot) ?? [];
  }

  /** The slots of each manifest in the text. */
  *slotsByManifest(): Iterable<readonly ManifestSlot[]> {
    for (const manifest of this.manifests) yield [...manifest.slots()];
  }

  /** What an alias at a place means. */
  anchorOf(name: string, from: Place): ReturnType<Resolve> {
    return this.manifestOf.get(from.slot.block)?.anchorOf(name, from);
  }

  /** All that is declared in the manifest of a slot, before any operation runs. */
  worldDeclared(slot: ManifestSlot): World | undefined {
    return this.manifestOf.get(slot.block)?.worldDeclared();
  }

  /** All that is known once the operations up to a slot have run. */
  worldAfter(slot: ManifestSlot): World | undefined {
    return this.manifestOf.get(slot.block)?.worldAfter(slot);
  }

  /** What is known, and what it can be called, once as many items of a slot have run. */
  surroundings(slot: ManifestSlot, items: number): Surroundings | undefined {
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

/** Whether a block with these slots is the first of a manifest that follows another. */
const opens = ([first]: readonly ManifestSlot[]): boolean => first !== undefined && opensDocument(first.segment);
