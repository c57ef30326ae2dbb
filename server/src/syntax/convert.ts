import { isMap, isScalar, isSeq, type ParsedNode, type Scalar, type YAMLMap, type YAMLSeq } from 'yaml';
import { skipWhite, trimEnd } from './lines.ts';
import type { MapNode, Node, Pair, ScalarNode, SeqNode, Span } from './tree.ts';

const CLOSING: Readonly<Record<string, string>> = { '[': ']', '{': '}' };

/** A node of `yaml` as a node of ours. */
export function convert(source: ParsedNode, text: string): Node {
  if (isScalar(source)) return convertScalar(source, text);
  if (isMap(source)) return convertMap(source, text);
  if (isSeq(source)) return convertSeq(source, text);
  return { kind: 'alias', start: source.range[0], end: source.range[1], name: source.source };
}

function convertMap(source: YAMLMap.Parsed, text: string): MapNode {
  const pairs: Pair[] = [];
  for (const { key: sourceKey, value: sourceValue } of source.items) {
    const value = sourceValue ? convert(sourceValue, text) : undefined;
    const isEmpty = sourceKey.range[0] === sourceKey.range[1];
    const key = value && isEmpty ? emptyKey(sourceKey, text, value) : convert(sourceKey, text);
    pairs.push({ key, value: value ?? empty(key.end) });
  }
  const style = source.flow ? 'flow' : 'block';
  const { start, end, damaged } = extentOf(source, text, pairs[0]?.key, pairs[pairs.length - 1]?.value);
  return anchored({ kind: 'map', start, end, style, pairs, damaged }, source.anchor);
}

function convertSeq(source: YAMLSeq.Parsed, text: string): SeqNode {
  const items: Node[] = [];
  for (const item of source.items) items.push(convert(item as ParsedNode, text));
  const style = source.flow ? 'flow' : 'block';
  const { start, end, damaged } = extentOf(source, text, items[0], items[items.length - 1]);
  return anchored({ kind: 'seq', start, end, style, items, damaged }, source.anchor);
}

/** Where a collection is, and whether it lacks its closing bracket. */
function extentOf(
  { flow, range: [start, end] }: YAMLMap.Parsed | YAMLSeq.Parsed,
  text: string,
  first: Node | undefined,
  last: Node | undefined,
): Span & { damaged: boolean } {
  // A pair in a flow sequence is a map without brackets.
  const closing = flow && first?.start !== start ? CLOSING[text.charAt(start)] : undefined;
  if (closing) {
    const contentEnd = last?.end ?? start;
    const damaged = text.charAt(end - 1) !== closing || contentEnd === end;
    return { start, end: Math.max(trimEnd(text, start, end), contentEnd), damaged };
  }
  const ownStart = first && (flow || first.start < start) ? first.start : start;
  return { start: ownStart, end: last?.end ?? start, damaged: false };
}

function convertScalar(source: Scalar.Parsed, text: string): ScalarNode {
  const style = styleOf(source);
  const { start, end } = style === 'block' ? blockScalarSpan(source, text) : scalarSpan(source, text);
  return anchored({ kind: 'scalar', start, end, style, value: source.source }, source.anchor);
}

function scalarSpan(source: Scalar.Parsed, text: string): Span {
  const [start, end] = source.range;
  if (start < end) return { start, end };
  const place = trimEnd(text, 0, start);
  return { start: place, end: place };
}

function blockScalarSpan({ range: [start, end], source }: Scalar.Parsed, text: string): Span {
  if (source.trim() !== '') return { start, end: trimEnd(text, start, end) };
  const header = /[|>][-+0-9]*/y;
  header.lastIndex = start;
  header.test(text);
  return { start, end: header.lastIndex };
}

/** A key of which there is nothing but the colon: `yaml` puts it before the white space in front. */
function emptyKey(source: ParsedNode, text: string, value: Node): Node {
  const place = Math.min(skipWhite(text, source.range[0]), value.start);
  return anchored(empty(place), source.anchor);
}

function styleOf({ type }: Scalar.Parsed): ScalarNode['style'] {
  switch (type) {
    case 'QUOTE_SINGLE':
      return 'single';
    case 'QUOTE_DOUBLE':
      return 'double';
    case 'BLOCK_LITERAL':
    case 'BLOCK_FOLDED':
      return 'block';
    default:
      return 'plain';
  }
}

function empty(place: number): ScalarNode {
  return { kind: 'scalar', start: place, end: place, style: 'plain', value: '' };
}

function anchored<T extends MapNode | SeqNode | ScalarNode>(node: T, anchor: string | undefined): T {
  return anchor ? { ...node, anchor } : node;
}
