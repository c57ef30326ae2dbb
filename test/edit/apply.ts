import type { Edit } from '../../server/src/edit/edit.ts';
import { toTextChanges, write } from '../../server/src/edit/write.ts';
import { at, type Place, type Step } from '../../server/src/model/place.ts';
import { Document } from '../../server/src/syntax/document.ts';
import type { Slot } from '../../server/src/syntax/slot.ts';

/** An edit as data; places are paths from the root of the manifest, such as `operations/0/parallel/1`. */
export type EditData =
  | readonly ['set', map: string, key: string, value: string]
  | readonly ['remove', map: string, key: string]
  | readonly ['replace', place: string, value: string]
  | readonly ['rename', place: string, key: string]
  | readonly ['keep', place: string, count: number]
  | readonly ['insert', before: string, fields: Readonly<Record<string, string>>, like?: string]
  | readonly ['split', item: string, starts: readonly number[]]
  | readonly ['unroll', item: string, operations: readonly UnrolledData[]];

/** Which member, unless it is the item itself, and the value that a key of it gets. */
export interface UnrolledData {
  readonly move?: number;
  readonly copy?: number | 'itself';
  readonly value?: readonly [key: string, value: string];
}

export const stepsOf = (path: string): Step[] =>
  path === '' ? [] : path.split('/').map(step => (/^\d+$/.test(step) ? Number(step) : step));

/** The text after edits, all made at once. */
export function apply(text: string, ...edits: readonly EditData[]): string {
  const document = new Document(text);
  let result = '';
  let end = 0;
  for (const change of toTextChanges(document, write(edits.map(data => editOf(document, data))))) {
    if (change.start < end) throw new Error('The changes overlap');
    result += text.slice(end, change.start) + change.text;
    end = change.end;
  }
  return result + text.slice(end);
}

function editOf(document: Document, data: EditData): Edit {
  const place = placeOf(document, stepsOf(data[1]));
  switch (data[0]) {
    case 'set':
      return { kind: 'set', map: place, key: data[2], value: data[3] };
    case 'remove':
      return { kind: 'remove', map: place, key: data[2] };
    case 'replace':
      return { kind: 'replace', place, value: data[2] };
    case 'rename':
      return { kind: 'rename', place: { ...place, part: 'key' }, key: data[2] };
    case 'keep':
      return { kind: 'keep', place, count: data[2] };
    case 'insert':
      return {
        kind: 'insert',
        before: place,
        like: data[3] === undefined ? place : placeOf(document, stepsOf(data[3])),
        fields: Object.entries(data[2]),
      };
    case 'split':
      return { kind: 'split', item: place, starts: data[2] };
    case 'unroll':
      return {
        kind: 'unroll',
        item: place,
        operations: data[2].map(({ move, copy, value }) => {
          const member = move ?? copy;
          const operation = typeof member === 'number' ? at(place, 'parallel', member) : place;
          return { operation, moves: move !== undefined, ...(value && { values: [value] }) };
        }),
      };
  }
}

/** The slot that holds a place, and the way to it from the root of that. */
function placeOf(document: Document, path: readonly Step[]): Place {
  const [section, step, ...rest] = path;
  const slots = [...document.slots()];
  const own = slots.filter(({ segment }) => segment.section === section);
  const item = own.filter(({ segment }) => segment.role === 'item')[Number(step)];
  if (item !== undefined) return { slot: item, path: [0, ...rest], part: 'value' };
  const entry = own.find(({ segment }) => segment.role === 'entry' && segment.text.trimStart().startsWith(`${step}:`));
  if (entry !== undefined && step !== undefined) return { slot: entry, path: [step, ...rest], part: 'value' };
  const slot = own[0] ?? (slots.find(({ segment }) => segment.role !== 'trivia') as Slot);
  return { slot, path, part: 'value' };
}
