import type { Node, Span } from '../syntax/tree.ts';
import { breakAfter } from './collection.ts';

export interface Replacement extends Span {
  readonly text: string;
}

const isBlockCollection = (node: Node): boolean =>
  (node.kind === 'map' || node.kind === 'seq') && node.style === 'block';

/** Puts `value` in the place of a node, of which `end` is the end of all that goes; `key` leads to it. */
export function replaceValue(
  text: string,
  key: Node | undefined,
  node: Node,
  end: number,
  value: string,
): Replacement[] {
  const { start } = node;
  if (start === node.end) {
    const colon = key !== undefined && !text.slice(key.end, start).includes(':') ? ':' : '';
    return [{ start, end: start, text: `${colon} ${value}` }];
  }
  if (node.kind === 'scalar' && node.style === 'block') {
    const header = start + (/^[|>][-+0-9]*/.exec(text.slice(start))?.[0].length ?? 0);
    const body = breakAfter(text, header);
    const replaced = { start, end: header, text: value };
    return body < end ? [replaced, { start: body, end, text: '' }] : [replaced];
  }
  if (key !== undefined && isBlockCollection(node) && text.slice(key.end, start).includes('\n')) {
    const place = afterColon(text, key);
    return [
      { start: place, end: place, text: ` ${value}` },
      { start: breakAfter(text, place), end, text: '' },
    ];
  }
  return [{ start, end, text: value }];
}

/** Behind the colon of a key, and the anchor and tag of its value. */
function afterColon(text: string, key: Node): number {
  const colon = /\s*:(?:[ \t]+[&!]\S*)*/y;
  colon.lastIndex = key.end;
  colon.test(text);
  return colon.lastIndex;
}
