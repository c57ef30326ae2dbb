import type { Analysis } from '../../analysis/analysis.ts';
import { opensDocument } from '../../syntax/block.ts';
import { skipWhite, trimEnd } from '../../syntax/lines.ts';
import type { Slot } from '../../syntax/slot.ts';
import type { Node, Span } from '../../syntax/tree.ts';
import { nodesAt, type Passed } from '../nodes.ts';
import { contains, type Stretch } from '../range.ts';

/** What to select step by step around an offset, from a word to the whole text; each within the next. */
export function selections(analysis: Analysis, offset: number): readonly Stretch[] {
  const found = analysis.document.slotAt(offset);
  if (found === undefined) return [{ start: 0, end: 0 }];
  const { slot, start } = found;
  const { text } = slot.segment;
  const within = [
    ...wordAt(text, offset - start),
    ...nodesAt(slot, offset - start)
      .toReversed()
      .flatMap(passed => spansOf(passed, text)),
    { start: skipWhite(text, 0), end: trimEnd(text, 0, text.length) },
  ].map(span => ({ start: start + span.start, end: start + span.end }));
  return growing([{ start: offset, end: offset }, ...within, ...around(analysis, slot)]);
}

/** Those that hold the one before and more; the first stays where nothing is around it. */
function growing(stretches: readonly Stretch[]): readonly Stretch[] {
  const [first, ...others] = stretches as [Stretch, ...Stretch[]];
  const chain = [first];
  for (const next of others) {
    const last = chain.at(-1) as Stretch;
    if (contains(next, last) && !contains(last, next)) chain.push(next);
  }
  return chain.length > 1 ? chain.slice(1) : chain;
}

function wordAt(text: string, offset: number): readonly Span[] {
  const before = /(?<![\p{L}\p{N}_])[\p{L}\p{N}_]*$/u.exec(text.slice(0, offset))?.[0] ?? '';
  const after = /^[\p{L}\p{N}_]*/u.exec(text.slice(offset))?.[0] ?? '';
  const word = { start: offset - before.length, end: offset + after.length };
  return word.start < word.end ? [word] : [];
}

/** A node: what is in its quotes, itself, and the pair or item that it is. */
function spansOf({ node, pair }: Passed, text: string): readonly Span[] {
  const spans = [...contentOf(node), node];
  if (pair !== undefined) spans.push({ start: pair.key.start, end: Math.max(pair.key.end, pair.value.end) });
  const dash = /-[ \t]+$/.exec(text.slice(0, node.start));
  if (dash !== null && pair === undefined) spans.push({ start: dash.index, end: node.end });
  return spans;
}

function contentOf(node: Node): readonly Span[] {
  const isQuoted = node.kind === 'scalar' && (node.style === 'single' || node.style === 'double');
  return isQuoted ? [{ start: node.start + 1, end: node.end - 1 }] : [];
}

/** The section of a slot, its manifest, and all. */
function around({ document: { blocks } }: Analysis, { block }: Slot): readonly Stretch[] {
  const starts: number[] = [];
  let length = 0;
  for (const other of blocks) {
    starts.push(length);
    length += other.length;
  }
  const opens = (i: number): boolean =>
    blocks[i]?.slots.slice(0, 1).some(({ segment }) => opensDocument(segment)) === true;
  const run = (belongs: (i: number) => boolean): Stretch => {
    let first = block.index;
    while (first > 0 && !opens(first) && belongs(first - 1)) first--;
    let next = block.index + 1;
    while (next < blocks.length && !opens(next) && belongs(next)) next++;
    return { start: starts[first] ?? 0, end: starts[next] ?? length };
  };
  return [run(i => blocks[i]?.section === block.section), run(() => true), { start: 0, end: length }];
}
