import { addition, firstPairs, pairText } from './add.ts';
import { type Collection, tailOf } from './collection.ts';
import type { Field, Plan } from './plan.ts';
import { removal } from './remove.ts';
import { type Replacement, replaceValue } from './value.ts';

/** Takes entries out of a map or list, and puts new ones in at its end. */
export function layoutChanges({ collection, removed, added }: Plan): Replacement[] {
  const { entries } = collection;
  if (isBarePair(collection)) return [];
  const fields = [...added];
  const last = entries.findLast(entry => !removed.has(entry));
  if (last !== undefined) return [...cut(collection, removed, last), ...addition(collection, last, fields)];
  if (fields.length > 0) return refilled(collection, fields);
  return entries.length > 0 ? emptied(collection) : [];
}

function cut(...args: Parameters<typeof removal>): Replacement[] {
  return removal(...args).map(span => ({ ...span, text: '' }));
}

/** Of a map with none of its pairs left, the first new one takes the place of the first old one. */
function refilled(collection: Collection, fields: readonly Field[]): Replacement[] {
  const [old, ...others] = collection.entries;
  const [first, ...rest] = fields;
  if (old === undefined || first === undefined) return [firstPairs(collection, fields)];
  return [
    { start: old.start, end: old.end, text: pairText(collection, first) },
    ...cut(collection, new Set(others), old),
    ...addition(collection, old, rest),
  ];
}

/** A pair in a flow list is a map without brackets, which can be neither more nor less. */
const isBarePair = ({ text, node }: Collection): boolean =>
  node.kind === 'map' && node.style === 'flow' && text[node.start] !== '{';

/** A map or list with nothing left is written as such, but for one whose lines are all there is, or hold broken text. */
function emptied(collection: Collection): Replacement[] {
  const { text, node, key, entries, isRoot } = collection;
  if (node.damaged || (isRoot && node.style === 'block')) return cut(collection, new Set(entries), undefined);
  if (node.style === 'flow') return [{ start: node.start + 1, end: node.end - 1, text: '' }];
  const last = entries.at(-1);
  const end = last === undefined ? node.end : tailOf(collection, last);
  return replaceValue(text, key, node, end, node.kind === 'map' ? '{}' : '[]');
}
