import type { Operation } from '../../model/model.ts';
import type { Step } from '../../model/place.ts';
import { readText } from '../../model/struct.ts';
import type { ActionName } from '../../model/vocabulary/index.ts';
import { isAction } from '../../model/words.ts';
import { pairOf } from '../../syntax/pairs.ts';
import type { MapNode } from '../../syntax/tree.ts';
import { namesIn } from './probe.ts';

/** The operation that is being written. */
export interface Draft {
  readonly map: MapNode;
  /** The operation as the manifest has it, as long as it could be read. */
  readonly known: Operation | undefined;
  readonly action: ActionName | undefined;
  /** The keys that are written beside the one at the cursor. */
  readonly written: ReadonlySet<string>;
  /** Whether it has a key, written or merged. */
  has(key: string): boolean;
  text(key: string): string | undefined;
}

export function draftOf(map: MapNode, path: readonly Step[], operations: readonly Operation[]): Draft {
  const known = operations.find(({ entry }) => entry.path.length === path.length && entry.path.every(isAt(path)));
  const written = new Set(namesIn(map));
  // What a merge brings in, only the bound operation knows.
  const merged = written.has('<<') ? known?.struct : undefined;
  const text = (key: string): string | undefined => {
    const pair = pairOf(map, key);
    if (pair !== undefined) return readText(pair.value);
    const given = merged?.text(key);
    return typeof given === 'object' ? given.value : undefined;
  };
  const action = text('action') ?? '';
  return {
    map,
    known,
    action: isAction(action) ? action : undefined,
    written,
    has: key => written.has(key) || merged?.has(key) === true,
    text,
  };
}

const isAt =
  (path: readonly Step[]) =>
  (step: Step, i: number): boolean =>
    step === path[i];
