import { expect, test } from 'vitest';
import { Inventory } from '../../../server/src/facts/inventory/inventory.ts';
import { manifest } from '../../support/manifests.ts';
import { check, checkLabels, completeAt } from './support.ts';

const servers = (...lines: string[]): string => manifest(['servers:', ...lines, ''].join('\n'));

const world = manifest(`servers:
  build: { type: ECS, status: Stopped, data_disks: { logs: 40 GB, db: { size: 100 GB, volume_id: vol-1 } } }
  metal: { type: BMS, status: Stopped }
backups:
  nightly: { type: CBR, server: build }
buckets:
  cold: { storage_class: Archive }
  golden: { storage_class: Standard }
images:
  web: { type: system-disk, size: 40 GB }
  secret: { type: system-disk, encrypted: true }
  logs: { type: data-disk }
  installer: { type: iso }
  whole: { type: full-ecs, created_from: cbr }
  mystery: {}
  old: { type: system-disk }
operations:
  - action: delete
    image: old
  - action: replicate
    image: web
    name: web
    target_region: cn-south-1
    agency_name: ims_admin
    project_name: cn-south-1_team
  - action: export
    image: web
    bucket_url: "attic:web.qcow2"
    file_format: QCOW2
  - action: share
    image: web
    tenants: [5db8e21396a0461186ea6ce55ad78616, other]
`);

const at = (...lines: string[]): string => world + lines.join('\n');
const later = '\n  - { action: register-iso, name: later, image_url: "a:b.iso", min_disk: 40, os_version: x }\n';

checkLabels('words', {
  'canonical spellings': [servers('  web: { type: ‸ }'), 'ECS', 'BMS'],
  'whatever is typed': [servers('  web: { status: SHUT‸OFF }'), 'Running', 'Stopped', 'Frozen'],
  'behind a colon without a space': [servers('  web:', '    boot_disk:‸'), 'EVS', 'local'],
  'on a line of its own': [servers('  web:', '    origin:', '      ‸'), 'public', 'marketplace', 'file', 'iso'],
  booleans: [at('  - { action: delete, image: web, delete_backup: ‸ }'), 'true', 'false'],
  'the format version': ['apiVersion: ‸\n', 'ims/v1'],
  'what begins with a word and a space': [manifest('images:\n  a: { platform: Oracle ‸ }\n'), 'Oracle Linux'],
  actions: [
    at('  - action: ‸'),
    'create-system-disk-image',
    'create-data-disk-image',
    'create-full-ecs-image',
    'import-system-disk-image',
    'import-data-disk-image',
    'register-iso',
    'share',
    'replicate',
    'export',
    'publish',
    'unpublish',
    'tag',
    'update',
    'delete',
    'create-servers',
    'change-os',
    'create-data-disk',
  ],
  'the formats of an export': [at('  - { action: export, file_format: ‸ }'), 'QCOW2', 'VMDK', 'VHD', 'ZVHD2', 'ZVHD'],
});

checkLabels('regions', {
  'that of the manifest first': [at('  - { action: publish, region: ‸ }'), 'cn-north-4', 'cn-north-1', '…'],
  'for a copy, others first': [at('  - { action: replicate, target_region: ‸ }'), 'cn-north-1', 'cn-north-2', '…'],
  'by their names': [manifest('images:\n  a: { region: CN North-‸ }\n'), 'cn-north-4', '…'],
});

checkLabels('images', {
  'in scope, what was made last first, what a constraint forbids last': [
    at('  - { action: share, image: ‸ }') + later,
    'web',
    'logs',
    'installer',
    'whole',
    'mystery',
    'web@cn-south-1',
    'secret',
  ],
  'in the region of the operation': [
    at('  - { action: publish, region: cn-south-1, image: ‸ }'),
    'web',
    'web@cn-north-4',
    'logs',
    'installer',
    'mystery',
    'secret',
  ],
  'for change-os': [at('  - { action: change-os, image: ‸ }'), 'web@cn-south-1', 'web', 'secret', 'whole', 'mystery'],
  'for a data disk': [at('  - { action: create-data-disk, image: ‸ }'), 'logs', 'mystery'],
  'for servers': [
    at('  - action: create-servers', '    image:‸'),
    'web@cn-south-1',
    'web',
    'secret',
    'installer',
    'whole',
    'mystery',
  ],
  'to be copied': [
    at('  - { action: replicate, image: ‸, target_region: cn-north-1 }'),
    'web@cn-south-1',
    'web',
    'logs',
    'whole',
    'mystery',
    'secret',
  ],
  'to be exported': [at('  - { action: export, image: ‸ }'), 'web@cn-south-1', 'web', 'secret', 'logs', 'mystery'],
  'as they were before a group, what it deletes last': [
    at('  - parallel:', '      - { action: delete, image: web }', '      - { action: update, image: ‸ }'),
    'web@cn-south-1',
    'secret',
    'logs',
    'installer',
    'whole',
    'mystery',
    'web',
  ],
  'what the group uses behind what may be deleted': [
    at('  - parallel: [{ action: publish, image: logs }, { action: delete, image: ‸ }]'),
    'web@cn-south-1',
    'web',
    'secret',
    'installer',
    'whole',
    'mystery',
    'logs',
  ],
  'in an earlier operation': [
    manifest(`operations:
  - { action: delete, image: ‸ }
  - { action: import-data-disk-image, name: later, image_url: "b:o.raw", min_disk: 40 }
`),
  ],
  'in a list of flow style': [
    manifest('images:\n  a: {}\noperations: [\n  { action: delete, image: a },\n  { action: publish, image: ‸ },\n]\n'),
  ],
  'behind a document marker': [
    `---\n${manifest('images:\n  a: {}\noperations:\n  - { action: publish, image: ‸ }\n')}`,
    'a',
  ],
  'in one document of JSON': [
    `{ "images": { "base": {} }, "operations": [
      { "action": "update", "image": "base", "name": "renamed" },
      { "action": "share", "image": "‸" },
      { "action": "update", "image": "renamed", "name": "again" } ] }`,
    'renamed',
  ],
  'that a server was created from': [
    manifest('images:\n  a: { type: data-disk }\n  b: {}\nservers:\n  s: { type: ECS, image: ‸ }\n'),
    'b',
  ],
  'of this document alone': [
    `${world}---\n${manifest('images:\n  own: {}\noperations:\n  - { action: publish, image: ‸ }\n')}`,
    'own',
  ],
});

test('an image that another operation of the group deletes is told as forbidden', () => {
  const found = completeAt(at('  - parallel: [{ action: delete, image: logs }, { action: publish, image: ‸ }]'));
  expect(found?.items.find(({ label }) => label === 'logs')?.detail).toMatch(/✗ parallel-dependency$/);
});

checkLabels('servers, backups, buckets', {
  'every server for a system disk image': [at('  - { action: create-system-disk-image, server: ‸ }'), 'build', 'metal'],
  'no bare metal for a data disk image': [at('  - { action: create-data-disk-image, server: ‸ }'), 'build'],
  'a server that was made': [
    at('  - { action: create-servers, name: temp, image: installer }', '  - { action: change-os, server: ‸ }'),
    'temp',
    'build',
    'metal',
  ],
  'no server of which only the id is known': [
    at(
      '  - { action: change-os, server: 0a1b2c3d4e5f60718293a4b5c6d7e8f9, image: web }',
      '  - { action: create-data-disk-image, server: ‸ }',
    ),
    'build',
  ],
  'of a backup': [manifest('servers:\n  a: { type: ECS }\n  b: { type: BMS }\nbackups:\n  c: { server: ‸ }\n'), 'a'],
  backups: [at('  - { action: create-full-ecs-image, backup: ‸ }'), 'nightly'],
  'the disks of the server': [at('  - { action: create-data-disk-image, server: build, disk: ‸ }'), 'logs', 'db'],
  'its volumes': [at('  - { action: create-system-disk-image, server: build, volume_id: ‸ }'), 'vol-1'],
  'no disks of no server': [at('  - { action: create-data-disk-image, disk: ‸ }')],
  'a bucket to write to, one that is forbidden after it': [
    at('  - action: export', '    image: web', '    bucket_url: ‸'),
    'golden:',
    'cold:',
    'attic:',
  ],
  'no bucket where there is one': [at('  - { action: export, bucket_url: golden:‸ }')],
});

checkLabels('values used elsewhere', {
  tenants: [at('  - { action: share, tenants: [‸] }'), '5db8e21396a0461186ea6ce55ad78616', 'other'],
  'tenants that are not there yet': [
    at('  - action: share', '    tenants:', '      - other', '      - ‸'),
    '5db8e21396a0461186ea6ce55ad78616',
  ],
  'an agency': [at('  - { action: replicate, agency_name: ‸ }'), 'ims_admin'],
  'a project, after that of the target': [
    at('  - { action: replicate, target_region: cn-east-3, project_name: ‸ }'),
    'cn-east-3',
    'cn-south-1_team',
  ],
});

checkLabels('units', {
  'of a number': [servers('  web: { memory: 4‸ }'), '4 GB', '4 TB', '4 MB'],
  'behind a space': [servers('  web:', '    memory: 4 ‸'), '4 GB', '4 TB', '4 MB'],
  'of memory limits': [at('  - { action: update, min_ram: 512‸ }'), '512 MB', '512 GB', '512 TB'],
  'none without a number': [servers('  web: { memory: ‸ }')],
});

checkLabels('rules', {
  'that a comment suppresses': [
    at('  # ims-ignore: ‸', '  - { action: publish }'),
    'backup-one-image',
    'create-bms-boot-disk',
    '…',
  ],
  'all but those that it has': [
    manifest('# ims-ignore-file: backup-one-image, ‸ -- known\n'),
    'create-bms-boot-disk',
    '…',
  ],
  'none in a text': [manifest('operations:\n  - { action: publish, description: "x # ims-ignore: ‸" }\n')],
  'none in a block scalar': [manifest('operations:\n  - action: publish\n    description: |\n      # ims-ignore: ‸\n')],
  'none behind the reason': [manifest('# ims-ignore: missing-key -- known ‸\n')],
});

const images = [
  { id: 'id-1', name: 'gold', virtual_env_type: 'FusionCompute', __imagetype: 'private' },
  { id: 'id-2', name: 'twin', virtual_env_type: 'FusionCompute' },
  { id: 'id-3', name: 'twin', virtual_env_type: 'FusionCompute' },
  { id: 'id-4', name: 'disk', virtual_env_type: 'DataImage' },
];
const inventory = () => new Inventory(images);
const listed = (rest: string): string => manifest(`inventory: images.json\n${rest}`);

checkLabels(
  'an inventory',
  {
    'its images by name, or by id where the name means several': [
      listed('images:\n  own: {}\noperations:\n  - { action: change-os, image: ‸ }\n'),
      'own',
      'gold',
      'id-2',
      'id-3',
    ],
    'names to complete an image by': [listed('images:\n  gold: {}\n  ‸\n'), 'image', 'twin', 'disk'],
  },
  inventory,
);

check('a value', {
  'follows the colon': [servers('  web:', '    type:‸'), 'ECS', servers('  web:', '    type: ECS')],
  'takes the place of the whole word': [
    servers('  web: { status: Run‸ing }'),
    'Stopped',
    servers('  web: { status: Stopped }'),
  ],
  'takes the place of several words': [
    manifest('images:\n  a:\n    platform: Oracle L‸in # os\n'),
    'Oracle Linux',
    manifest('images:\n  a:\n    platform: Oracle Linux # os\n'),
  ],
  'keeps its distance from a comment': [
    at('  - action: share', '    image: ‸# TODO'),
    'web',
    at('  - action: share', '    image: web # TODO'),
  ],
  'keeps its distance from a comment and a colon': [
    at('  - action: share', '    image:‸ # TODO'),
    'web',
    at('  - action: share', '    image: web # TODO'),
  ],
  'takes the place of a word before a comment': [
    at('  - action: share', '    image: we‸ # TODO'),
    'web',
    at('  - action: share', '    image: web # TODO'),
  ],
  'takes the place of a word and a space before a comment': [
    manifest('images:\n  a:\n    platform: Oracle ‸# os\n'),
    'Oracle Linux',
    manifest('images:\n  a:\n    platform: Oracle Linux # os\n'),
  ],
  'at top level, before a comment': ['region: ‸# the region\n', 'cn-north-1', 'region: cn-north-1 # the region\n'],
  'an action before a comment': [at('  - action: ‸# what'), 'share', at('  - action: share # what')],
  'keeps double quotes': [servers('  web: { type: "E‸" }'), 'ECS', servers('  web: { type: "ECS" }')],
  'keeps single quotes': [servers("  web: { type: 'E‸' }"), 'ECS', servers("  web: { type: 'ECS' }")],
  'closes a quote': [servers('  web:', '    type: "E‸'), 'ECS', servers('  web:', '    type: "ECS"')],
  'closes a quote in flow style': [
    servers('  web: { type: "E‸, id: x }'),
    'ECS',
    servers('  web: { type: "ECS", id: x }'),
  ],
  'is quoted in JSON': [
    '{ "operations": [ { "action": ‸ } ] }',
    'share',
    '{ "operations": [ { "action": "share" } ] }',
  ],
  'is no text in JSON where it is none': [
    '{ "operations": [ { "action": "export", "is_quick_export":‸ } ] }',
    'true',
    '{ "operations": [ { "action": "export", "is_quick_export": true } ] }',
  ],
  'has quotes where it needs them': [
    manifest('images:\n  "a: b": {}\noperations:\n  - { action: publish, image: ‸ }\n'),
    'a: b',
    manifest('images:\n  "a: b": {}\noperations:\n  - { action: publish, image: "a: b" }\n'),
  ],
  'says the region of another': [
    at('  - { action: publish, image: we‸ }'),
    'web@cn-south-1',
    at('  - { action: publish, image: web@cn-south-1 }'),
  ],
  'in a list of flow style': [
    at('  - { action: share, tenants: [a,‸] }'),
    'other',
    at('  - { action: share, tenants: [a,other] }'),
  ],
  'in the middle of a list of flow style': [
    at('  - { action: share, tenants: [a, ‸ b] }'),
    'other',
    at('  - { action: share, tenants: [a, other, b] }'),
  ],
  'before another key of flow style': [
    at('  - { action: ‸', '      image: web }'),
    'share',
    at('  - { action: share,', '      image: web }'),
  ],
  'behind a dash': [
    at('  - action: share', '    tenants:', '      -‸'),
    'other',
    at('  - action: share', '    tenants:', '      - other'),
  ],
  'brings its dash': [
    at('  - action: share', '    tenants:', '      - a', '      ‸'),
    'other',
    at('  - action: share', '    tenants:', '      - a', '      - other'),
  ],
  'brings its dash in a compact list': [
    manifest('operations:\n- action: share\n  tenants: [b]\n- action: share\n  tenants:\n  ‸\n'),
    'b',
    manifest('operations:\n- action: share\n  tenants: [b]\n- action: share\n  tenants:\n  - b\n'),
  ],
  'a unit': [servers('  web: { memory: 4g‸ }'), '4 GB', servers('  web: { memory: 4 GB }')],
  'a bucket': [
    at('  - { action: export, bucket_url: ‸ }'),
    'golden:',
    at('  - { action: export, bucket_url: golden:«» }'),
  ],
  'a bucket in quotes': [
    at('  - { action: export, bucket_url: "go‸" }'),
    'golden:',
    at('  - { action: export, bucket_url: "golden:«»" }'),
  ],
  'a region by its name': [
    manifest('images:\n  a: { region: CN Nor‸ }\n'),
    'cn-north-4',
    manifest('images:\n  a: { region: cn-north-4 }\n'),
  ],
  'a rule': [
    manifest('# ims-ignore-file: share-e‸n -- x\n'),
    'share-encrypted',
    manifest('# ims-ignore-file: share-encrypted -- x\n'),
  ],
  'a rule behind a colon': [
    manifest('images: # ims-ignore:‸\n'),
    'tag-limit',
    manifest('images: # ims-ignore: tag-limit\n'),
  ],
  'with line breaks like the rest': [
    'images:\r\n  a: {}\r\noperations:\r\n  - action: publish\r\n    image: ‸\r\n',
    'a',
    'images:\r\n  a: {}\r\noperations:\r\n  - action: publish\r\n    image: a\r\n',
  ],
  'with an unclosed quote below': [
    servers('  web:', '    type: ‸', '    id: "x'),
    'ECS',
    servers('  web:', '    type: ECS', '    id: "x'),
  ],
});
