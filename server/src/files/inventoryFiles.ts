import { type Inventory, type InventoryFiles, parseInventory } from '../facts/inventory/inventory.ts';
import type { InventoryFault } from '../model/problem.ts';
import { FileCache } from './fileCache.ts';
import type { Files } from './files.ts';
import { isWithin, parentOf, resolveUri } from './uri.ts';

/** The inventory files that manifests name. */
export type InventoryCache = FileCache<Inventory | InventoryFault>;

export const inventoryCache = (files: Files, onLoad?: (users: ReadonlySet<string>) => void): InventoryCache =>
  new FileCache(files, content => ('text' in content ? parseInventory(content.text) : content.fault), onLoad);

/** The files as a manifest names them. Nothing outside its boundary is read. */
export function inventoryFiles(
  manifest: string,
  boundaryOf: () => string,
  look: (file: string, boundary: string) => ReturnType<InventoryFiles>,
): InventoryFiles {
  return path => {
    const found = fileAt(path, manifest, boundaryOf());
    return found === undefined ? 'outside' : look(found.file, found.boundary);
  };
}

/** Where a manifest's path leads; nothing, where that is outside its boundary. */
export function fileAt(
  path: string,
  manifest: string,
  boundary: string,
): { readonly file: string; readonly boundary: string } | undefined {
  const file = resolveUri(parentOf(manifest), path);
  return isElsewhere(path) || !isWithin(boundary, file) ? undefined : { file, boundary };
}

/** Absolute, of a drive or a network, or a URI: anything but relative to the manifest. */
const isElsewhere = (path: string): boolean => /^([\\/]|[a-z][a-z0-9+.-]*:)/i.test(path);
