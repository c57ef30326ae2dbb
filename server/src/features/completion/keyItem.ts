import { keyTemplate, keyText } from '../../edit/template.ts';
import type { KeyDef, Keys, ValueType } from '../../model/vocabulary/index.ts';
import type { Item, Topic } from './item.ts';
import type { Request } from './request.ts';
import { firstSentence } from './text.ts';

/** A key of the vocabulary, with the colon and what its value needs. */
export function keyItem(name: string, def: KeyDef, topic: Topic, request: Request): Item {
  const required = { en: 'required', zh: '必填' }[request.language];
  const summary = firstSentence(def.doc[request.language]);
  return {
    label: name,
    kind: 'key',
    detail: def.required ? `${required} · ${summary}` : summary,
    insert: keyInsert(name, def.value, request),
    ...(!request.cursor.isKey && hasValues(def.value) && { asksForValue: true }),
    topic,
  };
}

/** A key as it is put in. One that is there already keeps its colon and its value. */
export function keyInsert(name: string, value: ValueType, { cursor, layout }: Request): Item['insert'] {
  const quoted = cursor.quote === '"' ? { ...layout, json: true } : layout;
  if (cursor.isKey) return [keyText(quoted, name)];
  return keyTemplate(quoted, name, value);
}

/** Whether there are values to offer once the key is there. */
const hasValues = (type: ValueType): boolean =>
  ['word', 'boolean', 'region', 'reference', 'object', 'list'].includes(type.kind);

/** The entries of a vocabulary that are left, by rank, those of a rank in its order. */
export const ranked = (
  keys: Keys,
  there: ReadonlySet<string>,
  rank: (key: string) => number,
): readonly (readonly [string, KeyDef])[] =>
  Object.entries(keys)
    .filter(([key]) => !there.has(key))
    .sort(([a], [b]) => rank(a) - rank(b));
