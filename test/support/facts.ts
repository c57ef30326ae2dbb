import type { Analysis } from '../../server/src/analysis/analysis.ts';
import { formatOfObject } from '../../server/src/facts/scene.ts';
import type { Operation } from '../../server/src/model/model.ts';
import { at, nodeAt, type Place, samePlace } from '../../server/src/model/place.ts';
import type { Struct } from '../../server/src/model/struct.ts';
import type { ShapeName } from '../../server/src/model/vocabulary/index.ts';
import type { Node } from '../../server/src/syntax/tree.ts';

/**
 * Whether a key states a fact, so that taking it away is a loss of knowledge and nothing else; or why it does not,
 * in every map or in some. `deletes`: the manifest deletes images.
 */
type Row = true | string | { readonly unless: (map: Struct, deletes: boolean) => boolean; readonly why: string };

/** A fact, but for maps where one of the other keys says the same in its place. */
const unless = (...others: readonly string[]): Row => ({
  unless: map => others.some(key => map.has(key)),
  why: `without it, ${others.join(', ')} would say another thing`,
});

const identity = 'says which thing it is, not what is known about it';
const inherited = 'where it is absent, the region of the manifest counts';
const doing = 'says what the operation does';
const byDefault = 'has a default where it is absent';

/** The keys of declared things. */
export const thingFacts: Readonly<Partial<Record<ShapeName, Readonly<Record<string, Row>>>>> = {
  account: { private_images: true, private_image_quota: byDefault },
  server: {
    type: true,
    id: identity,
    region: inherited,
    status: true,
    architecture: unless('flavor', 'image'),
    flavor: unless('image'),
    memory: unless('flavor'),
    boot_disk: true,
    system_disk: {
      unless: map => typeof map.size('system_disk') !== 'object' && (map.has('encrypted') || map.has('image')),
      why: 'the encryption that the disk has, or is still to have, wins over that of the server and of its image',
    },
    data_disks: unless('encrypted'),
    encrypted: unless('image'),
    csbs_backup: true,
    image: unless('origin', 'platform', 'os_bit'),
    origin: true,
    platform: true,
    os_bit: true,
  },
  backup: { type: true, id: identity, server: true, region: inherited },
  bucket: { storage_class: true, region: true },
  image: {
    id: identity,
    region: inherited,
    status: true,
    type: unless('created_from'),
    size: true,
    min_disk: true,
    disk_format: true,
    architecture: true,
    os_bit: true,
    os_type: true,
    os_version: true,
    platform: true,
    cmk_id: unless('encrypted'),
    encrypted: true,
    origin: true,
    created_from: true,
    csbs_backup: true,
    published: {
      unless: (_, deletes) => deletes,
      why: 'a published image is not deleted, and what is not said to be published is taken not to be',
    },
    shared_by: {
      unless: (_, deletes) => deletes,
      why: "what is deleted makes room, unless it is said to be somebody else's",
    },
    tags: true,
    tenants: true,
  },
};

/** The keys of disks: what a disk does not say of its encryption, its server does. */
export const diskFacts: Readonly<Record<string, Row>> = {
  size: true,
  encrypted: 'where it is absent, what is said of the server counts',
  volume_id: true,
};

/** The keys of operations. */
export const operationFacts: Readonly<Record<string, Row>> = {
  ...Object.fromEntries(
    [
      ...['action', 'image', 'server', 'backup', 'disk', 'volume_id', 'tenants', 'bucket_url', 'image_url', 'name'],
      ...['cmk_id', 'is_quick_import', 'is_quick_export', 'is_config', 'file_format', 'target_region', 'delete_backup'],
      ...['project_name', 'agency_name', 'vault_id', 'enterprise_project_id', 'description', 'license_type'],
      ...['min_ram', 'max_ram', 'hw_firmware_type', 'tags'],
    ].map(key => [key, doing]),
  ),
  region: inherited,
  count: byDefault,
  type: byDefault,
  status: byDefault,
  size: true,
  virtual_size: true,
  min_disk: true,
  format: {
    unless: map => formatOfObject(textOf(map, 'image_url')) !== undefined,
    why: 'without it, the extension of the object would say another thing',
  },
  os_type: true,
  os_version: true,
  os_bit: true,
  platform: true,
  memory: unless('flavor'),
  flavor: {
    unless: map => map.has('name'),
    why: 'a server that later operations refer to has the architecture of its image where nothing else is said',
  },
  architecture: {
    unless: map => map.has('image_url') || map.has('flavor') || map.has('name'),
    why: 'an imported image is x86 where nothing is said; a server has it from its flavor or image',
  },
};

function textOf(map: Struct, key: string): string {
  const text = map.text(key);
  return typeof text === 'object' ? text.value : '';
}

export interface FactKey {
  readonly map: Place;
  readonly key: string;
}

/** The facts that stand in a manifest and can be taken away. */
export function factsIn(analysis: Analysis): readonly FactKey[] {
  const found: FactKey[] = [];
  const models = [...analysis.document.slots()].flatMap(slot => analysis.modelOf(slot) ?? []);
  const deletes = models.some(({ items }) => items.some(item => item.operations.some(isDelete)));
  for (const model of models) {
    for (const { kind, struct } of model.declarations) {
      found.push(...factsOf(struct, thingFacts[kind] ?? {}, deletes));
      if (kind === 'server' && isOwn(struct)) found.push(...factsOfDisks(struct));
    }
    for (const { operations } of model.items) {
      for (const { struct } of operations) found.push(...factsOf(struct, operationFacts, deletes));
    }
  }
  return found;
}

const isDelete = ({ action }: Operation): boolean => action === 'delete';

function factsOf(struct: Struct, rows: Readonly<Record<string, Row>>, deletes: boolean): readonly FactKey[] {
  if (!isOwn(struct)) return [];
  return [...struct.fields].flatMap(([key, { place, source }]) => {
    const row = rows[key];
    const isFact = row === true || (typeof row === 'object' && !row.unless(struct, deletes));
    const stands = samePlace(place, at(struct.place, key)) && samePlace(place, source);
    return isFact && stands && !hasAnchor(place) ? [{ map: struct.place, key }] : [];
  });
}

function factsOfDisks({ fields }: Struct): readonly FactKey[] {
  const [system, data] = [fields.get('system_disk'), fields.get('data_disks')];
  const disks = [
    ...(system === undefined ? [] : [system.source]),
    ...(data?.node.kind === 'map'
      ? data.node.pairs.flatMap(({ key }) => (key.kind === 'scalar' ? [at(data.source, key.value)] : []))
      : []),
  ];
  return disks.flatMap(map => {
    const node = nodeAt(map)?.node;
    if (node?.kind !== 'map' || hasAnchor(map)) return [];
    return keysOf(node).flatMap(key => (diskFacts[key] === true ? [{ map, key }] : []));
  });
}

/** Whether no other map shares what stands in this one. */
const isOwn = ({ place, damaged }: Struct): boolean => {
  const node = nodeAt(place)?.node;
  return node?.kind === 'map' && !damaged && !hasAnchor(place) && !keysOf(node).includes('<<');
};

/** An anchor at the place or above it. */
const hasAnchor = ({ slot, path, part }: Place): boolean =>
  [...path.keys(), path.length].some(length => {
    return nodeAt({ slot, path: path.slice(0, length), part })?.node.anchor !== undefined;
  });

const keysOf = (node: Node): readonly string[] =>
  node.kind === 'map' ? node.pairs.flatMap(({ key }) => (key.kind === 'scalar' ? [key.value] : [])) : [];
