import type { Document } from '../syntax/document.ts';
import { countWhile } from '../syntax/search.ts';
import type { Slot } from '../syntax/slot.ts';
import type { Node } from '../syntax/tree.ts';
import type { Resolve } from './bind.ts';
import { at, nodeAt, type Place, type Step } from './place.ts';

/** A node, and where it stands. */
export interface Located {
  readonly node: Node;
  readonly place: Place;
}

/** Cheap look for anchors and aliases, before any tree is searched. May say yes for a text that has none. */
export const mayHaveAnchors = (text: string): boolean => /(?:^|[\s[{,])&[^\s,[\]{}]/m.test(text);
export const mayHaveAliases = (text: string): boolean => /(?:^|[\s[{,])\*[^\s,[\]{}]/m.test(text);

/** The anchors of one manifest, kept up to date slot by slot. */
export class Anchors {
  /** By name, those of each in the order of the text. */
  readonly #named = new Map<string, readonly Located[]>();
  readonly #namesIn = new Map<Slot, ReadonlySet<string>>();

  constructor(private readonly document: Pick<Document, 'isBefore'>) {}

  /** Takes over what a slot says. Returns whether it has anchors, or had. */
  put(slot: Slot): boolean {
    const had = this.forget(slot);
    const { text } = slot.segment;
    if (!text.includes('&') || !mayHaveAnchors(text)) return had;
    const own = new Map<string, Located[]>();
    const { root } = slot.tree;
    for (const { node, place } of nodesIn(root, { slot, path: [], part: 'value' })) {
      if (node.anchor === undefined) continue;
      const named = own.get(node.anchor);
      if (named === undefined) own.set(node.anchor, [{ node, place }]);
      else named.push({ node, place });
    }
    for (const [name, anchors] of own) {
      const others = this.#named.get(name) ?? [];
      const at = this.#countUpTo(others, slot);
      this.#named.set(name, [...others.slice(0, at), ...anchors, ...others.slice(at)]);
    }
    this.#namesIn.set(slot, new Set(own.keys()));
    return true;
  }

  /** Returns whether the slot had anchors. */
  forget(slot: Slot): boolean {
    for (const name of this.#namesIn.get(slot) ?? []) {
      const others = this.#named.get(name)?.filter(({ place }) => place.slot !== slot) ?? [];
      if (others.length > 0) this.#named.set(name, others);
      else this.#named.delete(name);
    }
    return this.#namesIn.delete(slot);
  }

  /** An anchor is known to the aliases behind it, and not to those within what it names. */
  readonly resolve: Resolve = (name, from) => {
    const anchors = this.#named.get(name);
    if (anchors === undefined) return undefined;
    const alias = nodeAt(from)?.node.start ?? 0;
    for (let i = this.#countUpTo(anchors, from.slot) - 1; i >= 0; i--) {
      const { node, place } = anchors[i] as Located;
      if (place.slot !== from.slot || node.end <= alias) return anchors[i];
    }
    return undefined;
  };

  /** How many stand in a slot or before it. */
  #countUpTo(anchors: readonly Located[], slot: Slot): number {
    return countWhile(anchors, ({ place }) => !this.document.isBefore(slot, place.slot));
  }
}

/** A node and all values and items in it, in the order of the text. */
export function* nodesIn(node: Node | undefined, place: Place): Iterable<Located> {
  if (node === undefined) return;
  yield { node, place };
  if (node.kind === 'seq') for (const [i, item] of node.items.entries()) yield* nodesIn(item, at(place, i));
  if (node.kind !== 'map') return;
  const seen = new Set<string>();
  for (const [i, { key, value }] of node.pairs.entries()) {
    const first = key.kind === 'scalar' && !seen.has(key.value);
    if (first) seen.add(key.value);
    const step: Step = first ? key.value : { pair: i };
    yield* nodesIn(value, at(place, step));
  }
}
