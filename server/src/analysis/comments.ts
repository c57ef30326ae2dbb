import type { Node, Span } from '../syntax/tree.ts';

/** A rule that a comment suppresses, by its id. */
export interface SuppressedRule {
  readonly id: string;
  readonly span: Span;
  /** What to take out of the text so that only this one is gone. */
  readonly cut: Span;
}

/** `# ims-ignore: rule-id, rule-id -- reason` or `# ims-ignore-file: …`. Spans are relative to the text. */
export interface SuppressionComment {
  /** Whether it is for the line that it ends, for what follows the line that it has alone, or for all of the manifest. */
  readonly scope: 'line' | 'next' | 'file';
  readonly span: Span;
  /** What to take out of the text so that the comment is gone: its line, if nothing else is on it. */
  readonly cut: Span;
  readonly rules: readonly SuppressedRule[];
}

/** Cheap look for suppressions, before any line is read. May say yes for a text that has none. */
export const mayHaveSuppressions = (text: string): boolean => text.includes('ims-ignore');

/** A comment ends where another begins behind it: `# ims-ignore: share-encrypted # as agreed`. */
const directive = /(?<=^|[ \t\uFEFF])#[ \t]*ims-ignore(-file)?:((?:(?![ \t]#|[ \t]--[ \t]).)*)((?:(?![ \t]#).)*)/dgm;

/** The suppressions in the lines of a text whose tree has `root`. */
export function suppressionsIn(text: string, root: Node | undefined): readonly SuppressionComment[] {
  if (!mayHaveSuppressions(text)) return [];
  const content = root === undefined ? [] : [...contentSpans(text, root)];
  const comments: SuppressionComment[] = [];
  for (const match of text.matchAll(directive)) {
    const indices = match.indices as RegExpIndicesArray;
    const [start, end] = indices[0] as [number, number];
    if (content.some(span => span.start < start && start < span.end)) continue;
    const ids = indices[2] as [number, number];
    const line = lineAround(text, start);
    const before = text.slice(line.start, start).replace('\uFEFF', '');
    const alone = /^[ \t]*(?:#|$)/.test(before);
    const cut = cutOf(text, line, before, { start, end });
    comments.push({
      scope: match[1] !== undefined ? 'file' : alone ? 'next' : 'line',
      span: { start, end: start + text.slice(start, end).trimEnd().length },
      cut,
      rules: rulesIn(text, { start: ids[0], end: ids[1] }, cut),
    });
  }
  return comments;
}

/** Ids are parted by commas, Chinese ones (U+FF0C, U+3001) too. */
const ruleId = /[^\s,\uFF0C\u3001]+/g;

function rulesIn(text: string, list: Span, all: Span): SuppressedRule[] {
  const spans = [...text.slice(list.start, list.end).matchAll(ruleId)].map(({ 0: id, index }) => ({
    start: list.start + index,
    end: list.start + index + id.length,
  }));
  return spans.map((span, i) => {
    const previous = spans[i - 1];
    const next = spans[i + 1];
    const first = next === undefined ? all : { start: span.start, end: next.start };
    const cut = previous === undefined ? first : { start: previous.end, end: span.end };
    return { id: text.slice(span.start, span.end), span, cut };
  });
}

/** The comment with the space before it; with its line, if that holds nothing else. */
function cutOf(text: string, line: Span, before: string, { start, end }: Span): Span {
  if (/^[ \t]+#/.test(text.slice(end, line.end))) {
    return { start, end: end + (/^[ \t]*/.exec(text.slice(end))?.[0].length ?? 0) };
  }
  if (before.trim() !== '') return { start: start - (before.length - before.trimEnd().length), end: line.end };
  const lineBreak = /^(?:\r\n|\n|\r)/.exec(text.slice(line.end))?.[0].length ?? 0;
  return { start: start - before.length, end: line.end + lineBreak };
}

/** The line that `offset` is in, without its break. */
export function lineAround(text: string, offset: number): Span {
  const start = Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
  const length = text.slice(offset).search(/[\r\n]/);
  return { start: offset === 0 ? 0 : start, end: length < 0 ? text.length : offset + length };
}

/** The stretches in which a `#` starts no comment. */
function* contentSpans(text: string, node: Node): Iterable<Span> {
  if (node.kind === 'scalar' && node.style === 'block') {
    // What its header line says behind `|` or `>` may be a comment.
    const header = text.slice(node.start).search(/[\r\n]/);
    if (header >= 0) yield { start: node.start + header, end: node.end };
  } else if (node.kind === 'scalar' && node.style !== 'plain') {
    yield node;
  } else if (node.kind === 'map') {
    for (const { key, value } of node.pairs) {
      yield* contentSpans(text, key);
      yield* contentSpans(text, value);
    }
  } else if (node.kind === 'seq') {
    for (const item of node.items) yield* contentSpans(text, item);
  }
}
