import { type Place, spanOf } from '../model/place.ts';
import { ruleIds } from '../rules/index.ts';
import type { Block } from '../syntax/block.ts';
import type { Document } from '../syntax/document.ts';
import type { Slot } from '../syntax/slot.ts';
import type { Segment } from '../syntax/split.ts';
import { beyond, type Node, type Span } from '../syntax/tree.ts';
import { lineAround, type SuppressedRule, type SuppressionComment, suppressionsIn } from './comments.ts';
import { byBlock, type Finding } from './finding.ts';
import { tell } from './judge.ts';

/** A suppression, and what it is for as far as its own segment tells. */
export interface Suppression {
  readonly comment: SuppressionComment;
  /** Absent where it is for all of the manifest, or for what the next segment starts with. */
  readonly covers: Span | undefined;
}

/** The suppressions that stand in the text of a slot. */
export function suppressionsOf(slot: Slot): readonly Suppression[] {
  const { text } = slot.segment;
  const { root } = slot.tree;
  return suppressionsIn(text, root).map(comment => {
    if (comment.scope === 'line') return { comment, covers: lineAround(text, comment.span.start) };
    const next = comment.scope === 'next' ? nextContent(text, comment.span.end) : undefined;
    return { comment, covers: next === undefined ? undefined : covered(text, root, next) };
  });
}

/** Where the first line below that holds more than a comment has its content. */
function nextContent(text: string, from: number): number | undefined {
  const below = /[\r\n][ \t]*[^\s#]/g;
  below.lastIndex = from;
  return below.test(text) ? below.lastIndex - 1 : undefined;
}

/** The line of `start`, with all that belongs to the operation, entry or key that starts there. */
function covered(text: string, root: Node | undefined, start: number): Span {
  const end = root && endOfPart(text, root, start);
  return { start, end: Math.max(end ?? 0, lineAround(text, start).end) };
}

function endOfPart(text: string, node: Node, start: number): number | undefined {
  const holds = (part: Node): boolean => part.start <= start && start < part.end;
  if (node.kind === 'map') {
    const pair = node.pairs.find(({ key, value }) => key.start === start || holds(value));
    if (pair === undefined) return undefined;
    return pair.key.start === start ? Math.max(pair.key.end, pair.value.end) : endOfPart(text, pair.value, start);
  }
  if (node.kind !== 'seq') return undefined;
  const around = node.items.find(holds);
  if (around !== undefined) return around.start === start ? around.end : endOfPart(text, around, start);
  const dashed = node.style === 'block' && text[start] === '-';
  return dashed ? node.items.find(item => item.start > start)?.end : undefined;
}

/** One rule of a suppression, at work. */
interface Charge {
  readonly slot: Slot;
  readonly rule: SuppressedRule;
  readonly covers: Span;
  used: boolean;
}

const everything: Span = { start: 0, end: beyond };

/** The suppressions of one manifest. A finding is taken by the one that is nearest to it. */
class Suppressions {
  private readonly bySlot = new Map<Slot, Charge[]>();
  private readonly ofManifest: Charge[] = [];
  private readonly all: Charge[] = [];
  private readonly empty: { readonly slot: Slot; readonly comment: SuppressionComment }[] = [];

  add(slot: Slot, { comment, covers }: Suppression, following: () => Iterable<Slot>): void {
    if (comment.rules.length === 0) this.empty.push({ slot, comment });
    const slots = comment.scope === 'file' ? [] : covers === undefined ? [...following()] : [slot];
    for (const rule of comment.rules) {
      const charge: Charge = { slot, rule, covers: covers ?? everything, used: false };
      this.all.push(charge);
      if (comment.scope === 'file') this.ofManifest.push(charge);
      for (const target of slots) {
        const charges = this.bySlot.get(target);
        if (charges === undefined) this.bySlot.set(target, [charge]);
        else charges.push(charge);
      }
    }
  }

  /** Whether a finding is suppressed. */
  take({ rule, place }: Finding): boolean {
    if (rule === 'yaml-syntax') return false;
    const charge = this.nearest(rule, place) ?? this.ofManifest.find(charge => charge.rule.id === rule);
    if (charge !== undefined) charge.used = true;
    return charge !== undefined;
  }

  private nearest(rule: string, place: Place): Charge | undefined {
    const charges = this.bySlot.get(place.slot)?.filter(charge => charge.rule.id === rule) ?? [];
    if (charges.length === 0) return undefined;
    const { start } = spanOf(place);
    const covering = charges.filter(({ covers }) => covers.start <= start && start <= covers.end);
    const [nearest] = covering.sort((a, b) => lengthOf(a.covers) - lengthOf(b.covers));
    return nearest;
  }

  /** What suppresses nothing. That itself can be suppressed, but only by what is not in question with it. */
  unused(): readonly Finding[] {
    const told = this.all.filter(({ used, rule }) => !used && rule.id !== unusedSuppression).map(tellUnused);
    const nameless = this.empty.map(({ slot, comment: { span, cut } }) =>
      tell({
        rule: unusedSuppression,
        place: { slot, path: [{ comment: span }], part: 'value' },
        id: '',
        why: 'nameless',
        cut,
      }),
    );
    const left = [...told, ...nameless].filter(finding => !this.take(finding));
    return [...left, ...this.all.filter(({ used, rule }) => !used && rule.id === unusedSuppression).map(tellUnused)];
  }
}

const unusedSuppression = 'unused-suppression';
const knownRules: ReadonlySet<string> = new Set(ruleIds);

const lengthOf = ({ start, end }: Span): number => end - start;

function tellUnused({ slot, rule: { id, span, cut } }: Charge): Finding {
  const why = id === 'yaml-syntax' ? 'never' : knownRules.has(id) ? 'unused' : 'unknown';
  return tell({ rule: unusedSuppression, place: { slot, path: [{ comment: span }], part: 'value' }, id, why, cut });
}

/**
 * The findings of a manifest without the suppressed ones, and with what suppresses nothing; those of each block in a
 * list, which is the same where nothing in it is. They are sifted whatever severity the settings give them: a rule that
 * is turned off for a while does not make its suppressions look unused.
 */
export function sift(
  found: readonly (readonly Finding[])[],
  suppressions: ReadonlyMap<Slot, readonly Suppression[]>,
  document: Document,
  options: { readonly tellsUnused: boolean; readonly after: (slot: Slot) => Iterable<Slot> },
): readonly (readonly Finding[])[] {
  const all = new Suppressions();
  for (const [slot, own] of suppressions) {
    for (const suppression of own) all.add(slot, suppression, () => followedBy(options.after(slot)));
  }
  const sifted = found.map(findings => {
    const left = findings.filter(finding => !all.take(finding));
    return left.length === findings.length ? findings : left;
  });
  const kept = sifted.filter(({ length }) => length > 0);
  const unused = options.tellsUnused ? all.unused() : [];
  return unused.length === 0 ? kept : withMore(kept, unused, document);
}

function withMore(
  lists: readonly (readonly Finding[])[],
  more: readonly Finding[],
  document: Document,
): readonly (readonly Finding[])[] {
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

/** The slot that follows a comment; with those of its section, if it is the key of one. */
function* followedBy(slots: Iterable<Slot>): Iterable<Slot> {
  let section: Segment | undefined;
  for (const slot of slots) {
    const { segment } = slot;
    if (section === undefined) {
      yield slot;
      if (segment.role !== 'head') return;
      section = segment;
    } else {
      if (segment.section !== section.section || segment.role === 'head') return;
      yield slot;
    }
  }
}

const inOrderOf =
  (document: Document) =>
  (a: Finding, b: Finding): number => {
    const { slot } = a.place;
    if (slot !== b.place.slot) return document.isBefore(slot, b.place.slot) ? -1 : 1;
    return spanOf(a.place).start - spanOf(b.place).start || (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0);
  };
