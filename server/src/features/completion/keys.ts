import { worldKey } from '../../facts/state.ts';
import { type ShapeName, shapes } from '../../model/vocabulary/index.ts';
import type { Choice } from './choice.ts';
import type { KeyContext } from './context.ts';
import { entryItems } from './entries.ts';
import type { Item } from './item.ts';
import { keyInsert, keyItem, ranked } from './keyItem.ts';
import { operationItems } from './operationKeys.ts';
import { namesIn } from './probe.ts';
import { regionItems } from './regions.ts';
import type { Request } from './request.ts';
import { manifestSkeleton } from './skeletons.ts';

/** The keys that are legal in a map and not yet there. */
export function keyItems(request: Request<KeyContext>): Choice<Item> {
  const { type } = request.context;
  if (type.kind === 'map' && type.by !== 'region' && type.of.kind === 'shape') return entryItems(type.of.of, request);
  return { chosen: fixedItems(request), isAll: true };
}

/** Keys of the vocabulary. */
function fixedItems(request: Request<KeyContext>): readonly Item[] {
  const { type, map, operation } = request.context;
  const there = new Set(namesIn(map));
  switch (type.kind) {
    case 'operations':
      return operation === undefined ? [] : operationItems(operation, request);
    case 'shape':
      return type.of === 'manifest' ? topLevel(there, request) : inShape(type.of, there, request);
    case 'map':
      if (type.by !== 'region') return [];
      return regionItems(
        request,
        id => !there.has(id),
        id => keyInsert(id, type.of, request),
      );
  }
}

const inShape = (shape: ShapeName, there: ReadonlySet<string>, request: Request<KeyContext>): readonly Item[] =>
  ranked(shapes[shape].keys, there, key => (shapes[shape].keys[key]?.required ? 0 : 1)).map(([name, def]) =>
    keyItem(name, def, { of: 'key', name, shape }, request),
  );

/** The top-level keys are spread over the manifest. */
function topLevel(own: ReadonlySet<string>, request: Request<KeyContext>): readonly Item[] {
  const world = request.here()?.world;
  const isThere = (key: string): boolean => own.has(key) || world?.read(worldKey.pair('', key)) !== undefined;
  const there = new Set(Object.keys(shapes.manifest.keys).filter(isThere));
  const items = inShape('manifest', there, request);
  return there.size === 0 && !request.layout.inFlow ? [manifestSkeleton(request), ...items] : items;
}
