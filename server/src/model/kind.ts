import type { Document } from '../syntax/document.ts';
import { pairOf } from '../syntax/pairs.ts';
import type { Slot } from '../syntax/slot.ts';
import { readText } from './struct.ts';
import { readWord } from './words.ts';

/** Whether the first document of a YAML text says that it is a manifest, of a format that is known. */
export function isManifest(document: Document): boolean {
  let begun = false;
  for (const slot of document.slots()) {
    const { role, section } = slot.segment;
    if (role === 'marker' && begun) return false;
    begun ||= role !== 'trivia' && role !== 'marker';
    if (role === 'whole' || (role === 'key' && section === 'apiVersion')) return saysVersion(slot);
  }
  return false;
}

function saysVersion(slot: Slot): boolean {
  const { root } = slot.tree;
  const pair = pairOf(root, 'apiVersion');
  const version = pair && readText(pair.value);
  return version !== undefined && readWord('api-version', version) !== undefined;
}
