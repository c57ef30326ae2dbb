import { breakAfter, type Collection, commaAfter, type Entry, indentTo, separatorOf, tailOf } from './collection.ts';
import type { Field } from './plan.ts';
import { toYaml } from './scalar.ts';
import type { Replacement } from './value.ts';

/** Puts new pairs behind `last`, the last entry of a map that stays. */
export function addition(collection: Collection, last: Entry, fields: readonly Field[]): Replacement[] {
  if (fields.length === 0) return [];
  const pairs = fields.map(field => pairText(collection, field));
  return collection.node.style === 'flow' ? inFlow(collection, last, pairs) : inBlock(collection, last, pairs);
}

/** Puts the first pairs into an empty flow map. */
export function firstPairs(collection: Collection, fields: readonly Field[]): Replacement {
  const { text, node } = collection;
  const place = node.start + 1;
  const space = text[place] === '}' ? ' ' : '';
  return { start: place, end: place, text: ` ${fields.map(field => pairText(collection, field)).join(', ')}${space}` };
}

/** A pair in the style of those of a map. */
export function pairText({ text, json, entries }: Collection, [key, value]: Field): string {
  if (!json) return `${toYaml(key)}: ${value}`;
  const [first] = entries;
  const colon = first?.key && text.slice(first.key.end, first.value.start);
  return JSON.stringify(key) + (colon && /^[ \t]*:[ \t]*$/.test(colon) ? colon : ': ') + value;
}

function inBlock({ text, eol, entries }: Collection, last: Entry, pairs: readonly string[]): Replacement[] {
  const start = breakAfter(text, last.end);
  const indent = indentTo(text, entries[0]?.start ?? last.start);
  return [{ start, end: start, text: pairs.map(pair => eol + indent + pair).join('') }];
}

function inFlow(collection: Collection, last: Entry, pairs: readonly string[]): Replacement[] {
  const { text, eol, entries } = collection;
  const tail = tailOf(collection, last);
  const commented = text.slice(last.end, tail).includes('#');
  const separator = commented ? `,${eol}${indentTo(text, last.start)}` : separatorOf(collection);
  const added = pairs.map(pair => separator + pair).join('');
  if (!separator.includes('\n')) return [{ start: last.end, end: last.end, text: added }];
  // The comma goes before the comment of the last pair, the new pairs below it.
  const closed = commaAfter(text, entries.at(-1) ?? last) !== undefined;
  const behind = { start: tail, end: tail, text: added.slice(1) + (closed ? ',' : '') };
  return closed ? [behind] : [{ start: last.end, end: last.end, text: ',' }, behind];
}
