import type { Collected } from '../../facts/state.ts';
import type { Localized } from '../../localized.ts';
import { nodeAt, type Place, samePlace } from '../../model/place.ts';
import type { FixProposal } from '../rule.ts';

/** The first of an operation's own names that is over a limit, counting those that were there before it. */
export function firstOver(collected: Collected, own: ReadonlyMap<string, Place>, limit: number): Place | undefined {
  const over = [...collected.names].slice(Math.max(0, limit - collected.others));
  return over.find(([name, place]) => samePlace(own.get(name), place))?.[1];
}

/** Keeps what stands in a list or map before `first`, where at least one does. */
export function keepBefore(first: Place, list: Place, title: (count: number) => Localized): readonly FixProposal[] {
  const count = indexIn(list, first);
  if (count < 1) return [];
  return [{ title: title(count), safe: false, edits: [{ kind: 'keep', place: list, count }] }];
}

function indexIn(list: Place, entry: Place): number {
  const step = entry.path.at(-1);
  const node = nodeAt(list)?.node;
  if (node?.kind !== 'map') return typeof step === 'number' ? step : -1;
  return node.pairs.findIndex(({ key }) => key.kind === 'scalar' && key.value === step);
}
