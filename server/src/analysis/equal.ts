import { Inventory } from '../facts/inventory/inventory.ts';
import { Slot } from '../syntax/slot.ts';

/** Whether two values of the world say the same. Slots and inventories are the same only if they are the same object. */
export function equal(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (a instanceof Slot || b instanceof Slot || a instanceof Inventory || b instanceof Inventory) return false;
  if (Array.isArray(a)) return Array.isArray(b) && sameItems(a, b);
  if (a instanceof Map) {
    // The order counts: it decides which tenant is the first over a limit.
    return b instanceof Map && a.size === b.size && sameEntries(a, b);
  }
  return sameProperties(a as Properties, b as Properties);
}

function sameItems(a: readonly unknown[], b: readonly unknown[]): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (!equal(a[i], b[i])) return false;
  return true;
}

type Properties = Readonly<Record<string, unknown>>;

function sameProperties(a: Properties, b: Properties): boolean {
  let more = 0;
  for (const key in a) {
    if (!Object.hasOwn(b, key) || !equal(a[key], b[key])) return false;
    more++;
  }
  for (const _ in b) more--;
  return more === 0;
}

function sameEntries(a: ReadonlyMap<unknown, unknown>, b: ReadonlyMap<unknown, unknown>): boolean {
  const others = b.entries();
  for (const entry of a) if (!equal(entry, others.next().value)) return false;
  return true;
}
