import { exact } from '../exact.ts';
import type { Fault, MapNode, Node, Pair, ScalarNode, SeqNode, Tree } from './tree.ts';

/**
 * Reads the YAML that nearly every manifest is written in: block maps and lists, flow collections on one line, plain and
 * quoted texts on one line, keys without a value, comments. Whatever is anything else or broken is not read here at all,
 * so that what is read says the same as `yaml` makes of it, in a fraction of the time.
 */
export function readPlain(text: string): Tree | undefined {
  if (unusual.test(text)) return undefined;
  const root = new PlainReader(text).root();
  return root && { root, faults: none };
}

const none: readonly Fault[] = [];

/** Tabs, carriage returns, byte order marks, and other characters that are not simply themselves. */
const unusual = /[^\n\x20-\x7e\u00a1-\u2027\u202a-\ufefe\uff00-\uffef]/;

const keyText = /[A-Za-z0-9_][\w.-]{0,200}(?=:(?:[ \n]|$))/y;
const plainText = /[A-Za-z0-9_./~+=(\u00a1-\uffef](?:[^\n: ]|:(?![ \n]|$)| +(?![ \n#]|$))*/y;
const plainTextInFlow = /[A-Za-z0-9_./~+=(\u00a1-\uffef](?:[^\n:,[\]{} ]|:(?![ \n,[\]{}]|$)| +(?![ \n#,[\]{}]|$))*/y;
const singleQuoted = /'[^'\n]*'(?!')/y;
const doubleQuoted = /"[^"\\\n]*"/y;

const deepest = 32;
const atEnd = -1;

/** Every method reads from the cursor on, and returns nothing where it meets what is not plain. */
class PlainReader {
  private at = 0;
  private lineStart = 0;
  /** The column of the content of the line that comes next. */
  private column = atEnd;
  private depth = 0;

  constructor(private readonly text: string) {
    this.toContent(0);
  }

  root(): Node | undefined {
    const root = this.block();
    return this.column === atEnd ? root : undefined;
  }

  private block(): Node | undefined {
    if (++this.depth > deepest) return undefined;
    const node = this.isDash() ? this.list(this.column) : this.map(this.column);
    this.depth--;
    return node;
  }

  private map(column: number): MapNode | undefined {
    const start = this.at;
    const pairs: Pair[] = [];
    let end = start;
    do {
      const key = this.key();
      const value = key && this.valueOf(column);
      if (key === undefined || value === undefined) return undefined;
      pairs.push({ key, value });
      end = value.end;
    } while (this.column === column && !this.isDash());
    if (this.column >= column) return undefined;
    return { kind: 'map', start, end, style: 'block', pairs: exact(pairs), damaged: false };
  }

  private key(): ScalarNode | undefined {
    const found = this.scalar(keyText);
    if (found !== undefined) this.at++;
    return found;
  }

  /** What stands behind a key on its line, or below it; maybe nothing. A list may stand in the column of its key. */
  private valueOf(column: number): Node | undefined {
    const start = this.at;
    if (!this.endsLine()) return this.restOfLine();
    if (this.column > column) return this.block();
    if (this.column === column && this.isDash()) return this.list(column);
    return { kind: 'scalar', start, end: start, style: 'plain', value: '' };
  }

  private list(column: number): SeqNode | undefined {
    const start = this.at;
    const items: Node[] = [];
    let end = start;
    do {
      this.at++;
      if (this.endsLine()) return undefined;
      const item = this.matches(keyText) ? this.map(this.at - this.lineStart) : this.restOfLine();
      if (item === undefined) return undefined;
      items.push(item);
      end = item.end;
    } while (this.column === column && this.isDash());
    if (this.column > column) return undefined;
    return { kind: 'seq', start, end, style: 'block', items: exact(items), damaged: false };
  }

  /** A value with which its line ends. */
  private restOfLine(): Node | undefined {
    const node = this.inline(plainText);
    return node !== undefined && this.endsLine() ? node : undefined;
  }

  private inline(unquoted: RegExp): Node | undefined {
    switch (this.text[this.at]) {
      case "'":
        return this.scalar(singleQuoted, 'single');
      case '"':
        return this.scalar(doubleQuoted, 'double');
      case '{':
        return this.flow('map', '}');
      case '[':
        return this.flow('seq', ']');
      default:
        return this.scalar(unquoted);
    }
  }

  private flow(kind: 'map' | 'seq', closing: string): Node | undefined {
    if (++this.depth > deepest) return undefined;
    const start = this.at++;
    const pairs: Pair[] = [];
    const items: Node[] = [];
    this.skipSpaces();
    while (this.text[this.at] !== closing) {
      const key = kind === 'map' ? this.key() : undefined;
      if (kind === 'map' && key === undefined) return undefined;
      this.skipSpaces();
      const value = this.inline(plainTextInFlow);
      if (value === undefined) return undefined;
      if (key === undefined) items.push(value);
      else pairs.push({ key, value });
      this.skipSpaces();
      if (this.text[this.at] === closing) break;
      if (this.text[this.at] !== ',') return undefined;
      this.at++;
      this.skipSpaces();
      if (this.text[this.at] === closing) return undefined;
    }
    const end = ++this.at;
    this.depth--;
    return kind === 'map'
      ? { kind, start, end, style: 'flow', pairs: exact(pairs), damaged: false }
      : { kind, start, end, style: 'flow', items: exact(items), damaged: false };
  }

  private scalar(pattern: RegExp, style: ScalarNode['style'] = 'plain'): ScalarNode | undefined {
    if (!this.matches(pattern)) return undefined;
    const start = this.at;
    const end = pattern.lastIndex;
    this.at = end;
    const value = style === 'plain' ? this.text.slice(start, end) : this.text.slice(start + 1, end - 1);
    return { kind: 'scalar', start, end, style, value };
  }

  private matches(pattern: RegExp): boolean {
    pattern.lastIndex = this.at;
    return pattern.test(this.text);
  }

  private isDash(): boolean {
    const { text, at } = this;
    return text[at] === '-' && (text[at + 1] === ' ' || text[at + 1] === '\n');
  }

  private skipSpaces(): void {
    while (this.text[this.at] === ' ') this.at++;
  }

  /** Whether nothing but a comment is left of the line. If so, goes to the next one with content. */
  private endsLine(): boolean {
    const from = this.at;
    this.skipSpaces();
    const next = this.text[this.at];
    const ends = next === undefined || next === '\n' || (next === '#' && this.at > from);
    if (ends) {
      const newline = this.text.indexOf('\n', this.at);
      this.toContent(newline < 0 ? this.text.length : newline + 1);
    }
    return ends;
  }

  /** Goes to the first line from `start` on that is neither blank nor a comment. */
  private toContent(start: number): void {
    const { text } = this;
    this.lineStart = start;
    for (;;) {
      this.at = this.lineStart;
      this.skipSpaces();
      const first = text[this.at];
      if (first !== undefined && first !== '\n' && first !== '#') {
        this.column = this.at - this.lineStart;
        return;
      }
      const newline = text.indexOf('\n', this.at);
      if (newline < 0) break;
      this.lineStart = newline + 1;
    }
    this.column = atEnd;
  }
}
