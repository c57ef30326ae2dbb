import { toYaml } from '../../edit/scalar.ts';
import { actionKeys } from '../../model/model.ts';
import { at, nodeAt, type Place } from '../../model/place.ts';
import { readSize, writeSize } from '../../model/size.ts';
import { readRegion, readText } from '../../model/struct.ts';
import { type ShapeName, shapes, type ValueType, wordLists } from '../../model/vocabulary/index.ts';
import { isAction, readWord } from '../../model/words.ts';
import type { Scope } from '../rule.ts';
import { smallest } from './capacity.ts';
import { newName } from './name.ts';

/** Of as many words or things it is tried which of them goes with all else that is said. */
const mostTried = 5;

/** Values (YAML text) for a key that a map lacks, the likely one first; none where any would do. */
export function placeholders(map: Place, key: string, scope: Scope): readonly string[] {
  // IMS names the default project of a region like the region.
  const text = key === 'project_name' ? regionAt(map, 'target_region') : texts[key];
  if (text !== undefined) return [text];
  const type = typeOf(map, key);
  return type === undefined ? [] : examplesOf(type, map, scope);
}

const texts: Readonly<Record<string, string>> = {
  agency_name: 'ims_admin',
  os_version: 'Other(64 bit)',
};

function examplesOf(type: ValueType, map: Place, scope: Scope): readonly string[] {
  switch (type.kind) {
    case 'name':
      return [newName('my-image', scope)];
    case 'reference':
      return type.to === 'bucket' ? [] : newest(scope.names(type.to, () => true));
    case 'object':
      return [`my-bucket:my-image.${formatOf(map).toLowerCase()}`];
    case 'path':
      return ['images.json'];
    case 'size':
      return [leastDisk(map)];
    case 'word':
      return wordLists[type.of].words.slice(0, mostTried).map(({ word }) => word);
    case 'tags':
      return ['{ key: value }'];
    case 'list':
      return ['[my-tenant]'];
    case 'operations':
      return ['[]'];
    default:
      return [];
  }
}

function newest(names: Iterable<string>): readonly string[] {
  const found = new Set<string>();
  for (const name of names) {
    found.add(toYaml(name));
    if (found.size === mostTried) break;
  }
  return [...found];
}

/** The format that the file of an operation has, or is best to have. */
function formatOf(map: Place): string {
  if (textAt(map, 'action') === 'register-iso') return 'ISO';
  const written = textAt(map, 'format') ?? textAt(map, 'file_format') ?? '';
  return readWord('disk-format', written) ?? 'ZVHD2';
}

/** The least capacity that a data disk may have and that holds the disk inside the file. */
function leastDisk(map: Place): string {
  const inside = readSize(textAt(map, 'virtual_size') ?? '', 'GB') ?? smallest;
  return writeSize(Math.ceil(Math.max(smallest, inside)));
}

const shapeOfSection: Readonly<Record<string, ShapeName>> = {
  servers: 'server',
  backups: 'backup',
  inventory: 'inventory',
};

/** What the value of a key of a map may be. */
export function typeOf(map: Place, key: string): ValueType | undefined {
  const action = textAt(map, 'action');
  if (action !== undefined && isAction(action)) return actionKeys(action)[key]?.value;
  if (map.path.length === 0) return shapes.manifest.keys[key]?.value;
  const shape = shapeOfSection[map.slot.segment.section ?? ''];
  return shape && shapes[shape].keys[key]?.value;
}

export function textAt(map: Place, key: string): string | undefined {
  const found = nodeAt(at(map, key));
  return found && readText(found.node);
}

function regionAt(map: Place, key: string): string | undefined {
  const found = nodeAt(at(map, key));
  return found && readRegion(found.node);
}
