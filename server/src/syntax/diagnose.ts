import type { CST, YAMLParseError } from 'yaml';
import type { Composed } from './compose.ts';
import {
  beginsLine,
  columnOf,
  endOfBlock,
  indentationOf,
  lineEnd,
  openColumns,
  restOfLine,
  skipWhite,
  trimEnd,
} from './lines.ts';
import { endOf, isFlowScalar, isQuoted, isUnclosed, lastLineOfFirstKey, spanOf } from './tokens.ts';
import type { Fault, FaultCode, Span } from './tree.ts';

/** What broke a text, and how far. */
export interface Cause {
  /** Absent where the cause is told elsewhere already. */
  readonly fault: Fault | undefined;
  /** What cannot be read. */
  readonly broken: Span;
  /**
   * How the rest becomes readable: without the broken lines, without the rest of a line, with something else in the
   * place of the value, when the value is read on its own, or as it is.
   */
  readonly remedy: 'drop-lines' | 'drop' | 'replace' | 'read-apart' | 'none';
}

type EntryToken = CST.BlockMap['items'][number];
type ItemToken = CST.BlockSequence['items'][number];
type FlowItemToken = CST.FlowCollection['items'][number];

/** The first cause of what `yaml` complains of, in the order of the text, that is not `known` yet. */
export function findCause(composed: Composed, text: string, known: readonly Fault[]): Cause | undefined {
  for (const cause of findCauses(composed, text, known)) {
    if (cause.broken.start < cause.broken.end) return cause;
  }
  return undefined;
}

function* findCauses({ tokens, errors, tooDeep }: Composed, text: string, known: readonly Fault[]): Generator<Cause> {
  if (tooDeep !== undefined) {
    yield drop('too-deep', { start: tooDeep, end: tooDeep + 1 }, { start: tooDeep, end: text.length });
  }
  const tab = errors.find(error => error.code === 'TAB_AS_INDENT');
  if (tab) yield badLine(text, skipWhite(text, tab.pos[0]));
  const diagnosis = new Diagnosis(text, known);
  for (const token of tokens) yield* diagnosis.token(token);
  if (errors[0]) yield unexplained(text, errors[0]);
}

/** Looks for what is wrong with tokens, in the order of the text. */
class Diagnosis {
  readonly #text: string;
  readonly #known: readonly Fault[];

  constructor(text: string, known: readonly Fault[]) {
    this.#text = text;
    this.#known = known;
  }

  *token(token: CST.Token, inFlow = false): Generator<Cause> {
    switch (token.type) {
      case 'document':
        if (token.value) yield* this.token(token.value);
        yield* this.#after(token.end);
        break;
      case 'block-map':
        for (const item of token.items) yield* this.#entry(token, item);
        break;
      case 'block-seq':
        for (const item of token.items) yield* this.#item(item);
        break;
      case 'flow-collection':
        yield* this.#flow(token, inFlow);
        break;
      case 'alias':
        if (token.source === '*') yield replace('not-yaml', spanOf(token));
        yield* this.#after(token.end);
        break;
      case 'scalar':
        if (/^[@`%,|>]/.test(token.source)) yield replace('reserved-character', this.#firstLine(token), spanOf(token));
        yield* this.#after(token.end);
        break;
      case 'single-quoted-scalar':
      case 'double-quoted-scalar':
        yield* this.#quoted(token);
        yield* this.#after(token.end);
        break;
      case 'error':
        yield this.#junk(token);
        break;
      case 'directive':
        if (!/^%(?:YAML|TAG)\s/.test(token.source)) yield drop('reserved-character', spanOf(token));
        break;
    }
  }

  *#entry(map: CST.BlockMap, { start, explicitKey, key, sep, value }: EntryToken): Generator<Cause> {
    yield* this.#properties(start);
    const colon = sep?.some(token => token.type === 'map-value-ind') ?? false;
    if (key) {
      if (!explicitKey) yield* this.#implicitKey(map, key, colon);
      yield* this.token(key);
    }
    if (sep) yield* this.#properties(sep);
    if (!value) return;
    const sameLine = colon && !sep?.some(token => token.type === 'newline');
    if (value.type === 'block-map' && sameLine && !explicitKey) yield this.#nested(map, value);
    if (value.type === 'error') yield drop('nested-on-one-line', restOfLine(this.#text, value.offset));
    yield* this.token(value);
  }

  *#implicitKey(map: CST.BlockMap, key: CST.Token, colon: boolean): Generator<Cause> {
    const { offset } = key;
    if (key.type === 'block-seq') yield badLine(this.#text, offset);
    else if (key.type === 'block-scalar') yield dropLines('not-yaml', restOfLine(this.#text, offset));
    else if (isQuoted(key) && (isUnclosed(key) || key.source.includes('\n'))) {
      yield dropLines('unclosed-quote', restOfLine(this.#text, offset));
    } else if ('indent' in key && key.indent !== map.indent && beginsLine(this.#text, offset)) {
      yield badLine(this.#text, offset);
    } else if (isFlowScalar(key) && (!colon || key.source.includes('\n'))) yield this.#halfTyped(map, key, colon);
  }

  /** A key without its colon swallows the lines below, the next key included, and what would be its value. */
  #halfTyped(map: CST.BlockMap, { offset, source }: CST.FlowScalar, colon: boolean): Cause {
    const ownEnd = offset + (colon ? source.lastIndexOf('\n') : source.length) - 1;
    const end = endOfBlock(this.#text, ownEnd, ({ length }) => length > map.indent);
    const cause = dropLines('half-typed-key', restOfLine(this.#text, offset), { start: offset, end });
    return this.#known.some(({ span }) => span.start === offset) ? { ...cause, fault: undefined } : cause;
  }

  /** `image: a: b`, or a value that swallowed a line that is indented too deep. */
  #nested(outer: CST.BlockMap, inner: CST.BlockMap): Cause {
    const swallowed = lastLineOfFirstKey(inner);
    if (swallowed !== undefined) return badLine(this.#text, skipWhite(this.#text, swallowed));
    const end = endOfBlock(this.#text, inner.offset, ({ length }) => length > outer.indent);
    return drop('nested-on-one-line', restOfLine(this.#text, inner.offset), { start: inner.offset, end });
  }

  *#item({ start, value }: ItemToken): Generator<Cause> {
    yield* this.#properties(start);
    if (!value) return;
    if (!start.some(token => token.type === 'seq-item-ind')) yield badLine(this.#text, value.offset);
    yield* this.token(value);
  }

  *#flow(flow: CST.FlowCollection, inFlow: boolean): Generator<Cause> {
    for (const [i, item] of flow.items.entries()) yield* this.#flowItem(item, i > 0 ? flow.items[i - 1] : undefined);
    const [end, ...rest] = flow.end;
    if (end?.source === (flow.start.source === '{' ? '}' : ']')) yield* this.#after(rest);
    else yield* this.#unclosed(flow, inFlow);
  }

  /** `yaml` misreads the line below an unclosed collection, so the outermost has to go. */
  *#unclosed(flow: CST.FlowCollection, inFlow: boolean): Generator<Cause> {
    const start = flow.offset;
    const next = skipWhite(this.#text, endOf(flow));
    const known = this.#known.some(({ span }) => start <= span.start && span.start < next);
    if (!known && indentationOf(this.#text, next).includes('\t')) yield badLine(this.#text, next);
    const fault: Fault | undefined = known ? undefined : { code: 'unclosed-flow', span: { start, end: start + 1 } };
    const broken = { start, end: trimEnd(this.#text, start, next) };
    if (!inFlow) yield { fault, broken, remedy: 'read-apart' };
    else if (fault) yield { fault, broken, remedy: 'none' };
  }

  *#flowItem(item: FlowItemToken, previous: FlowItemToken | undefined): Generator<Cause> {
    const { start, key, sep, value } = item;
    yield* this.#properties(start);
    const commas = start.filter(token => token.type === 'comma');
    const [extra] = commas.slice(previous ? 1 : 0);
    if (extra) yield drop('not-yaml', spanOf(extra), { start: extra.offset, end: endOf(commas.at(-1) ?? extra) });
    const first = key ?? value;
    if (first && previous && commas.length === 0) {
      yield drop('text-after-value', this.#firstLine(first), { start: first.offset, end: endOf(value ?? first) });
    }
    if (key) yield* this.token(key, true);
    if (sep) yield* this.#properties(sep);
    if (value?.type === 'block-map') yield this.#nestedInFlow(value);
    if (value?.type === 'block-seq') yield replace('nested-on-one-line', this.#firstLine(value), spanOf(value));
    if (value) yield* this.token(value, true);
  }

  /** `{a: b c: d}`, or a comma that is missing at the end of a line. */
  #nestedInFlow(map: CST.BlockMap): Cause {
    const next = lastLineOfFirstKey(map);
    if (next === undefined) return replace('nested-on-one-line', this.#firstLine(map), spanOf(map));
    const start = skipWhite(this.#text, next);
    return drop('text-after-value', restOfLine(this.#text, start), { start, end: endOf(map) });
  }

  *#quoted(token: CST.FlowScalar): Generator<Cause> {
    const { offset, source } = token;
    if (isUnclosed(token) || this.#swallowsKeys(token)) {
      yield drop('unclosed-quote', restOfLine(this.#text, offset));
    } else if (token.type === 'double-quoted-scalar') {
      for (const { 0: sequence, index } of source.matchAll(ESCAPE)) {
        if (GOOD_ESCAPE.test(sequence)) continue;
        const start = offset + index;
        yield replace('bad-escape', { start, end: start + sequence.trimEnd().length }, spanOf(token));
      }
    }
  }

  /** Whether a quote ends only where the next one opens, some lines below. */
  #swallowsKeys({ offset, source }: CST.FlowScalar): boolean {
    const next = this.#text.charAt(offset + source.length);
    return /[^\s,\]}:]/.test(next) && /\n[ \t]*(?:- )?[\w.-]+:(?:\s|$)/.test(source);
  }

  /** An anchor without a name yet. */
  *#properties(tokens: readonly CST.SourceToken[]): Generator<Cause> {
    for (const token of tokens) {
      if (token.type === 'anchor' && token.source === '&') yield drop('not-yaml', spanOf(token));
    }
  }

  /** What follows a value and does not belong there. */
  *#after(tokens: readonly CST.SourceToken[] | undefined): Generator<Cause> {
    for (const token of tokens ?? []) {
      if (token.type !== 'space' && token.type !== 'newline' && token.type !== 'comment') yield this.#junk(token);
    }
  }

  #junk({ offset }: CST.Token): Cause {
    if (beginsLine(this.#text, offset)) return badLine(this.#text, offset);
    const before = this.#text.charAt(trimEnd(this.#text, 0, offset) - 1);
    return drop(/[:,[{-]/.test(before) ? 'not-yaml' : 'text-after-value', restOfLine(this.#text, offset));
  }

  #firstLine(token: CST.Token): Span {
    const { start, end } = spanOf(token);
    return { start, end: Math.min(trimEnd(this.#text, start, end), lineEnd(this.#text, start)) };
  }
}

const ESCAPE = /\\(?:x[\da-fA-F]{0,2}|u[\da-fA-F]{0,4}|U[\da-fA-F]{0,8}|\r\n|[\s\S])/g;
const GOOD_ESCAPE = /^\\(?:x.{2}|u.{4}|U00(?:0.|10).{4}|[0abefnrtvNLP_ "/\\\t\n]|\r\n)$/;

/** A line at a column where nothing is open, with the lines that go with it. */
function badLine(text: string, offset: number): Cause {
  const column = columnOf(text, offset);
  const indentation = indentationOf(text, offset);
  const tabs = /\t+/.exec(indentation);
  if (tabs) {
    const start = offset - column + tabs.index;
    const end = endOfBlock(text, offset, other => other.includes('\t'));
    return dropLines('tab-indentation', { start, end: start + tabs[0].length }, { start, end });
  }
  const open = openColumns(text, offset);
  const end = endOfBlock(text, offset, ({ length }) => length >= column && !open.has(length));
  return dropLines('bad-indentation', restOfLine(text, offset), { start: offset, end });
}

function unexplained(text: string, { pos }: YAMLParseError): Cause {
  const next = skipWhite(text, Math.min(pos[0], text.length));
  const offset = next < text.length ? next : Math.max(trimEnd(text, 0, next) - 1, 0);
  return drop('not-yaml', restOfLine(text, offset));
}

function drop(code: FaultCode, span: Span, broken = span): Cause {
  return { fault: { code, span }, broken, remedy: 'drop' };
}

function dropLines(code: FaultCode, span: Span, broken = span): Cause {
  return { fault: { code, span }, broken, remedy: 'drop-lines' };
}

function replace(code: FaultCode, span: Span, broken = span): Cause {
  return { fault: { code, span }, broken, remedy: 'replace' };
}
