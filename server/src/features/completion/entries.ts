import type { Listings } from '../../facts/inventory/listing.ts';
import { worldKey } from '../../facts/state.ts';
import type { ShapeName } from '../../model/vocabulary/index.ts';
import { type Choice, choose } from './choice.ts';
import type { KeyContext } from './context.ts';
import type { Item } from './item.ts';
import { keyInsert } from './keyItem.ts';
import type { Request } from './request.ts';
import { entrySkeleton } from './skeletons.ts';
import { bucketsUsed } from './used.ts';

/** A declaration to begin with, and names that are in use and not declared yet. */
export function entryItems(of: ShapeName, request: Request<KeyContext>): Choice<Item> {
  const { world } = request.here() ?? {};
  const isOpen = (name: string): boolean => world?.read(worldKey.pair(of, name)) === undefined;
  const { chosen, isAll } = namesOf(of, request, isOpen);
  const items = chosen.map(
    (name): Item => ({ label: name, kind: 'value', insert: keyInsert(name, { kind: 'shape', of }, request) }),
  );
  return { chosen: request.cursor.isKey ? items : [entrySkeleton(of, request), ...items], isAll };
}

function namesOf(of: ShapeName, request: Request, isOpen: (name: string) => boolean): Choice<string> {
  if (of === 'bucket') return { chosen: [...bucketsUsed(request)].filter(isOpen), isAll: true };
  const world = of === 'image' ? request.here()?.world : undefined;
  const listings = world?.read(worldKey.inventory) as Listings | undefined;
  const all = (listings?.all ?? []).map(({ inventory }) => inventory);
  return choose(
    function* () {
      for (const inventory of all) yield* inventory.names();
    },
    request.cursor.typed,
    name => (isOpen(name) && all.some(inventory => inventory.named(name).length > 0) ? [name] : []),
  );
}
