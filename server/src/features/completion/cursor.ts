import { lineAround } from '../../analysis/comments.ts';
import type { Span } from '../../syntax/tree.ts';

/** The word that is typed or stood on: what a completion replaces. Offsets are those of the text. */
export interface Cursor {
  readonly offset: number;
  /** The word with its quotes; empty where there is none yet. */
  readonly span: Span;
  /** What stands before the cursor of the word, without its opening quote. */
  readonly typed: string;
  readonly quote: '"' | "'" | undefined;
  /** A colon follows: the word is a key that is there already. */
  readonly isKey: boolean;
  /** A colon stands before: the word is a value. */
  readonly isValue: boolean;
  /** Nothing but white space stands before the word in its line. */
  readonly beginsLine: boolean;
  /** What parts a new word from what stands before it. */
  readonly gap: '' | ' ' | ', ';
  /** What parts a new word from what stands behind it. */
  readonly behind: '' | ' ' | ',' | ', ';
}

interface Token extends Span {
  readonly kind: 'comment' | 'quoted' | 'mark' | 'property' | 'plain';
  readonly text: string;
}

/** The tokens of a line: comments, quoted texts (one that the line does not close ends with the word), marks, anchors and tags, plain texts. */
const token = new RegExp(
  [
    /(?<=^|\s)#.*/,
    /"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|["'][\w.@:/-]*/,
    /[{}[\],]|[-?](?=\s|$)|:(?=[\s,[\]{}]|$)|(?<=["']):/,
    /[&!][^\s,[\]{}]*/,
    /(?:[^\s,[\]{}:]|:(?![\s,[\]{}]|$))(?:[^\s,[\]{}:]|:(?![\s,[\]{}]|$)|[ \t]+(?![\s#,[\]{}:]|$))*/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'g',
);

function kindOf(text: string): Token['kind'] {
  if (/^[{}[\],:?-]$/.test(text)) return 'mark';
  return byFirst[text.charAt(0)] ?? 'plain';
}

const byFirst: Readonly<Record<string, Token['kind']>> = {
  '#': 'comment',
  '"': 'quoted',
  "'": 'quoted',
  '&': 'property',
  '!': 'property',
};

/** The tokens of a line up to the second that begins behind `limit`. */
function tokensOf(line: string, offset: number, limit: number): readonly Token[] {
  const tokens: Token[] = [];
  for (const { 0: text, index } of line.matchAll(token)) {
    const start = offset + index;
    tokens.push({ kind: kindOf(text), text, start, end: start + text.length });
    if ((tokens.at(-2)?.start ?? 0) > limit) break;
  }
  return tokens;
}

/** The word at an offset; nothing in a comment, behind a tab that indents, and where no word could begin. */
export function cursorAt(text: string, offset: number, inFlow: boolean): Cursor | undefined {
  const { start, end } = lineAround(text, offset);
  const line = text.slice(start, end).replace('\uFEFF', ' ');
  if (/^ *\t/.test(line)) return undefined;
  const tokens = tokensOf(line, start, offset);
  const found = wordAt(tokens, offset, inFlow);
  if (found === undefined) return undefined;
  const { word, previous, next } = found;
  const quote = word.kind === 'quoted' ? (text[word.start] as '"' | "'") : undefined;
  const isKey = word.start < word.end && next?.text === ':';
  return {
    offset,
    span: { start: word.start, end: word.end },
    typed: text.slice(word.start + (quote?.length ?? 0), offset),
    quote,
    isKey,
    isValue: previous?.text === ':',
    beginsLine: previous === undefined,
    gap: inFlow && previous === undefined ? commaBefore(text, start) : spaceBefore(found),
    behind: (inFlow && !isKey && commaBehind(text, word.end)) || spaceBehind(found),
  };
}

interface Found {
  readonly word: Token;
  readonly previous: Token | undefined;
  readonly next: Token | undefined;
}

const spaceBefore = ({ word, previous }: Found): '' | ' ' =>
  word.start === word.end && previous?.end === word.start && /^[:?-]$/.test(previous.text) ? ' ' : '';

const spaceBehind = ({ word, next }: Found): '' | ' ' =>
  next?.kind === 'comment' && next.start === word.end ? ' ' : '';

/** What an entry of flow style needs at the start of a line, where the entry above has no comma. */
function commaBefore(text: string, lineStart: number): '' | ', ' {
  for (let above = lineStart; above > 0; ) {
    const { start, end } = lineAround(text, above - 1);
    const last = tokensOf(text.slice(start, end), start, end).findLast(({ kind }) => kind !== 'comment');
    if (last !== undefined) return /^[{[,:?-]$/.test(last.text) ? '' : ', ';
    above = start;
  }
  return '';
}

/** What an entry of flow style needs where another follows. */
function commaBehind(text: string, end: number): '' | ',' | ', ' {
  const rest = text.slice(end);
  if (/^(?:\s|#[^\n]*(?:\n|$))*(?:[,}\]]|$)/.test(rest)) return '';
  return /^\s/.test(rest) ? ',' : ', ';
}

function wordAt(tokens: readonly Token[], offset: number, inFlow: boolean): Found | undefined {
  const touched = tokens.findIndex(token => isWord(token) && token.start <= offset && offset <= token.end);
  const touching = tokens[touched];
  if (touching !== undefined) {
    return { word: touching, previous: tokens[touched - 1], next: tokens[touched + 1] };
  }
  const behind = tokens.findLastIndex(({ end }) => end <= offset);
  const [previous, next] = [tokens[behind], tokens[behind + 1]];
  if (next !== undefined && next.start < offset) return undefined;
  const beginsEntry = inFlow && /^[{[,]$/.test(previous?.text ?? '');
  if (next !== undefined && !beginsEntry && !endsWord(next)) return undefined;
  if (previous?.kind === 'plain') return { word: { ...previous, end: offset }, previous: tokens[behind - 1], next };
  if (previous?.kind === 'quoted' || previous?.kind === 'comment' || /^[}\]]$/.test(previous?.text ?? '')) {
    return undefined;
  }
  if (previous?.kind === 'property' && previous.end === offset) return undefined;
  return { word: { kind: 'plain', text: '', start: offset, end: offset }, previous, next };
}

/** What may stand behind a word that is still to come. */
const endsWord = ({ kind, text }: Token): boolean => kind === 'comment' || /^[,}\]]$/.test(text);

const isWord = ({ kind }: Token): boolean => kind === 'plain' || kind === 'quoted';
