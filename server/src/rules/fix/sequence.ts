import type { Edit, Unrolled } from '../../edit/edit.ts';
import { type Crowd, type Member, runsOf } from '../../facts/crowd.ts';
import type { Scene } from '../../facts/scene.ts';
import type { Localized } from '../../localized.ts';
import { nodeAt, type Place, samePlace } from '../../model/place.ts';
import type { FixProposal } from '../rule.ts';
import { areOwn } from './own.ts';

/** Cuts the group into groups that run one after another, each within the limit. */
export function splitGroup(crowd: Crowd): readonly FixProposal[] {
  const [first] = crowd.members;
  const item = first && itemOf(first.scene);
  const starts = runsOf(crowd).flatMap(([member]) => member?.scene.operation.entry.path.at(-1) ?? []);
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
  const item = first && itemOf(first.scene);
  if (item === undefined) return [];
  const edits: Edit[] = [];
  const operations: Unrolled[] = [];
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
    if (count > crowd.limit && !hasOwnCount(scene)) return [];
    if (operations.length + count / crowd.limit > mostPieces) return [];
    const moves = room < crowd.limit;
    const [head, ...rest] = piecesOf(count, crowd.limit);
    if (moves) operations.push({ operation: operation.entry, moves, ...countOf(member, head) });
    else edits.push({ kind: 'set', map: operation.place, key: 'count', value: String(head) });
    for (const piece of rest) operations.push({ operation: operation.entry, moves: false, ...countOf(member, piece) });
    if (!moves) room = 0;
  }
  return [{ title, safe: true, edits: [...edits, { kind: 'unroll', item, operations }] }];
}

function countOf({ amount }: Member, piece: number | undefined): Pick<Unrolled, 'value'> {
  return piece === undefined || piece === amount.value ? {} : { value: ['count', String(piece)] };
}

/** Whether no other operation has this count too, through an anchor. */
function hasOwnCount(scene: Scene): boolean {
  const { place, entry } = scene.operation;
  return samePlace(place, entry) && nodeAt(entry)?.node.anchor === undefined && areOwn(scene, 'count');
}

function piecesOf(count: number, most: number): readonly number[] {
  const full = Array.from({ length: Math.floor(count / most) }, () => most);
  return count % most === 0 ? full : [...full, count % most];
}

/** The item of `operations` that an operation is, or whose group it is in. */
function itemOf({ operation: { entry } }: Scene): Place {
  const { slot, path } = entry;
  return path.at(-2) === 'parallel' ? { slot, path: path.slice(0, -2), part: 'value' } : entry;
}
