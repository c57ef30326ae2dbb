import type { Listings } from '../../facts/inventory/listing.ts';
import { worldKey } from '../../facts/state.ts';
import type { ShapeName } from '../../model/vocabulary/index.ts';
import type { KeyContext } from './context.ts';
import type { Item } from './item.ts';
import { keyInsert } from './keyItem.ts';
import type { Request } from './request.ts';
import { entrySkeleton } from './skeletons.ts';
import { bucketsUsed } from './used.ts';

/** A declaration to begin with, and names that are in use and not declared yet. */
export function entryItems(of: ShapeName, request: Request<KeyContext>): readonly Item[] {
  const { world } = request.here() ?? {};
  const names = [...namesOf(of, request)].filter(name => world?.read(worldKey.pair(of, name)) === undefined);
  const items = names.map(
    (name): Item => ({ label: name, kind: 'value', insert: keyInsert(name, { kind: 'shape', of }, request) }),
  );
  return request.cursor.isKey ? items : [entrySkeleton(of, request), ...items];
}

function namesOf(of: ShapeName, request: Request): Iterable<string> {
  if (of === 'bucket') return bucketsUsed(request);
  const world = of === 'image' ? request.here()?.world : undefined;
  const listings = world?.read(worldKey.inventory) as Listings | undefined;
  return new Set((listings?.all ?? []).flatMap(({ inventory }) => [...inventory.names()]));
}
