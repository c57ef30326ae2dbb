import type { Operation } from '../../model/model.ts';
import type { Step } from '../../model/place.ts';
import { readText } from '../../model/struct.ts';
import type { ActionName } from '../../model/vocabulary/index.ts';
import { isAction } from '../../model/words.ts';
import type { MapNode } from '../../syntax/tree.ts';
import { namesIn } from './probe.ts';

/** The operation that is being written. */
export interface Draft {
  readonly map: MapNode;
  /** The operation as the manifest has it, as long as it could be read. */
  readonly known: Operation | undefined;
  readonly action: ActionName | undefined;
  /** The keys that it has beside the one at the cursor. */
  readonly keys: ReadonlySet<string>;
  text(key: string): string | undefined;
}

export function draftOf(map: MapNode, path: readonly Step[], operations: readonly Operation[]): Draft {
  const known = operations.find(({ entry }) => entry.path.length === path.length && entry.path.every(isAt(path)));
  const own = new Set(namesIn(map));
  // What a merge brings in, only the bound operation knows.
  const merged = own.has('<<') ? known?.struct : undefined;
  const text = (key: string): string | undefined => {
    const given = merged?.text(key);
    const pair = map.pairs.find(pair => pair.key.kind === 'scalar' && pair.key.value === key);
    return pair === undefined ? (typeof given === 'object' ? given.value : undefined) : readText(pair.value);
  };
  const action = text('action') ?? '';
  return {
    map,
    known,
    action: isAction(action) ? action : undefined,
    keys: new Set([...own, ...(merged?.fields.keys() ?? [])]),
    text,
  };
}

const isAt =
  (path: readonly Step[]) =>
  (step: Step, i: number): boolean =>
    step === path[i];
