import { toTextChanges, write } from '../edit/write.ts';
import type { InventoryFiles } from '../facts/inventory/inventory.ts';
import type { World } from '../facts/state.ts';
import type { Localized } from '../localized.ts';
import type { SlotModel } from '../model/model.ts';
import { type ManifestSlot, type Place, type SlotMemo, spanOf } from '../model/place.ts';
import { manifestRules } from '../rules/index.ts';
import type { FixProposal, Scope } from '../rules/rule.ts';
import { type Block, type Change, Document, opensDocument, type TextChange } from '../syntax/document.ts';
import type { Finding, Severity } from './finding.ts';
import { type Judged, ledgers } from './judge.ts';
import { Manifest, type Work } from './manifest.ts';

export type { Judged } from './judge.ts';

export interface Settings {
  /** The severity of a rule where it is not the rule's own. */
  readonly rules: Readonly<Record<string, Severity | 'off'>>;
  /** Regions in which images above 128 GB can be exported without fast export. */
  readonly normalExportRegions: readonly string[];
}

export const defaultSettings: Settings = { rules: {}, normalExportRegions: [] };

/** A verified way out of a finding. */
export interface Fix {
  readonly title: Localized;
  /** The result means what the author meant, so that "fix all" may apply it. */
  readonly safe: boolean;
  /** In the order of the text, none overlapping another. */
  readonly changes: readonly TextChange[];
}

/** What there is to refer to at a point of a manifest. */
export interface Surroundings extends Scope {
  readonly world: World;
  /** What all parts of the manifest say, the nearest before the point first. */
  models(): Iterable<SlotModel>;
}

/** The analysis of one document, which holds a manifest or several, kept up to date under edits. */
export class Analysis {
  readonly document: Document<SlotMemo>;
  private manifests: Manifest[] = [];
  private readonly manifestOf = new Map<Block<SlotMemo>, Manifest>();

  constructor(
    text: string,
    readonly settings: Settings = defaultSettings,
    /** What the paths of inventories lead to. Whoever knows that it has changed calls `refreshInventories`. */
    private readonly files: InventoryFiles = () => undefined,
  ) {
    this.document = new Document(text);
    this.rebuild();
  }

  /** Replaces a stretch of the text. */
  edit(change: TextChange): void {
    const done = this.document.edit(change);
    const groups = this.groups();
    if (groups.length !== 1 || this.manifests.length !== 1) this.rebuild();
    else this.update(groups[0] ?? [], done);
  }

  /** Looks at the inventory files again, and evaluates what depends on those that have changed. */
  refreshInventories(): void {
    for (const manifest of this.manifests) manifest.refresh();
  }

  private update(
    blocks: readonly Block<SlotMemo>[],
    { fresh, removed, blocks: touched, removedBlocks }: Change<SlotMemo>,
  ): void {
    const manifest = this.manifests[0] as Manifest;
    manifest.update(blocks, { fresh: new Set(fresh), removed, blocks: new Set(touched), removedBlocks });
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
      const first = block.slots[0]?.segment;
      const group = groups.at(-1);
      if (group === undefined || (first !== undefined && opensDocument(first))) groups.push([block]);
      else group.push(block);
    }
    return groups;
  }

  /** All findings, in the order of the text, at the severities of the settings. */
  findings(): readonly Finding[] {
    const all: Finding[] = [];
    for (const manifest of this.manifests) {
      for (const finding of manifest.findings()) {
        const severity = this.settings.rules[finding.rule] ?? finding.severity;
        if (severity !== 'off') all.push(severity === finding.severity ? finding : { ...finding, severity });
      }
    }
    return all;
  }

  /** The fixes that take the finding away and add none, the obvious one first. Tried on the document itself, and undone. */
  fixes(finding: Finding): readonly Fix[] {
    const manifest = this.manifestOf.get(finding.place.slot.block);
    if (manifest === undefined) return [];
    const scope: Scope = {
      names: kind => manifest.names(kind, manifest.worldWithin(finding.place.slot, 0)),
      buckets: () => manifest.buckets(),
    };
    const before = this.tally(finding);
    return finding.proposals(scope).flatMap(proposal => this.verify(proposal, finding, before));
  }

  private verify({ title, safe, edits }: FixProposal, finding: Finding, before: ReadonlyMap<string, number>): Fix[] {
    const changes = toTextChanges(this.document, write(edits));
    if (changes.length === 0) return [];
    const after = this.attempt(changes, () => this.tally(finding));
    const key = tallyKey(finding);
    const gone = (after.get(key) ?? 0) < (before.get(key) ?? 0);
    const added = [...after].some(([other, count]) => count > (before.get(other) ?? 0));
    return gone && (!added || reveals.has(finding.rule)) ? [{ title, safe, changes }] : [];
  }

  /** What counts when a fix of the finding is verified: it may well leave a suppression without use. */
  private tally({ rule }: Finding): ReadonlyMap<string, number> {
    const { id } = manifestRules['unused-suppression'];
    return tally(this.findings().filter(other => rule === id || other.rule !== id));
  }

  /** What `look` sees with the changes made; they are undone afterwards. */
  private attempt<T>(changes: readonly TextChange[], look: () => T): T {
    const backward = [...changes].sort((a, b) => b.start - a.start);
    const undo = backward.map(({ start, end, text }) => {
      const was = this.document.slice(start, end);
      this.edit({ start, end, text });
      return { start, end: start + text.length, text: was };
    });
    try {
      return look();
    } finally {
      for (const change of undo.reverse()) this.edit(change);
    }
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
    const items = this.manifestOf.get(slot.block)?.items(slot) ?? [];
    return items.flatMap(scenes => ledgers(scenes, this.settings));
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
      names: kind => manifest.names(kind, world),
      buckets: () => manifest.buckets(),
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

/** A corrected word may reveal what the broken one hid. */
const reveals: ReadonlySet<string> = new Set(['unknown-key', 'invalid-value', 'unknown-reference', 'missing-key']);

const tallyKey = ({ rule, message }: Finding): string => `${rule} ${message.en}`;

function tally(findings: readonly Finding[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const finding of findings) {
    const key = tallyKey(finding);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}
