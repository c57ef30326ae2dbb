import type { Analysis } from '../../analysis/analysis.ts';
import type { Place } from '../../model/place.ts';
import type { Slot } from '../../syntax/slot.ts';
import type { Node, Span } from '../../syntax/tree.ts';
import { nodesAt } from '../nodes.ts';
import { type Landmark, type Stretch, stretchOf } from '../range.ts';

/** What the alias at an offset of a slot stands for. */
export function anchorAt(
  analysis: Analysis,
  slot: Slot,
  offset: number,
): { readonly origin: Stretch; readonly anchor: Landmark } | undefined {
  const passed = nodesAt(slot, offset).at(-1);
  if (passed?.node.kind !== 'alias') return undefined;
  const found = analysis.anchorOf(passed.node.name, passed.place);
  return found && { origin: stretchOf(analysis, slot, passed.node), anchor: landmark(analysis, found) };
}

function landmark(analysis: Analysis, { node, place }: { readonly node: Node; readonly place: Place }): Landmark {
  const { slot } = place;
  const selection = anchorSpan(node, slot.segment.text);
  const range = { start: Math.min(selection.start, node.start), end: node.end };
  return { range: stretchOf(analysis, slot, range), selection: stretchOf(analysis, slot, selection) };
}

/** Where `&name` stands before a node; there may be a tag between them, and a line break. */
function anchorSpan({ anchor = '', start: end }: Node, text: string): Span {
  const start = text.slice(0, end).lastIndexOf(`&${anchor}`);
  return start < 0 ? { start: end, end } : { start, end: start + anchor.length + 1 };
}
