import { describe, expect, test } from 'vitest';
import { Analysis } from '../../../server/src/analysis/analysis.ts';
import { actions } from '../../../server/src/model/vocabulary/index.ts';
import { manifest } from '../../support/manifests.ts';
import { applied, check, checkLabels, completeAt } from './support.ts';

const operations = (...lines: string[]): string => manifest(['operations:', ...lines, ''].join('\n'));
const names = Object.keys(actions);

checkLabels('where operations are offered', {
  'at a new item': [operations('  - { action: publish, image: a }', '  ‸'), ...names, 'parallel'],
  'at the first item': [manifest('operations:\n  ‸'), ...names, 'parallel'],
  'at the first item of a compact list, beside the top-level keys': [
    'operations:\n‸',
    'apiVersion',
    'region',
    'account',
    'inventory',
    'servers',
    'backups',
    'buckets',
    'images',
    ...names,
    'parallel',
  ],
  'behind a dash, after the key that begins one': [
    operations('  - ‸'),
    'action',
    ...names,
    'parallel',
    'region',
    'description',
    'enterprise_project_id',
  ],
  'below a dash, as behind it': [
    operations('  -', '    ‸'),
    'action',
    ...names,
    'parallel',
    'region',
    'description',
    'enterprise_project_id',
  ],
  'in a group, where there is no other group': [operations('  - parallel:', '      ‸'), ...names],
  'in a group of flow style': [operations('  - parallel: [‸]'), ...names],
  'not where an operation has keys': [
    operations('  - ‸', '    image: a'),
    'action',
    'region',
    'description',
    'enterprise_project_id',
  ],
  'not below the keys of an operation': [operations('  - action: publish', '    image: a', '   ‸')],
});

check('an operation', {
  'brings its dash': [
    operations('  - { action: publish, image: a }', '  ‸'),
    'share',
    operations('  - { action: publish, image: a }', '  - action: share', '    image: «»', '    tenants:', '      - «»'),
  ],
  'brings its dash, for the word that is typed': [
    operations('  - { action: publish, image: a }', '  pub‸'),
    'publish',
    operations('  - { action: publish, image: a }', '  - action: publish', '    image: «»'),
  ],
  'in a list of flow style over several lines': [
    manifest('operations: [\n  { action: publish, image: a },\n  ‸\n]\n'),
    'publish',
    manifest('operations: [\n  { action: publish, image: a },\n  { action: publish, image: «» }\n]\n'),
  ],
  'follows a dash': [
    operations('  - sh‸'),
    'share',
    operations('  - action: share', '    image: «»', '    tenants:', '      - «»'),
  ],
  'in a list of flow style, before another': [
    manifest('operations: [\n  ‸\n  { action: publish, image: a }\n]\n'),
    'publish',
    manifest('operations: [\n  { action: publish, image: «» },\n  { action: publish, image: a }\n]\n'),
  ],
  'stands below a dash': [
    operations('  -', '    ‸'),
    'publish',
    operations('  -', '    action: publish', '    image: «»'),
  ],
  'keeps its distance from a dash': [operations('  -‸'), 'publish', operations('  - action: publish', '    image: «»')],
  'in a file of four spaces': [
    manifest('operations:\n    - action: publish\n    ‸\n'),
    'share',
    manifest(
      'operations:\n    - action: publish\n    - action: share\n      image: «»\n      tenants:\n          - «»\n',
    ),
  ],
  'in a compact file': [
    operations('- action: publish', '- ‸'),
    'share',
    operations('- action: publish', '- action: share', '  image: «»', '  tenants:', '  - «»'),
  ],
  'in flow style': [operations('  - { ‸ }'), 'share', operations('  - { action: share, image: «», tenants: [«»] }')],
  'in a group of flow style': [
    operations('  - parallel: [‸]'),
    'publish',
    operations('  - parallel: [{ action: publish, image: «» }]'),
  ],
  'in a group whose operations are in flow style': [
    operations('  - parallel:', '      - { action: publish, image: a }', '      ‸'),
    'delete',
    operations('  - parallel:', '      - { action: publish, image: a }', '      - { action: delete, image: «» }'),
  ],
  'behind a dash in a group whose operations are in flow style': [
    operations('  - parallel:', '      - { action: publish, image: a }', '      - ‸'),
    'delete',
    operations('  - parallel:', '      - { action: publish, image: a }', '      - { action: delete, image: «» }'),
  ],
  'in a group of block style': [
    operations('  - parallel:', '      - ‸'),
    'publish',
    operations('  - parallel:', '      - action: publish', '        image: «»'),
  ],
  'in JSON': [
    '{ "operations": [ ‸ ] }',
    'create-full-ecs-image',
    '{ "operations": [ { "action": "create-full-ecs-image", "name": "«»", "server": "«»" } ] }',
  ],
  'with the words that a key takes': [
    operations('  - ‸'),
    'export',
    operations(
      '  - action: export',
      '    image: «»',
      '    bucket_url: «»',
      '    file_format: «QCOW2|VMDK|VHD|ZVHD2|ZVHD»',
    ),
  ],
  'with what an alternative needs': [
    operations('  - ‸'),
    'create-data-disk-image',
    operations('  - action: create-data-disk-image', '    name: «»', '    server: «»', '    disk: «»'),
  ],
  'a group': [
    operations('  - { action: publish, image: a }', '  ‸'),
    'parallel',
    operations('  - { action: publish, image: a }', '  - parallel:', '      - «»'),
  ],
  'a group in a compact file': [
    operations('- { action: publish, image: a }', '‸'),
    'parallel',
    operations('- { action: publish, image: a }', '- parallel:', '  - «»'),
  ],
  'with line breaks like the rest': [
    'operations:\r\n  - ‸\r\n',
    'publish',
    'operations:\r\n  - action: publish\r\n    image: «»\r\n',
  ],
});

check('a declaration', {
  'of an image': [
    manifest('images:\n  ‸\n'),
    'image',
    manifest('images:\n  «image»:\n    type: «system-disk|data-disk|full-ecs|iso»\n'),
  ],
  'of a server between others': [
    manifest('servers:\n    a: { type: ECS }\n    ‸\n    b: { type: ECS }\n'),
    'server',
    manifest('servers:\n    a: { type: ECS }\n    «server»:\n        type: «ECS|BMS»\n    b: { type: ECS }\n'),
  ],
  'of a backup in flow style': [
    manifest('backups: { ‸ }\n'),
    'backup',
    manifest('backups: { «backup»: { type: «CBR|CSBS» } }\n'),
  ],
  'of a bucket': [
    manifest('buckets:\n  ‸\n'),
    'bucket',
    manifest('buckets:\n  «bucket»:\n    storage_class: «Standard|Infrequent Access|Archive|Deep Archive»\n'),
  ],
  'of a bucket that is used': [
    manifest(
      'buckets:\n  ‸\noperations:\n  - { action: export, image: a, bucket_url: "golden:a.vhd", file_format: VHD }\n',
    ),
    'golden',
    manifest(
      'buckets:\n  golden:\n    «»\noperations:\n  - { action: export, image: a, bucket_url: "golden:a.vhd", file_format: VHD }\n',
    ),
  ],
});

const skeleton = 'apiVersion: ims/v1\nregion: «cn-north-4»\n\noperations:\n  - «»';

check('a manifest', {
  'in an empty file': ['‸', 'manifest', skeleton],
  'below a comment': ['# The monthly images.\n‸', 'manifest', `# The monthly images.\n${skeleton}`],
});

describe('an operation with its first choices, filled in,', () => {
  test.each(names)('%s lacks no key', name => {
    const marked = operations('  ‸');
    const found = completeAt(marked);
    const item = found?.items.find(({ label }) => label === name);
    const text = found && item && applied(marked.replace('‸', ''), found, item);
    const filled = text?.replace(/«([^|»]*)[^»]*»/g, (_, first) => first || 'x');
    const missing = new Analysis(filled ?? '').findings().filter(({ rule }) => /^(missing|unknown)-key$/.test(rule));
    expect(filled).toContain(`action: ${name}`);
    expect(missing).toEqual([]);
  });
});
