import fc from 'fast-check';
import { Inventory, type InventoryFiles } from '../../server/src/facts/inventory/inventory.ts';

/** Pieces that manifests are made of, whole and broken, so that random texts meet every path of the cut. */
const lines = [
  'apiVersion: ims/v1',
  'region: cn-north-4',
  'region: CN South-Guangzhou',
  'account: { cn-north-4: { private_images: 1, private_image_quota: 2 }, cn-south-1: { private_image_quota: 1 } }',
  'inventory: listed.json',
  'inventory: [ listed.json, { path: nowhere.json, region: cn-south-1 } ]',
  'images:',
  'servers:',
  'operations:',
  '  base: { type: system-disk, size: 40 GB, encrypted: true, id: "7ca5b0f2" }',
  '  full:',
  '    type: full-ecs',
  '    created_from: csbs',
  '  web: &web { type: ECS, status: Stopped, encrypted: true, image: base }',
  '  - action: create-full-ecs-image',
  '    name: full2',
  '    server: web',
  '  - action: replicate',
  '    image: base',
  '    image: full2',
  '    name: copy',
  '    target_region: cn-south-1',
  "    cmk_id: ''",
  '  - action: share',
  '    image: copy',
  '    image: base@cn-north-4',
  '    image: listed',
  '  - { action: replicate, image: listed, name: base }',
  '  - { action: create-full-ecs-image, name: listed, server: web }',
  '  - { action: delete, image: base }',
  '    tenants: [a, b, "c"]',
  '    tenants:',
  '      - a1',
  '      - a2',
  '  - { action: delete, image: copy }',
  '  - { action: export, image: base, bucket_url: "b:o", is_quick_export: true }',
  '  - { action: update, image: base, name: renamed }',
  '  - parallel:',
  '      - action: publish',
  '        image: base',
  '      - { action: tag, image: base, tags: {a: b} }',
  '- action: unpublish',
  '  image: renamed',
  '  <<: *web',
  '    <<: [*web, *b]',
  '    size: 200 GB',
  '    is_quick_import: true',
  '  # a comment',
  '# ims-ignore: share-encrypted -- known',
  '# ims-ignore-file: full-ecs-share-source, missing-key',
  '  # ims-ignore: share-encrypted, unknown-reference, duplicate-name',
  '    # ims-ignore: unknown-key',
  '    image: base # ims-ignore: share-encrypted, no-such-rule',
  '  - action: share # ims-ignore: missing-key, unused-suppression',
  '    description: "x # ims-ignore: share-encrypted',
  '',
  '---',
  '...',
  '<<<<<<< HEAD',
  '=======',
  '>>>>>>> other',
  'ima',
  '    ima',
  '  - ',
  '    name: "unclosed',
  '    tenants: [a, b',
  '\taction: share',
  '  \taction: share',
  '? explicit',
  ': value',
  '}',
  '  ]',
  '{ "apiVersion": "ims/v1" }',
  '%YAML 1.2',
  '    text: |',
  '      block: not a key',
  '  : odd',
  '&a key: b',
];

/** The inventories that random manifests name. */
export const inventories: InventoryFiles = path =>
  path === 'listed.json'
    ? new Inventory([
        { id: '7ca5b0f2', name: 'base', __imagetype: 'private', __system__cmkid: 'k' },
        { id: '8db6', name: 'listed', __imagetype: 'private', __image_size: `${200 * 2 ** 30}` },
      ])
    : 'missing';

export const manifestText: fc.Arbitrary<string> = fc
  .tuple(
    fc.array(fc.constantFrom(...lines), { maxLength: 24 }),
    fc.constantFrom('\n', '\n', '\n', '\r\n'),
    fc.boolean(),
    fc.boolean(),
  )
  .map(([all, eol, last, bom]) => (bom ? '\uFEFF' : '') + all.join(eol) + (last ? eol : ''));

export interface RandomEdit {
  /** Where, as a part of the text's length. */
  readonly at: number;
  readonly remove: number;
  readonly insert: string;
}

const inserts = fc.oneof(
  fc.constantFrom(
    '\n',
    ' ',
    '  ',
    '-',
    '- ',
    ':',
    ': ',
    '"',
    "'",
    '[',
    ']',
    '{',
    '}',
    '#',
    '&a ',
    '*a',
    '\t',
    '\r',
    '\r\n',
    'x',
  ),
  fc.constantFrom(...lines).map(line => `${line}\n`),
  fc.constantFrom(...lines).map(line => `\n${line}`),
  fc.constant(''),
);

export const edits: fc.Arbitrary<RandomEdit[]> = fc.array(
  fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
    remove: fc.oneof(fc.constant(0), fc.nat(3), fc.nat(60)),
    insert: inserts,
  }),
  { minLength: 1, maxLength: 8 },
);

const maybe = <T>(...values: readonly T[]): fc.Arbitrary<T | undefined> =>
  fc.oneof({ weight: 2, arbitrary: fc.constantFrom(...values) }, { weight: 1, arbitrary: fc.constant(undefined) });

const flag = maybe(true, false);
const regionName = fc.option(fc.constantFrom('cn-north-4', 'cn-south-1'), { nil: undefined, freq: 4 });
const architecture = maybe('x86', 'arm');
const platform = maybe('Windows', 'CentOS', 'SUSE');
const origin = maybe('public', 'marketplace', 'file', 'iso');
const bits = maybe(32, 64);
const flavor = maybe('s6.large.2', 'kc1.xlarge.4', 'other');
const fileSize = maybe('20 GB', '128 GB', '200 GB', '500 GB', '1 TB', '2 TB');
const capacity = maybe('40 GB', '1 TB', '2 TB');

const anImage = fc.record({
  region: regionName,
  status: maybe('Normal', 'Creating'),
  type: maybe('system-disk', 'data-disk', 'full-ecs', 'iso'),
  size: fileSize,
  min_disk: capacity,
  architecture,
  os_bit: bits,
  platform,
  encrypted: flag,
  cmk_id: fc.option(fc.constantFrom('', 'key'), { nil: undefined, freq: 2 }),
  origin,
  created_from: fc.option(fc.constantFrom('ecs', 'cbr', 'csbs'), { nil: undefined, freq: 2 }),
  csbs_backup: flag,
  published: flag,
  shared_by: fc.option(fc.constant('someone'), { nil: undefined, freq: 3 }),
  tags: maybe({}, { a: 'b' }, Object.fromEntries([...'abcdefghij'].map(key => [key, '']))),
  tenants: maybe<number | readonly string[]>(3, 9, 127, ['t1', 't2']),
});

const aDisk = fc.oneof(
  fc.constantFrom('100 GB', '2 TB'),
  fc.record({ size: capacity, encrypted: flag, volume_id: maybe('v1', 'v2') }),
);

const serverKeys = {
  type: fc.constantFrom('ECS', 'ECS', 'BMS'),
  region: regionName,
  status: maybe('Running', 'Stopped', 'Frozen', 'ERROR'),
  architecture,
  flavor,
  memory: maybe('4 GB', '8 GB'),
  boot_disk: maybe('EVS', 'local'),
  system_disk: fc.option(aDisk, { nil: undefined }),
  data_disks: fc.option(fc.dictionary(fc.constantFrom('d1', 'd2'), aDisk, { maxKeys: 2 }), { nil: undefined }),
  encrypted: flag,
  csbs_backup: flag,
};

/** The operating system of a server is told once: of itself, or of the image that it was created from. */
const aServer = fc.oneof(
  fc.record({ ...serverKeys, origin, platform, os_bit: bits }),
  fc.record({ ...serverKeys, image: fc.constantFrom('i1', 'i2') }),
);

const imageRef = fc.constantFrom('i1', 'i2', 'made', 'copy', 'i1@cn-south-1');
const serverRef = fc.constantFrom('s1', 's2', 'new');
const importKeys = {
  name: fc.constant('made'),
  image_url: fc.constantFrom('b:o.iso', 'b:o.vhd', 'b:o.raw', 'b:o.ova', 'b:o'),
  min_disk: fc.constantFrom('10 GB', '40 GB', '3 TB'),
  size: fileSize,
  format: maybe('ISO', 'ZVHD2', 'VHD', 'odd'),
  cmk_id: fc.option(fc.constantFrom('', 'key'), { nil: undefined }),
};
const act = <A extends string, T extends object>(
  action: A,
  keys: { [K in keyof T]: fc.Arbitrary<T[K]> },
): fc.Arbitrary<object> => fc.record({ action: fc.constant(action), region: regionName, ...keys } as never);

const anOperation: fc.Arbitrary<object> = fc.oneof(
  act('create-system-disk-image', {
    name: fc.constant('made'),
    server: serverRef,
    volume_id: fc.option(fc.constant('v1'), { nil: undefined, freq: 2 }),
    os_version: fc.constant('o'),
  }),
  act('create-data-disk-image', { name: fc.constant('made'), server: serverRef, disk: fc.constantFrom('d1', 'd2') }),
  act('create-full-ecs-image', { name: fc.constant('made'), server: serverRef }),
  act('create-full-ecs-image', { name: fc.constant('made'), backup: fc.constantFrom('b1', 'b2') }),
  act('import-system-disk-image', {
    ...importKeys,
    is_quick_import: flag,
    os_version: fc.constant('o'),
    os_bit: bits,
    platform,
    architecture,
  }),
  act('import-data-disk-image', { ...importKeys, is_quick_import: flag, virtual_size: capacity }),
  act('register-iso', { ...importKeys, os_version: fc.constant('o'), architecture, os_bit: bits }),
  act('share', { image: imageRef, tenants: fc.subarray(['t1', 't3', 't4', 't5'], { minLength: 1 }) }),
  act('replicate', {
    image: imageRef,
    name: fc.constant('copy'),
    target_region: regionName,
    project_name: fc.constant('p'),
    agency_name: fc.constant('a'),
    cmk_id: fc.option(fc.constantFrom('', 'key'), { nil: undefined }),
  }),
  act('export', {
    image: imageRef,
    bucket_url: fc.constantFrom('b1:o', 'b2:o'),
    is_quick_export: flag,
    file_format: maybe('VHD', 'RAW'),
  }),
  act('publish', { image: imageRef }),
  act('unpublish', { image: imageRef }),
  act('tag', { image: imageRef, tags: fc.constantFrom({ x: 'y' }, { a: 'c', z: '' }) }),
  act('update', { image: imageRef, name: maybe('made', 'i1'), cmk_id: maybe('key') }),
  act('delete', { image: imageRef }),
  act('create-servers', {
    image: imageRef,
    count: maybe(1, 2, 60, 101),
    name: fc.option(fc.constant('new'), { nil: undefined }),
    flavor,
    architecture,
    memory: maybe('4 GB', '16 GB'),
    status: maybe('Stopped'),
  }),
  act('change-os', { server: serverRef, image: imageRef }),
  act('create-data-disk', { image: imageRef, count: maybe(1, 2) }),
);

const anItem: fc.Arbitrary<object> = fc.oneof(
  { weight: 4, arbitrary: anOperation },
  {
    weight: 1,
    arbitrary: fc.array(anOperation, { minLength: 2, maxLength: 7 }).map(parallel => ({ parallel })),
  },
);

const section = (name: string, entries: Readonly<Record<string, object>>): string =>
  `${name}:\n${Object.entries(entries)
    .map(([key, entry]) => `  ${key}: ${JSON.stringify(entry)}\n`)
    .join('')}`;

/** A manifest without fault in its YAML, with any facts about the things that its operations use. */
export const wholeManifest: fc.Arbitrary<string> = fc
  .record({
    region: fc.constantFrom('', 'region: cn-north-4\n'),
    images: fc.record({ i1: anImage, i2: anImage }),
    servers: fc.record({ s1: aServer, s2: aServer }),
    backups: fc.record({
      b1: fc.record({ type: fc.constantFrom('CBR', 'CSBS'), server: maybe('s1') }),
      b2: fc.record({ type: fc.constantFrom('CBR', 'CSBS'), server: maybe('s2'), id: maybe('backup-id') }),
    }),
    buckets: fc.record({
      b1: fc.record({ storage_class: maybe('Standard', 'Archive'), region: regionName }),
      b2: fc.record({ storage_class: maybe('Standard', 'Archive'), region: regionName }),
    }),
    operations: fc.array(anItem, { minLength: 1, maxLength: 8 }),
  })
  .map(({ region, images, servers, backups, buckets, operations }) =>
    [
      `apiVersion: ims/v1\n${region}`,
      ...Object.entries({ images, servers, backups, buckets }).map(([name, entries]) => section(name, entries)),
      `operations:\n${operations.map(item => `  - ${JSON.stringify(item)}\n`).join('')}`,
    ].join(''),
  );
