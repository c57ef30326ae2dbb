import { spanOf } from '../model/place.ts';
import { sameEnds } from '../sameEnds.ts';
import type { Block } from '../syntax/block.ts';
import type { Document } from '../syntax/document.ts';
import type { Slot } from '../syntax/slot.ts';
import { type Charge, Charges, type Posted, post, type Reach } from './charges.ts';
import { mayHaveSuppressions } from './comments.ts';
import { equal } from './equal.ts';
import type { Update } from './evaluation.ts';
import { byBlock, type Finding, steady } from './finding.ts';
import { type Suppression, suppressionsOf } from './suppress.ts';

/** Findings, those of each block in a list. */
type Lists = readonly (readonly Finding[])[];

/** A list of findings without those that are suppressed, and what suppresses these; nothing for one that is left. */
interface Sifted {
  readonly left: readonly Finding[];
  readonly takers: readonly (Charge | undefined)[];
}

/** What was sifted last. */
interface Last {
  readonly found: Lists;
  /** By the lists of `found`; none where nothing suppressed. */
  readonly sifted: readonly Sifted[];
  readonly tellsUnused: boolean;
  readonly told: Lists;
}

/**
 * Takes what is suppressed out of the findings of a manifest, and adds what suppresses nothing. They are sifted whatever
 * severity the settings give them: a rule that is turned off for a while does not make its suppressions look unused.
 * What an edit does not concern is not sifted again.
 */
export class Sifter {
  readonly #suppressions = new Map<Slot, readonly Suppression[]>();
  /** Whether suppressions may be for something else than before. */
  #isMoved = false;
  #posted: readonly Posted[] = [];
  #charges: Charges;
  #last: Last = { found: [], sifted: [], tellsUnused: false, told: [] };

  constructor(
    private readonly document: Document,
    private readonly after: (slot: Slot) => Iterable<Slot>,
  ) {
    this.#charges = new Charges([], document);
  }

  /** The comments that suppress, by their slots in the order of the text. */
  get suppressions(): ReadonlyMap<Slot, readonly Suppression[]> {
    return new Map([...this.#suppressions].sort(([a], [b]) => (this.document.isBefore(a, b) ? -1 : 1)));
  }

  /** Takes over what is new and what is gone; `isNew` tells slots that have not been there before. */
  update({ fresh, removed, removedBlocks }: Update, isNew: (slot: Slot) => boolean): void {
    for (const slot of removed) this.#suppressions.delete(slot);
    // A key that becomes that of a section, or no longer is, has slots come or go behind it.
    this.#isMoved ||= removed.length + removedBlocks.length > 0;
    for (const slot of fresh) {
      this.#isMoved ||= isNew(slot) || this.#suppressions.has(slot);
      this.#suppressions.delete(slot);
      if (!mayHaveSuppressions(slot.segment.text)) continue;
      this.#suppressions.set(slot, suppressionsOf(slot.segment.text, slot.tree.root));
      this.#isMoved = true;
    }
  }

  /** What of `found` is told; the same lists as before where nothing in them is another. */
  sift(found: Lists, tellsUnused: boolean): Lists {
    if (this.#suppressions.size === 0) return this.#unsifted(found, tellsUnused);
    const last = this.#last;
    if (!this.#isMoved && last.found === found && last.tellsUnused === tellsUnused) return last.told;
    const isReached = this.#isMoved ? reachedBy(this.#post()) : undefined;
    this.#isMoved = false;
    const sifted = siftedAs(last, found).map((known, i) => {
      const findings = found[i] as readonly Finding[];
      return known !== undefined && !(isReached && findings.some(isReached)) ? known : this.#sift(findings);
    });
    const kept = sifted.map(({ left }) => left).filter(({ length }) => length > 0);
    const used = new Set<Charge>();
    for (const { takers } of sifted) for (const taker of takers) if (taker !== undefined) used.add(taker);
    const unused = tellsUnused ? this.#charges.unused(used) : [];
    const told = unused.length === 0 ? kept : steady(last.told, withMore(kept, unused, this.document));
    this.#last = { found, sifted, tellsUnused, told };
    return told;
  }

  #unsifted(found: Lists, tellsUnused: boolean): Lists {
    if (this.#posted.length > 0) {
      this.#posted = [];
      this.#charges = new Charges([], this.document);
    }
    this.#isMoved = false;
    this.#last = { found, sifted: [], tellsUnused, told: found };
    return found;
  }

  /** Looks what each suppression is for. Returns those that are for something else than before, as they are and were. */
  #post(): readonly Posted[] {
    const before = new Map(this.#posted.map(posted => [posted.suppression, posted]));
    this.#posted = [...this.suppressions].flatMap(([slot, own]) =>
      own.map(suppression => {
        const reach = this.#reachOf(slot, suppression);
        const known = before.get(suppression);
        return known !== undefined && equal(known.reach, reach) ? known : post(slot, suppression, reach);
      }),
    );
    const now = new Set(this.#posted);
    const changed = [...before.values()].filter(one => !now.has(one));
    changed.push(...this.#posted.filter(one => before.get(one.suppression) !== one));
    if (changed.length > 0) this.#charges = new Charges(this.#posted, this.document);
    return changed;
  }

  #reachOf(slot: Slot, { comment: { scope }, covers }: Suppression): Reach {
    if (scope === 'file') return 'manifest';
    if (covers !== undefined) return { slot };
    const [next] = this.after(slot);
    return next && (next.segment.role === 'head' ? { section: next } : { slot: next });
  }

  #sift(findings: readonly Finding[]): Sifted {
    const takers = findings.map(finding => this.#charges.takerOf(finding));
    if (takers.every(taker => taker === undefined)) return whole(findings);
    return { left: findings.filter((_, i) => takers[i] === undefined), takers };
  }
}

const none: Sifted['takers'] = [];
const whole = (findings: readonly Finding[]): Sifted => ({ left: findings, takers: none });

/** How the lists were sifted last that are the same as then, at both ends; between them, some may have come or gone. */
function siftedAs({ found: before, sifted }: Last, now: Lists): readonly (Sifted | undefined)[] {
  const { lead, trail } = sameEnds(before, now);
  const shift = before.length - now.length;
  return now.map((findings, i) => {
    if (lead <= i && i < now.length - trail) return undefined;
    return sifted[i < lead ? i : i + shift] ?? whole(findings);
  });
}

/** Which findings can be taken by one of these, if any. */
function reachedBy(posted: readonly Posted[]): ((finding: Finding) => boolean) | undefined {
  if (posted.length === 0) return undefined;
  const slots = new Set<Slot>();
  const widely = new Set<string>();
  for (const { reach, charges } of posted) {
    if (typeof reach === 'object' && 'slot' in reach) slots.add(reach.slot);
    else if (reach !== undefined) for (const { rule } of charges) widely.add(rule.id);
  }
  return ({ rule, place }) => widely.has(rule) || slots.has(place.slot);
}

function withMore(lists: Lists, more: readonly Finding[], document: Document): Lists {
  const all = [...lists];
  // What is found in a block can have its place in another, before an alias.
  const listOf = new Map(all.map((findings, i) => [blockOf(findings), i]));
  for (const [block, own] of byBlock(more)) {
    const i = listOf.get(block) ?? all.length;
    all[i] = [...(all[i] ?? []), ...own].sort(inOrderOf(document));
  }
  return all.sort((a, b) => (blockOf(a)?.index ?? 0) - (blockOf(b)?.index ?? 0));
}

const blockOf = ([first]: readonly Finding[]): Block | undefined => first?.place.slot.block;

const inOrderOf =
  (document: Document) =>
  (a: Finding, b: Finding): number => {
    const { slot } = a.place;
    if (slot !== b.place.slot) return document.isBefore(slot, b.place.slot) ? -1 : 1;
    return spanOf(a.place).start - spanOf(b.place).start || (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0);
  };
