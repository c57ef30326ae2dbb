import { groupKeys } from '../../model/model.ts';
import { type ActionName, actions, commonKeys, type KeyDef } from '../../model/vocabulary/index.ts';
import type { KeyContext } from './context.ts';
import type { Item } from './item.ts';
import { keyItem, ranked } from './keyItem.ts';
import type { Draft } from './operation.ts';
import type { Request } from './request.ts';
import { operationSkeletons } from './skeletons.ts';

/** The keys that an operation may still have; of one that has none yet, whole operations too. */
export function operationItems(draft: Draft, request: Request<KeyContext>): readonly Item[] {
  const { action, written: there } = draft;
  const { cursor, context } = request;
  const item = ([name, def]: readonly [string, KeyDef]): Item =>
    keyItem(name, def, { of: 'key', name, action }, request);
  if (action !== undefined) {
    const shut = new Set([...there, ...excluded(action, draft)]);
    const { keys } = actions[action];
    return ranked({ ...keys, ...commonKeys, ...keys }, shut, key => rankOf(key, action, draft)).map(item);
  }
  if (there.has('parallel')) return [];
  const isFirst = there.size === 0;
  const keys = isFirst && cursor.isKey && !context.inGroup ? { ...commonKeys, ...groupKeys } : commonKeys;
  const [first, ...others] = ranked(keys, there, key => (key === 'action' ? 0 : 1)).map(item);
  if (first === undefined) return [];
  return [first, ...(isFirst && !cursor.isKey ? operationSkeletons(request) : []), ...others];
}

/** What the operation lacks comes first, what every operation may have last. */
function rankOf(key: string, action: ActionName, draft: Draft): number {
  if (actions[action].keys[key]?.required && !draft.has(key)) return 0;
  const isNeeded = actions[action].needs.some(({ keys, when }) => {
    if (!keys.includes(key) || keys.some(other => draft.has(other))) return false;
    if (when === undefined) return true;
    if (when === 'across-regions') return draft.has('target_region');
    return 'key' in when ? draft.has(when.key) : !isTrue(draft, when.not);
  });
  return isNeeded ? 1 : Object.hasOwn(actions[action].keys, key) ? 2 : 3;
}

const isTrue = (draft: Draft, key: string): boolean => draft.text(key)?.toLowerCase() === 'true';

/** Keys that an action knows only to say that they are wrong, and those that what is there already excludes. */
function excluded(action: ActionName, draft: Draft): readonly string[] {
  if (action === 'update' || action === 'register-iso') return ['cmk_id'];
  if (action === 'export' && isTrue(draft, 'is_quick_export')) return ['file_format'];
  if (action !== 'create-full-ecs-image') return [];
  return [...(draft.has('server') ? ['backup'] : []), ...(draft.has('backup') ? ['server'] : [])];
}
