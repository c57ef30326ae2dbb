import { type Place, spanOf } from '../model/place.ts';
import { nearest } from '../model/words.ts';
import { ruleIds } from '../rules/index.ts';
import type { Document } from '../syntax/document.ts';
import type { Slot } from '../syntax/slot.ts';
import { beyond, type Span } from '../syntax/tree.ts';
import type { SuppressedRule } from './comments.ts';
import type { Finding } from './finding.ts';
import { tell } from './judge.ts';
import type { Suppression } from './suppress.ts';

/** What a suppression is for: all of the manifest, all of the section of a key, or findings in a slot; maybe nothing. */
export type Reach = 'manifest' | { readonly section: Slot } | { readonly slot: Slot } | undefined;

/** One rule of a suppression, at work. */
export interface Charge {
  readonly rule: SuppressedRule;
  readonly covers: Span;
  /** That it suppresses nothing. */
  readonly unused: Finding;
}

/** A suppression at work. */
export interface Posted {
  readonly suppression: Suppression;
  readonly reach: Reach;
  readonly charges: readonly Charge[];
  /** That it names no rule. */
  readonly nameless: readonly Finding[];
}

export function post(slot: Slot, suppression: Suppression, reach: Reach): Posted {
  const { comment, covers = everything } = suppression;
  const charges = comment.rules.map(rule => ({
    rule,
    covers,
    unused: tellUnused(slot, { why: whyOf(rule), ...rule }),
  }));
  const nameless = charges.length === 0 ? [tellUnused(slot, { id: '', why: 'nameless', ...comment })] : [];
  return { suppression, reach, charges, nameless };
}

const everything: Span = { start: 0, end: beyond };

/** What the suppressions of a manifest take. A finding is taken by the one that is nearest to it. */
export class Charges {
  readonly #bySlot = new Map<Slot, Charge[]>();
  readonly #bySection: { readonly charge: Charge; readonly head: Slot }[] = [];
  /** By their rules. */
  readonly #ofManifest = new Map<string, Charge>();
  readonly #all: readonly Charge[];
  readonly #rules: ReadonlySet<string>;

  /** `posted` is in the order of the text. */
  constructor(
    private readonly posted: readonly Posted[],
    private readonly document: Document,
  ) {
    this.#all = posted.flatMap(({ charges }) => charges);
    this.#rules = new Set(this.#all.map(({ rule }) => rule.id));
    for (const { reach, charges } of posted) for (const charge of charges) this.#send(charge, reach);
  }

  #send(charge: Charge, reach: Reach): void {
    if (reach === undefined) return;
    if (reach === 'manifest') {
      // The first one counts.
      if (!this.#ofManifest.has(charge.rule.id)) this.#ofManifest.set(charge.rule.id, charge);
    } else if ('section' in reach) this.#bySection.push({ charge, head: reach.section });
    else {
      const charges = this.#bySlot.get(reach.slot);
      if (charges === undefined) this.#bySlot.set(reach.slot, [charge]);
      else charges.push(charge);
    }
  }

  /** What suppresses a finding. */
  takerOf({ rule, place }: Finding): Charge | undefined {
    if (rule === 'yaml-syntax' || !this.#rules.has(rule)) return undefined;
    return this.#nearest(rule, place) ?? this.#ofManifest.get(rule);
  }

  #nearest(rule: string, place: Place): Charge | undefined {
    const { slot } = place;
    if (this.#bySection.length === 0 && !this.#bySlot.has(slot)) return undefined;
    const charges = [...this.#ofSection(slot), ...(this.#bySlot.get(slot) ?? [])].filter(
      ({ rule: { id } }) => id === rule,
    );
    if (charges.length === 0) return undefined;
    const { start } = spanOf(place);
    const covering = charges.filter(({ covers }) => covers.start <= start && start <= covers.end);
    const [nearest] = covering.sort((a, b) => lengthOf(a.covers) - lengthOf(b.covers));
    return nearest;
  }

  #ofSection(slot: Slot): readonly Charge[] {
    const { section } = slot.segment;
    return this.#bySection
      .filter(({ head }) => head.segment.section === section && !this.document.isBefore(slot, head))
      .map(({ charge }) => charge);
  }

  /**
   * That of those that are not in use, each suppresses nothing. That itself can be suppressed, but only by what is not
   * in question with it.
   */
  unused(used: ReadonlySet<Charge>): readonly Finding[] {
    const left = this.#all.filter(charge => !used.has(charge));
    const told = left.filter(({ rule }) => rule.id !== unusedSuppression).map(({ unused }) => unused);
    const taking = new Set<Charge>();
    const free = [...told, ...this.posted.flatMap(({ nameless }) => nameless)].filter(finding => {
      const taker = this.takerOf(finding);
      if (taker !== undefined) taking.add(taker);
      return taker === undefined;
    });
    const idle = left.filter(charge => charge.rule.id === unusedSuppression && !taking.has(charge));
    return [...free, ...idle.map(({ unused }) => unused)];
  }
}

const unusedSuppression = 'unused-suppression';
const knownRules: ReadonlySet<string> = new Set(ruleIds);

const lengthOf = ({ start, end }: Span): number => end - start;

type Why = 'never' | 'unused' | 'unknown' | 'nameless';

const whyOf = ({ id }: SuppressedRule): Why =>
  id === 'yaml-syntax' ? 'never' : knownRules.has(id) ? 'unused' : 'unknown';

function tellUnused(slot: Slot, { id, why, span, cut }: SuppressedRule & { readonly why: Why }): Finding {
  const place = { slot, path: [{ comment: span }], part: 'value' } as const;
  return tell({
    rule: unusedSuppression,
    place,
    id,
    why,
    nearest: why === 'unknown' ? nearest(id, ruleIds) : undefined,
    cut,
  });
}
