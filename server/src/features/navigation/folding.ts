import type { Analysis } from '../../analysis/analysis.ts';
import type { Steps } from '../../steps.ts';
import { beginsLine } from '../../syntax/lines.ts';
import type { Node, Span } from '../../syntax/tree.ts';

/** Lines that fold into the first of them. */
export interface Fold {
  readonly startLine: number;
  readonly endLine: number;
  readonly isComment: boolean;
}

/** Sections, items, groups, nested maps and lists, long texts, and blocks of comments, from top to bottom. */
export function* folds({ document }: Analysis): Steps<readonly Fold[]> {
  const found = new Folds();
  let line = 0;
  let head = 0;
  for (const slot of document.slots()) {
    const { role, text, lines } = slot.segment;
    const { root } = slot.tree;
    if (role === 'head') head = line;
    if (lines > 0) {
      const reading = { text, lineOf: linesOf(text, line), found, texts: [] };
      if (root !== undefined) foldNode(root, reading);
      foldComments(reading);
    }
    if (root !== undefined && (role === 'item' || role === 'entry')) {
      found.add({ startLine: head, endLine: linesOf(text, line)(root.end), isComment: false });
    }
    line += lines;
    yield;
  }
  return found.all();
}

/** One fold begins in a line: the longest. */
class Folds {
  readonly #byLine = new Map<number, Fold>();

  add(fold: Fold): void {
    const { startLine, endLine } = fold;
    if (endLine > (this.#byLine.get(startLine)?.endLine ?? startLine)) this.#byLine.set(startLine, fold);
  }

  all(): readonly Fold[] {
    return [...this.#byLine.values()].sort((a, b) => a.startLine - b.startLine);
  }
}

interface Reading {
  readonly text: string;
  readonly lineOf: (offset: number) => number;
  readonly found: Folds;
  /** Scalars of several lines: what looks like a comment in them is none. */
  readonly texts: Span[];
}

const lineBreak = /\r\n|\n|\r/g;

const commentLines = /(?<![^\r\n])[ \t]*#[^\r\n]*(?:(?:\r\n|\n|\r)[ \t]*#[^\r\n]*)+/g;

/** Tells the lines of offsets in a text whose first line is `first`. */
function linesOf(text: string, first: number): (offset: number) => number {
  const ends = [...text.matchAll(lineBreak)].map(({ 0: found, index }) => index + found.length);
  return offset => {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ends[middle] as number) <= offset) low = middle + 1;
      else high = middle;
    }
    return first + low;
  };
}

function foldNode(node: Node, reading: Reading): void {
  const { lineOf, found, texts } = reading;
  const fold = (start: number, value: Node): void => {
    found.add({ startLine: lineOf(start), endLine: endLine(value, reading), isComment: false });
  };
  switch (node.kind) {
    case 'map':
      if (node.style === 'flow') fold(node.start, node);
      for (const { key, value } of node.pairs) {
        fold(key.start, value);
        foldNode(value, reading);
      }
      break;
    case 'seq':
      if (node.style === 'flow') fold(node.start, node);
      for (const item of node.items) {
        fold(item.start, item);
        foldNode(item, reading);
      }
      break;
    case 'scalar':
      if (lineOf(node.start) < lineOf(node.end)) texts.push(node);
  }
}

/** A closing bracket in a line of its own stays in sight. */
function endLine(node: Node, { text, lineOf }: Reading): number {
  const isFlow = (node.kind === 'map' || node.kind === 'seq') && node.style === 'flow' && !node.damaged;
  return isFlow && beginsLine(text, node.end - 1) ? lineOf(node.end) - 1 : lineOf(node.end);
}

function foldComments({ text, lineOf, found, texts }: Reading): void {
  for (const { 0: block, index } of text.matchAll(commentLines)) {
    if (texts.some(({ start, end }) => start <= index && index < end)) continue;
    found.add({ startLine: lineOf(index), endLine: lineOf(index + block.length), isComment: true });
  }
}
