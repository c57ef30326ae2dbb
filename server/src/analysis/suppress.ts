import type { Node, Span } from '../syntax/tree.ts';
import { lineAround, type SuppressionComment, suppressionsIn } from './comments.ts';

/** A suppression, and what it is for as far as its own segment tells. */
export interface Suppression {
  readonly comment: SuppressionComment;
  /** Absent where it is for all of the manifest, or for what the next segment starts with. */
  readonly covers: Span | undefined;
}

/** The suppressions that stand in the text of a segment whose tree has `root`. */
export function suppressionsOf(text: string, root: Node | undefined): readonly Suppression[] {
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
