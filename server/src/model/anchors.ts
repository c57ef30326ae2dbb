import type { Document } from '../syntax/document.ts';
import type { Node } from '../syntax/tree.ts';
import type { Resolve } from './bind.ts';
import { at, type ManifestSlot, nodeAt, type Place, type SlotMemo, type Step, treeOf } from './place.ts';

interface Anchor {
  readonly node: Node;
  readonly place: Place;
}

/** Cheap look for anchors and aliases, before any tree is searched. May say yes for a text that has none. */
export const mayHaveAnchors = (text: string): boolean => /(?:^|[\s[{,])&[^\s,[\]{}]/m.test(text);
export const mayHaveAliases = (text: string): boolean => /(?:^|[\s[{,])\*[^\s,[\]{}]/m.test(text);

/** The anchors of one manifest in the order of the text, found in one pass. */
export function anchorTable(document: Document<SlotMemo>, slots: Iterable<ManifestSlot>): Resolve {
  const anchors = new Map<string, Anchor[]>();
  for (const slot of slots) {
    const { root } = treeOf(slot);
    if (root !== undefined) collect(root, { slot, path: [], part: 'value' }, anchors);
  }
  return (name, from) => anchors.get(name)?.findLast(anchor => isBefore(document, anchor, from));
}

function collect(node: Node, place: Place, anchors: Map<string, Anchor[]>): void {
  if (node.anchor !== undefined) {
    const named = anchors.get(node.anchor);
    if (named === undefined) anchors.set(node.anchor, [{ node, place }]);
    else named.push({ node, place });
  }
  if (node.kind === 'seq') for (const [i, item] of node.items.entries()) collect(item, at(place, i), anchors);
  if (node.kind !== 'map') return;
  const seen = new Set<string>();
  for (const [i, { key, value }] of node.pairs.entries()) {
    const first = key.kind === 'scalar' && !seen.has(key.value);
    if (first) seen.add(key.value);
    const step: Step = first ? key.value : { pair: i };
    collect(value, at(place, step), anchors);
  }
}

/** An anchor is known to the aliases behind it, and not to those within what it names. */
function isBefore(document: Document<SlotMemo>, { node, place }: Anchor, from: Place): boolean {
  if (place.slot !== from.slot) return document.isBefore(place.slot, from.slot);
  const alias = nodeAt(from)?.node;
  return alias !== undefined && node.span.end <= alias.span.start;
}
