import type { Edit, Unrolled } from '../../edit/edit.ts';
import { type Crowd, startsOfRuns } from '../../facts/crowd.ts';
import type { Scene } from '../../facts/scene.ts';
import type { Localized } from '../../localized.ts';
import { nodeAt, samePlace } from '../../model/place.ts';
import type { FixProposal } from '../rule.ts';
import { itemOf } from './first.ts';
import { areOwn } from './keys.ts';

/** Cuts the group into groups that run one after another, each within the limit. */
export function splitGroup(crowd: Crowd): readonly FixProposal[] {
  const [first] = crowd.members;
  const item = first && itemOf(first.scene.operation.entry);
  const starts = startsOfRuns(crowd).flatMap(({ scene }) => scene.operation.entry.path.at(-1) ?? []);
  const title = {
    en: `Split the group into ${starts.length} groups, one after another`,
    zh: `将该组拆分为 ${starts.length} 个依次执行的组`,
  };
  const later = starts.slice(1).filter(start => typeof start === 'number');
  return item === undefined ? [] : [{ title, safe: true, edits: [{ kind: 'split', item, starts: later }] }];
}

/** More operations than anyone would want to have written out. */
const mostPieces = 200;

/** Leaves in the group what keeps to the limit, and puts the rest behind it, one after another and none above the limit. */
export function oneAfterAnother(crowd: Crowd, title: Localized): readonly FixProposal[] {
  const [first] = crowd.members;
  const item = first && itemOf(first.scene.operation.entry);
  if (item === undefined) return [];
  const edits: Edit[] = [];
  const operations: Unrolled[] = [];
  const names: Localized[] = [];
  let room = crowd.limit;
  for (const member of crowd.members) {
    if (member.counts.value !== true) continue;
    const { scene, amount } = member;
    const { operation } = scene;
    const count = amount.value ?? 1;
    if (count <= room) {
      room -= count;
      continue;
    }
    if (count > crowd.limit && !isOwn(scene)) return [];
    if (operations.length + count / crowd.limit > mostPieces) return [];
    const moves = room < crowd.limit;
    const pieces = piecesOf(scene, count, crowd.limit);
    const [head = [], ...rest] = pieces;
    names.push(...namesOf(pieces));
    if (moves) operations.push({ operation: operation.entry, moves, values: head });
    else edits.push(...head.map(([key, value]) => replacing(scene, key, value)));
    for (const values of rest) operations.push({ operation: operation.entry, moves: false, values });
    if (!moves) room = 0;
  }
  const edit: Edit = { kind: 'unroll', item, operations };
  return [{ title: named(title, names), safe: true, edits: [...edits, edit] }];
}

const replacing = ({ said }: Scene, key: string, value: string): Edit => ({
  kind: 'replace',
  place: said.struct.placeOf(key),
  value,
});

/** Whether no other operation has this count and this name too, through an anchor. */
function isOwn(scene: Scene): boolean {
  const { place, entry } = scene.operation;
  return samePlace(place, entry) && nodeAt(entry)?.node.anchor === undefined && areOwn(scene, 'count', 'name');
}

type Values = NonNullable<Unrolled['values']>;

/** What tells the operations apart that one of `count` comes to. Of a name, each gets one with a number. */
function piecesOf({ said }: Scene, count: number, most: number): readonly Values[] {
  if (count <= most) return [[]];
  const name = said.text('name').value;
  return Array.from({ length: Math.ceil(count / most) }, (_, i) => [
    ['count', String(Math.min(most, count - i * most))] as const,
    ...(name === undefined ? [] : [['name', `${name}-${i + 1}`] as const]),
  ]);
}

/** The new names of pieces: from the first to the last. */
function namesOf(pieces: readonly Values[]): readonly Localized[] {
  const names = pieces.flatMap(values => values.flatMap(([key, text]) => (key === 'name' ? [`\`${text}\``] : [])));
  const [first, last] = [names[0], names.at(-1)];
  if (first === undefined) return [];
  const between = names.length > 2;
  return [{ en: `${first} ${between ? 'to' : 'and'} ${last}`, zh: `${first} ${between ? '至' : '和'} ${last}` }];
}

/** A title has room for the names of so many. */
const mostNamed = 3;

function named(title: Localized, names: readonly Localized[]): Localized {
  if (names.length === 0) return title;
  const some = names.slice(0, mostNamed);
  const more = names.length > some.length ? { en: ', …', zh: '等' } : { en: '', zh: '' };
  return {
    en: `${title.en}, named ${some.map(({ en }) => en).join(', ')}${more.en}`,
    zh: `${title.zh}，命名为 ${some.map(({ zh }) => zh).join('、')}${more.zh}`,
  };
}
