import { parseSegment } from '../syntax/parse.ts';
import type { MapNode, Node, SeqNode } from '../syntax/tree.ts';
import { entriesOf } from './collection.ts';
import type { Replacement } from './value.ts';

/** The column that something stands in, and the one that it is to stand in. */
export interface Move {
  readonly from: number;
  readonly to: number;
}

export interface Layout {
  /** How many columns further in than its key a value stands that begins below it. */
  readonly step: number;
  /** What the collection at the root stands in, from the outermost; the last is its own. */
  readonly around: readonly Move[];
  /** What the entries below stand in, where the text is the head of a section that has them in segments of their own. */
  readonly inside?: Move | undefined;
}

/**
 * What changes in the lines of a segment so that every block collection has its indentation, and no line trailing space.
 * What is on one line stays as it is, a list stays in the column of its key or further in, and the lines of a value of
 * several move as one. Nothing changes where the text would no longer say the same.
 */
export function reindent(text: string, root: Node | undefined, layout: Layout): readonly Replacement[] {
  const changes = new Levels(text, layout).changes(root);
  return changes.length > 0 && saysSame(root, applied(text, changes)) ? changes : [];
}

/** The line break that the last line of a text lacks. */
export function lastLineBreak(text: string, eol: string): readonly Replacement[] {
  const { length } = text;
  return /(?:^|[\r\n])[ \t]*$/.test(text) ? [] : [{ start: length, end: length, text: eol }];
}

function saysSame(root: Node | undefined, text: string): boolean {
  const after = parseSegment(text);
  return after.faults.length === 0 && content(after.root) === content(root);
}

/** A tree without its places. */
const content = (root: Node | undefined): string | undefined =>
  JSON.stringify(root, (key, value) => (key === 'start' || key === 'end' ? undefined : value));

function applied(text: string, changes: readonly Replacement[]): string {
  const parts: string[] = [];
  let done = 0;
  for (const { start, end, text: written } of changes) {
    parts.push(text.slice(done, start), written);
    done = end;
  }
  return parts.join('') + text.slice(done);
}

/** What moves as one: the lines of a block collection, but for those that are in another inside it. */
interface Level extends Move {
  readonly outer: Level | undefined;
}

const margin: Level = { from: 0, to: 0, outer: undefined };

/** How a line's white space counts. `block`: it is of a block scalar; `quoted`: of quotes that opened above. */
type LineKind = 'plain' | 'inside' | 'quoted' | 'block';

interface Line {
  readonly start: number;
  /** Before the line break. */
  readonly end: number;
  /** How many spaces it begins with. */
  readonly indent: number;
  kind: LineKind;
  /** The innermost level at its end. */
  level: Level;
}

/** How far in what belongs to an item stands when it begins below the dash. */
const dashWidth = 2;

class Levels {
  readonly #text: string;
  readonly #step: number;
  readonly #own: Level;
  /** What a comment below all else may go with. */
  readonly #last: Level;
  readonly #lines: Line[];

  constructor(text: string, { step, around, inside }: Layout) {
    this.#text = text;
    this.#step = step;
    this.#own = around.reduce((outer: Level | undefined, move): Level => ({ ...move, outer }), undefined) ?? margin;
    this.#last = inside === undefined ? this.#own : { ...inside, outer: this.#own };
    this.#lines = linesOf(text, this.#own);
  }

  changes(root: Node | undefined): Replacement[] {
    if (root !== undefined && isBlock(root)) this.#collection(root, this.#own.to, this.#own.outer ?? this.#own);
    else if (root !== undefined) this.#inside(root);
    return this.#lines.flatMap((line, i) => this.#lineChanges(line, i));
  }

  #collection(node: MapNode | SeqNode, to: number, outer: Level): void {
    const entries = entriesOf(this.#text, node);
    const [first, last] = [entries[0], entries.at(-1)];
    if (first === undefined || last === undefined) return;
    const from = this.#columnOf(first.start);
    const level: Level = { from, to, outer };
    this.#fill(this.#lineAt(first.start), this.#lineAt(last.end), level);
    for (const { start, key, value } of entries) {
      const below = key === undefined ? dashWidth : this.#step;
      if (key !== undefined) this.#child(key, level, start, below);
      this.#child(value, level, start, below);
    }
  }

  /** A key or value of an entry that begins at `entry`. */
  #child(node: Node, level: Level, entry: number, below: number): void {
    if (node.start === node.end) return;
    const first = isBlock(node) ? (entriesOf(this.#text, node)[0]?.start ?? node.start) : node.start;
    const line = this.#lines[this.#lineAt(first)] as Line;
    const ownLine = this.#lineAt(entry) !== this.#lineAt(first) && leads.test(this.#text.slice(line.start, first));
    const from = isBlock(node) ? this.#columnOf(first) : line.indent;
    const isCompact = node.kind === 'seq' && isBlock(node) && from === level.from;
    const to = !ownLine ? from + level.to - level.from : isCompact ? level.to : level.to + below;
    if (isBlock(node)) {
      this.#collection(node, to, level);
    } else {
      if (ownLine) this.#fill(this.#lineAt(first), this.#lineAt(node.end), { from, to, outer: level });
      if (node.kind === 'scalar' && node.style === 'block') this.#block(node, level, level.to + below);
      else this.#inside(node);
    }
  }

  /** The lines of a value after its first. */
  #inside(node: Node): void {
    const kind: LineKind =
      node.kind === 'scalar' ? (node.style === 'plain' ? 'inside' : 'quoted') : holdsQuoted(node) ? 'quoted' : 'inside';
    for (let i = this.#lineAt(node.start) + 1; i <= this.#lineAt(node.end); i++) {
      (this.#lines[i] as Line).kind = kind;
    }
  }

  /** The lines of a block scalar: its first line with content, or its header, tells how far in its text is. */
  #block(node: Node, outer: Level, to: number): void {
    const header = this.#lineAt(node.start);
    const counted = /^[|>][-+]?[1-9]/.test(this.#text.slice(node.start, node.start + 3));
    let first = header + 1;
    while (this.#isBlank(first)) first++;
    const { indent } = this.#lines[first] ?? { indent: 0 };
    if (indent <= outer.from) return;
    const level: Level = counted ? outer : { from: indent, to, outer };
    const least = counted ? outer.from + 1 : indent;
    for (let i = header + 1; i < this.#lines.length; i++) {
      const line = this.#lines[i] as Line;
      if (line.indent < least && !this.#isBlank(i)) return;
      line.kind = 'block';
      line.level = level;
    }
  }

  #fill(first: number, last: number, level: Level): void {
    for (let i = first; i <= last; i++) (this.#lines[i] as Line).level = level;
  }

  #lineChanges(line: Line, index: number): Replacement[] {
    const { start, end, indent, kind } = line;
    const content = this.#text.slice(start, end);
    if (kind === 'block') {
      // Its trailing space is text; spaces alone are none, unless they reach further in than the text.
      const isEmpty = this.#isBlank(index) && indent <= line.level.from;
      return isEmpty ? cut(start, end) : moved(line, indent + line.level.to - line.level.from);
    }
    if (blank.test(content)) return cut(start, kind === 'quoted' ? start : end);
    const level = kind === 'plain' && comment.test(content) ? this.#commentLevel(index) : line.level;
    return [
      ...moved(line, indent + level.to - level.from),
      ...(this.#goesOnQuoted(index) ? [] : cut(end - (/(?<![ \t])[ \t]+$/.exec(content)?.[0].length ?? 0), end)),
    ];
  }

  /** Of a line within quotes, even of their last, the trailing space is not looked at. */
  #goesOnQuoted(index: number): boolean {
    return this.#lines[index]?.kind === 'quoted' || this.#lines[index + 1]?.kind === 'quoted';
  }

  /** A comment goes with what stands in its column, next to it; else with the innermost that is less far in. */
  #commentLevel(index: number): Level {
    const { indent } = this.#lines[index] as Line;
    const above = this.#content(index, -1);
    const below = this.#content(index, 1);
    const near = [...outwards(below === undefined ? this.#last : below.level), ...outwards(above?.level)];
    const exact = near.find(({ from }) => from === indent);
    return exact ?? near.reduce((a, b) => (isNearer(b, a, indent) ? b : a), margin);
  }

  /** The next line that is neither blank nor a comment, in a direction. */
  #content(index: number, step: 1 | -1): Line | undefined {
    for (let i = index + step; ; i += step) {
      const line = this.#lines[i];
      if (line === undefined) return undefined;
      const content = this.#text.slice(line.start, line.end);
      if (line.kind !== 'plain' || !(blank.test(content) || comment.test(content))) return line;
    }
  }

  /** Whether a line has nothing but spaces. */
  #isBlank(index: number): boolean {
    const line = this.#lines[index];
    return line !== undefined && line.start + line.indent === line.end;
  }

  #columnOf(offset: number): number {
    return offset - (this.#lines[this.#lineAt(offset)] as Line).start;
  }

  /** The number of the line that an offset is in. */
  #lineAt(offset: number): number {
    let low = 0;
    let high = this.#lines.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((this.#lines[middle] as Line).start <= offset) low = middle;
      else high = middle;
    }
    return low;
  }
}

const blank = /^[ \t]*$/;
const comment = /^[ \t]*#/;

/** What may stand before a node in a line that it begins: its anchor and tag. */
const leads = /^ *(?:[&!]\S*[ \t]+)*$/;

const isBlock = (node: Node): node is MapNode | SeqNode =>
  (node.kind === 'map' || node.kind === 'seq') && node.style === 'block';

const isNearer = (a: Level, b: Level, column: number): boolean => a.from <= column && a.from > b.from;

function* outwards(level: Level | undefined): Iterable<Level> {
  for (let at = level; at !== undefined; at = at.outer) yield at;
}

/** Quotes that run over a line's end keep the space at that end where it counts. */
function holdsQuoted(node: Node): boolean {
  if (node.kind === 'map') return node.pairs.some(({ key, value }) => holdsQuoted(key) || holdsQuoted(value));
  if (node.kind === 'seq') return node.items.some(holdsQuoted);
  return node.kind === 'scalar' && (node.style === 'single' || node.style === 'double');
}

const cut = (start: number, end: number): Replacement[] => (start < end ? [{ start, end, text: '' }] : []);

/** The spaces at the start of a line made fewer or more. */
function moved({ start, indent }: Line, column: number): Replacement[] {
  const to = Math.max(0, column);
  if (to < indent) return cut(start, start + indent - to);
  return to > indent ? [{ start, end: start, text: ' '.repeat(to - indent) }] : [];
}

/** The lines of a text, without the byte order mark and the line breaks. A lone carriage return ends a line. */
function linesOf(text: string, level: Level): Line[] {
  const lines: Line[] = [];
  let start = text.startsWith('\uFEFF') ? 1 : 0;
  const add = (end: number): void => {
    const indent = /^ */.exec(text.slice(start, end))?.[0].length ?? 0;
    lines.push({ start, end, indent, kind: 'plain', level });
  };
  for (const { 0: lineBreak, index } of text.matchAll(/\r\n|\n|\r/g)) {
    add(index);
    start = index + lineBreak.length;
  }
  add(text.length);
  return lines;
}
