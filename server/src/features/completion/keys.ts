import { keyTemplate, keyText } from '../../edit/template.ts';
import { worldKey } from '../../facts/state.ts';
import { actionKeys } from '../../model/model.ts';
import {
  type ActionName,
  actions,
  commonKeys,
  type KeyDef,
  type Keys,
  type ShapeName,
  shapes,
  type ValueType,
} from '../../model/vocabulary/index.ts';
import type { KeyContext } from './context.ts';
import type { Item, Topic } from './item.ts';
import type { Draft } from './operation.ts';
import { namesIn } from './probe.ts';
import { regionItems } from './regions.ts';
import type { Request } from './request.ts';
import { entrySkeleton, manifestSkeleton, operationSkeletons } from './skeletons.ts';
import { firstSentence } from './text.ts';

/** The keys that are legal in a map and not yet there. */
export function keyItems(request: Request<KeyContext>): readonly Item[] {
  const { type, map, operation } = request.context;
  const there = new Set(namesIn(map));
  if (type.kind === 'operations') return operation === undefined ? [] : operationItems(operation, request);
  if (type.kind === 'shape') return type.of === 'manifest' ? topLevel(request) : inShape(type.of, there, request);
  if (type.by === 'region')
    return regionItems(request, id => !there.has(id), keyInsert(request, { kind: 'shape', of: 'account' }));
  return type.of.kind === 'shape' && !request.cursor.isKey ? [entrySkeleton(type.of.of, request)] : [];
}

function topLevel(request: Request<KeyContext>): readonly Item[] {
  const world = request.here()?.world;
  const there = new Set(namesIn(request.context.map));
  const isThere = (key: string): boolean => there.has(key) || world?.read(worldKey.pair('', key)) !== undefined;
  const all = Object.keys(shapes.manifest.keys);
  const left = new Set(all.filter(isThere));
  const items = inShape('manifest', left, request);
  return left.size === 0 && !request.layout.inFlow ? [manifestSkeleton(request), ...items] : items;
}

const inShape = (shape: ShapeName, there: ReadonlySet<string>, request: Request<KeyContext>): readonly Item[] =>
  ranked(shapes[shape].keys, there, key => (shapes[shape].keys[key]?.required ? 0 : 1)).map(([name, def]) =>
    keyItem(name, def, { of: 'key', name, shape }, request),
  );

function operationItems(draft: Draft, request: Request<KeyContext>): readonly Item[] {
  const { action, keys: there } = draft;
  const item = ([name, def]: readonly [string, KeyDef]): Item =>
    keyItem(name, def, { of: 'key', name, action }, request);
  if (action !== undefined) {
    const shut = new Set([...there, ...excluded(action, draft)]);
    return ranked(actionKeys(action), shut, key => rankOf(key, action, draft)).map(item);
  }
  if (there.has('parallel')) return [];
  const [first, ...others] = ranked(commonKeys, there, key => (key === 'action' ? 0 : 1)).map(item);
  if (first === undefined) return [];
  if (there.size > 0 || request.cursor.isKey) return [first, ...others];
  return [first, ...operationSkeletons(request), ...others];
}

/** The entries of a vocabulary that are left, by rank, those of a rank in its order. */
const ranked = (
  keys: Keys,
  there: ReadonlySet<string>,
  rank: (key: string) => number,
): readonly (readonly [string, KeyDef])[] =>
  Object.entries(keys)
    .filter(([key]) => !there.has(key))
    .sort(([a], [b]) => rank(a) - rank(b));

/** What the operation lacks comes first, what every operation may have last. */
function rankOf(key: string, action: ActionName, draft: Draft): number {
  if (actions[action].keys[key]?.required) return 0;
  const isNeeded = actions[action].needs.some(({ keys, when }) => {
    if (!keys.includes(key) || keys.some(other => draft.keys.has(other))) return false;
    if (when === undefined) return true;
    if (when === 'across-regions') return draft.keys.has('target_region');
    return 'key' in when ? draft.keys.has(when.key) : !isTrue(draft, when.not);
  });
  return isNeeded ? 1 : Object.hasOwn(commonKeys, key) ? 3 : 2;
}

const isTrue = (draft: Draft, key: string): boolean => draft.text(key)?.toLowerCase() === 'true';

/** Keys that an action knows only to say that they are wrong, and those that what is there already excludes. */
function excluded(action: ActionName, draft: Draft): readonly string[] {
  if (action === 'update' || action === 'register-iso') return ['cmk_id'];
  if (action === 'export' && isTrue(draft, 'is_quick_export')) return ['file_format'];
  if (action !== 'create-full-ecs-image') return [];
  return [...(draft.keys.has('server') ? ['backup'] : []), ...(draft.keys.has('backup') ? ['server'] : [])];
}

function keyItem(name: string, def: KeyDef, topic: Topic, request: Request<KeyContext>): Item {
  const required = { en: 'required', zh: '必填' }[request.language];
  const summary = firstSentence(def.doc[request.language]);
  return {
    label: name,
    kind: 'key',
    detail: def.required ? `${required} · ${summary}` : summary,
    insert: keyInsert(request, def.value)(name),
    ...(!request.cursor.isKey && hasValues(def.value) && { asksForValue: true }),
    topic,
  };
}

/** A key that is there already keeps its colon and its value. */
const keyInsert =
  ({ cursor, layout }: Request, value: ValueType) =>
  (name: string): Item['insert'] => {
    const quoted = cursor.quote === '"' ? { ...layout, json: true } : layout;
    if (cursor.isKey) return [keyText(quoted, name)];
    return [cursor.gap, ...keyTemplate(quoted, name, value)];
  };

/** Whether there are values to offer once the key is there. */
const hasValues = (type: ValueType): boolean =>
  ['word', 'boolean', 'region', 'reference', 'object', 'list'].includes(type.kind);
