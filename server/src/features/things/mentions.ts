import type { Analysis } from '../../analysis/analysis.ts';
import { mayHaveAliases } from '../../model/anchors.ts';
import { nodeAt } from '../../model/place.ts';
import type { Steps } from '../../steps.ts';
import type { Slot } from '../../syntax/slot.ts';
import { type Mention, mentionsIn, nameSpan } from './mention.ts';
import { sameThing, type Thing } from './thing.ts';

/** The slots of a manifest whose text may hold one of the words. */
export function* slotsHolding(analysis: Analysis, slot: Slot, words: Iterable<string>): Iterable<Slot> {
  const mayHold = textFilter(words);
  for (const other of analysis.slotsAround(slot)) if (mayHold(other.segment.text)) yield other;
}

/** The mentions in these slots, by slot, in the order of the text. */
export function* mentionsOfWords(
  analysis: Analysis,
  slot: Slot,
  words: Iterable<string>,
): Iterable<readonly Mention[]> {
  for (const other of slotsHolding(analysis, slot, words)) yield mentionsIn(analysis, other);
}

/** Where a manifest names a thing, under all the names that it has had, in the order of the text. */
export function* mentionsOf(analysis: Analysis, slot: Slot, mention: Mention): Steps<readonly Mention[]> {
  const mentions = new Mentions();
  for (const met of yield* mentionsMet(analysis, slot, mention)) mentions.add(met);
  return [...analysis.slotsAround(slot)].flatMap(other => mentions.in(other));
}

/** The same in the order in which they are met: what is merged into several operations once in each of them. */
export function* mentionsMet(analysis: Analysis, slot: Slot, { thing, name }: Mention): Steps<readonly Mention[]> {
  if (thing === undefined) return [];
  const words = new Set([name, thing.id, firstName(thing)].filter(word => word !== undefined));
  let met: Mention[] = [];
  for (let known = 0; known < words.size; ) {
    known = words.size;
    met = [];
    for (const mentions of mentionsOfWords(analysis, slot, words)) {
      for (const other of mentions) if (sameThing(other.thing, thing)) met.push(other);
      yield;
    }
    for (const other of met) if (other.name !== undefined) words.add(other.name);
  }
  return met;
}

/** Mentions by where they stand, each once. */
class Mentions {
  readonly #bySlot = new Map<Slot, Map<string, Mention>>();

  add(mention: Mention): void {
    const { slot, path } = mention.place;
    const known = this.#bySlot.get(slot) ?? new Map<string, Mention>();
    const key = JSON.stringify(path);
    if (!known.has(key)) known.set(key, mention);
    this.#bySlot.set(slot, known);
  }

  in(slot: Slot): readonly Mention[] {
    const mentions = [...(this.#bySlot.get(slot)?.values() ?? [])];
    return mentions.length < 2 ? mentions : mentions.toSorted((a, b) => nameSpan(a).start - nameSpan(b).start);
  }
}

function firstName({ place }: Thing): string | undefined {
  const found = place && nodeAt(place);
  const node = place?.part === 'key' ? found?.key : found?.node;
  return node?.kind === 'scalar' ? node.value : undefined;
}

/** Cheap look for words in a text: what is escaped or comes in by an alias may be any. */
function textFilter(words: Iterable<string>): (text: string) => boolean {
  const parts = [...words].map(longestPart);
  return text => text.includes('\\') || mayHaveAliases(text) || parts.some(part => text.includes(part));
}

/** Of a word that may be quoted or folded, the part that stands in the text as it is. */
const longestPart = (word: string): string =>
  word.split(/[\s'"\\]+/).reduce((longest, part) => (part.length > longest.length ? part : longest), '');
