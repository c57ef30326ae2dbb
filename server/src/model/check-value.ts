import type { Node } from '../syntax/tree.ts';
import { isNull, readFlag, readInteger, readText, sizeOf, tagName } from './struct.ts';
import { type ValueType, wordLists } from './vocabulary/index.ts';
import { isOneEditAway, nearestWord, readWord } from './words.ts';

/** What is wrong with a scalar, list or tag map for its type; nested maps are bound, and so checked, on their own. */
export interface Misfit {
  readonly node: Node;
  readonly expected: ValueType;
  /** What the author surely meant. */
  readonly nearest: string | undefined;
}

export function misfit(type: ValueType, node: Node): Misfit | undefined {
  const wrong = (nearest?: string): Misfit => ({ node, expected: type, nearest });
  if (node.kind === 'broken' || node.kind === 'alias') return undefined;
  switch (type.kind) {
    case 'anything':
      return undefined;
    case 'text':
    case 'path':
    case 'reference':
    case 'name':
    case 'region':
      return node.kind === 'scalar' && !(isNull(node) && type.kind !== 'text') ? undefined : wrong();
    case 'object':
      return readText(node)?.match(/^[^:]+:.+/s) ? undefined : wrong();
    case 'boolean':
      return readFlag(node) === undefined ? wrong(nearestFlag(node)) : undefined;
    case 'integer': {
      const value = readInteger(node);
      return value === undefined || value < type.min ? wrong() : undefined;
    }
    case 'size':
      return sizeOf(node, type.unit) === undefined ? wrong() : undefined;
    case 'word': {
      const text = readText(node);
      if (text === undefined) return wrong();
      if (wordLists[type.of].open || readWord(type.of, text) !== undefined) return undefined;
      return wrong(nearestWord(type.of, text));
    }
    case 'tags':
      return isNull(node) || isDamaged(node) || areTags(node) ? undefined : wrong();
    case 'list':
      return node.kind === 'seq' ? undefined : wrong();
    case 'either':
      return type.of.some(option => fits(option, node)) ? undefined : wrong();
    case 'map':
    case 'shape':
      return node.kind === 'map' || isNull(node) ? undefined : wrong();
    case 'operations':
      return node.kind === 'seq' || isNull(node) ? undefined : wrong();
  }
}

const isDamaged = (node: Node): boolean => (node.kind === 'map' || node.kind === 'seq') && node.damaged;

/** Whether a value could be meant as one of a type: what is inside is judged when it is bound. */
export const fits = (type: ValueType, node: Node): boolean => misfit(type, node) === undefined;

/** What an alias in a list means is not looked at here. */
const areTags = (node: Node): boolean =>
  node.kind === 'map'
    ? node.pairs.every(({ key }) => key.kind === 'scalar')
    : node.kind === 'seq' && node.items.every(item => item.kind === 'alias' || tagName(item) !== undefined);

const spokenFlags: Readonly<Record<string, string>> = {
  yes: 'true',
  on: 'true',
  '1': 'true',
  no: 'false',
  off: 'false',
  '0': 'false',
};

function nearestFlag(node: Node): string | undefined {
  const text = readText(node)?.toLowerCase() ?? '';
  return spokenFlags[text] ?? ['true', 'false'].find(isOneEditAway(text));
}
