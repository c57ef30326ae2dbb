import type { Analysis } from '../../analysis/analysis.ts';
import { inventoryPaths } from '../../facts/inventory/listing.ts';
import { type Stretch, stretchOf } from '../range.ts';
import { nameSpan } from '../things/mention.ts';

/** A path in the text. */
export interface Link extends Stretch {
  readonly path: string;
}

/** The paths of inventories. */
export function links(analysis: Analysis): readonly Link[] {
  const found: Link[] = [];
  for (const slot of analysis.document.slots()) {
    const { role } = slot.segment;
    const settings = role === 'key' || role === 'whole' ? analysis.modelOf(slot)?.settings : undefined;
    for (const { path, place } of settings === undefined ? [] : inventoryPaths(settings)) {
      if (path !== undefined) found.push({ ...stretchOf(analysis, place.slot, nameSpan({ place, name: path })), path });
    }
  }
  return found;
}
