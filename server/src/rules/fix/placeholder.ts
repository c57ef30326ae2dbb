import { toYaml } from '../../edit/scalar.ts';
import { actionKeys } from '../../model/model.ts';
import { at, nodeAt, type Place } from '../../model/place.ts';
import { readRegion, readText } from '../../model/struct.ts';
import { type ShapeName, shapes, type ValueType, wordLists } from '../../model/vocabulary/index.ts';
import { isAction } from '../../model/words.ts';
import type { Scope } from '../rule.ts';
import { newName } from './name.ts';

/** A valid value (YAML text) for a key that a map lacks; nothing where none is better than another. */
export function placeholder(map: Place, key: string, scope: Scope): string | undefined {
  // IMS names the default project of a region like the region.
  if (key === 'project_name') return regionAt(map, 'target_region');
  const type = typeOf(map, key);
  return texts[key] ?? (type && exampleOf(type, scope));
}

const texts: Readonly<Record<string, string>> = {
  agency_name: 'ims_admin',
  os_version: 'Other(64 bit)',
};

function exampleOf(type: ValueType, scope: Scope): string | undefined {
  switch (type.kind) {
    case 'name':
      return newName('my-image', scope);
    case 'reference':
      return type.to === 'bucket' ? undefined : newest(scope.names(type.to, () => true));
    case 'object':
      return 'my-bucket:my-image.zvhd2';
    case 'path':
      return 'images.json';
    case 'size':
      return '40 GB';
    case 'word':
      return wordLists[type.of].words[0]?.word;
    case 'tags':
      return '{ key: value }';
    case 'list':
      return '[my-tenant]';
    case 'operations':
      return '[]';
    default:
      return undefined;
  }
}

function newest([name]: Iterable<string>): string | undefined {
  return name === undefined ? undefined : toYaml(name);
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
