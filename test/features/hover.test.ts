import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Analysis } from '../../server/src/analysis/analysis.ts';
import { hover } from '../../server/src/features/hover.ts';
import type { Language } from '../../server/src/localized.ts';
import { rulePage } from '../../server/src/rulePage.ts';
import { aPart, manifestText } from '../support/arbitrary.ts';
import { manifest } from '../support/manifests.ts';

/** A manifest with a mark where the hover is, what is hovered over, and the lines of what it says. */
type Case = readonly [text: string, over: string, ...says: string[]];

function check(title: string, language: Language, cases: Readonly<Record<string, Case>>): void {
  describe(title, () => {
    test.each(Object.entries(cases))('%s', (_, [marked, over, ...says]) => {
      const text = marked.replace('‸', '');
      const told = hover(new Analysis(text), marked.indexOf('‸'), language);
      expect(told && text.slice(told.start, told.end)).toBe(over);
      expect(told?.contents.split('\n').filter(line => line !== '')).toEqual(says);
    });
  });
}

function checkNothing(cases: Readonly<Record<string, string>>): void {
  test.each(Object.entries(cases))('nothing to say about %s', (_, marked) => {
    expect(hover(new Analysis(marked.replace('‸', '')), marked.indexOf('‸'), 'en')).toBeUndefined();
  });
}

const rule = (id: string, language: Language = 'en'): string => `[\`${id}\`](${rulePage(id, language)})`;

const images = (...lines: string[]): string => manifest(['images:', ...lines, ''].join('\n'));
const operations = (...lines: string[]): string => manifest(['operations:', ...lines, ''].join('\n'));
const servers = (...lines: string[]): string => manifest(['servers:', ...lines, ''].join('\n'));

const sharing = (type: string, share: string): string =>
  images(`  payroll: { ${type} }`, 'operations:', `  - ${share}`);

check('an action', 'en', {
  'tells what it does, and its ledger': [
    sharing('type: full-ecs, encrypted: true, created_from: cbr', '{ action: sh‸are, image: payroll, tenants: [a] }'),
    'share',
    '**share**',
    'Lets other tenants use an image in the region where it is. Tenants are added to those that have it already.',
    'IMS request: `POST /v1/cloudimages/members`',
    `- ✗ **violated** ${rule('share-encrypted')} An encrypted image cannot be shared with other tenants.`,
    `- ? undecided ${rule('share-published')} An image cannot be shared while it is published in Marketplace (KooGallery). Missing: \`published\` of \`payroll\`.`,
    `- ? undecided ${rule('share-status')} Only an image in the Normal state can be shared. Missing: \`status\` of \`payroll\`.`,
    `- ? undecided ${rule('share-tenant-limit')} An image can be shared with at most 128 tenants, a full-ECS image with at most 10. Missing: \`tenants\` of \`payroll\`.`,
    `- ✓ holds ${rule('full-ecs-share-source')} A full-ECS image cannot be shared if it was created from a CSBS backup, or from an ECS that has or ever had one.`,
    `- ✓ holds ${rule('share-region')} An image can only be shared within the region that it is in.`,
  ],
  'says the same on its key': [
    operations('  - { act‸ion: publish, image: x }'),
    'action',
    '**publish**',
    'Offers a private image in Marketplace (KooGallery). While it is published it can be neither shared nor deleted.',
    'Only the console does this.',
    `- ? undecided ${rule('encrypt-publish')} An encrypted image cannot be published in Marketplace (KooGallery). Missing: \`encrypted\` of \`x\`.`,
    `- ? undecided ${rule('full-ecs-publish')} A full-ECS image cannot be published in Marketplace (KooGallery). Missing: \`type\` of \`x\`.`,
  ],
});

check('an action', 'zh', {
  'tells its ledger in Chinese': [
    sharing('type: system-disk, tenants: 1', '{ action: sh‸are, image: payroll, tenants: [a] }'),
    'share',
    '**share**',
    '将镜像共享给其他租户，对方可在镜像所在区域使用。新的共享租户会加到已有的共享租户之中。',
    'IMS 请求：`POST /v1/cloudimages/members`',
    `- ? 无法判断 ${rule('share-encrypted', 'zh')} 加密镜像不能共享给其他租户。缺少：\`payroll\` 的 \`encrypted\`。`,
    `- ? 无法判断 ${rule('share-published', 'zh')} 已发布到云市场（云商店，KooGallery）的镜像不能共享。缺少：\`payroll\` 的 \`published\`。`,
    `- ? 无法判断 ${rule('share-status', 'zh')} 只有状态为“正常”的镜像才能共享。缺少：\`payroll\` 的 \`status\`。`,
    `- ✓ 满足 ${rule('full-ecs-share-source', 'zh')} 由云服务器备份（CSBS）创建的整机镜像，或由有过云服务器备份的弹性云服务器创建的整机镜像，不能共享。`,
    `- ✓ 满足 ${rule('share-region', 'zh')} 镜像只能在其所在区域内共享。`,
    `- ✓ 满足 ${rule('share-tenant-limit', 'zh')} 一个镜像最多共享给 128 个租户，整机镜像最多共享给 10 个租户。`,
  ],
});

const imported = (key: string): string =>
  operations('  - action: import-data-disk-image', '    name: data', '    image_url: b:o.vmdk', `    ${key}`);

check('a key', 'en', {
  'of an operation, with the constraints that read it': [
    imported('si‸ze: 140 GB'),
    'size',
    '**size**',
    'The size of the image file, not the capacity of the disk inside, which is `min_disk`. It decides whether the file can be imported, above 128 GB only through fast import and never above 1 TB.',
    'Value: a size such as `40 GB`; a bare number is GB',
    `Read by: ✗ ${rule('import-size')}`,
  ],
  'that is required': [
    imported('min‸_disk: 40 GB'),
    'min_disk',
    '**min_disk** · required',
    'The capacity of the disk that the image holds, and so the least that a disk created from it has. It says nothing about the size of the image file, which is `size`.',
    'Value: a size such as `40 GB`; a bare number is GB',
    `Read by: ? ${rule('import-data-disk-too-small')}, ✓ ${rule('import-data-disk-capacity')}`,
  ],
  'with a default': [
    operations('  - { action: create-data-disk, ‸count: 1 }'),
    'count',
    '**count** · default `1`',
    'How many to create. IMS recommends at most 100 servers at a time from one system disk image; of data disks, an image makes one at a time.',
    'Value: a whole number, 1 or more',
    'Read by: ✓ [`data-disk-one-at-a-time`](https://github.com/ims-manifest/ims-manifest/blob/main/docs/rules/data-disk-one-at-a-time.md)',
  ],
  'of a disk of a server': [
    servers('  web: { type: ECS, data_disks: { logs: { si‸ze: 40 GB } } }'),
    'size',
    '**size**',
    'The capacity of the disk. Above 1 TB, a disk can become part of a full-ECS image only.',
    'Value: a size such as `40 GB`; a bare number is GB',
  ],
  'of a group': [
    operations('  - par‸allel: []'),
    'parallel',
    '**parallel**',
    'Operations that run at the same time. Each sees images and servers as they were before the group.',
    'Value: a list of operations',
  ],
  'in a broken operation': [
    operations('  - action: share', '    ima‸ge: payroll', '    tenants: [a'),
    'image',
    '**image** · required',
    'The image that the operation works on: a name declared or made above, or an id. `name@region` says which one where several regions have the name.',
    'Value: the name or id of an image',
    `Read by: ${['full-ecs-share-source', 'share-encrypted', 'share-published', 'share-region', 'share-status'].map(id => `? ${rule(id)}`).join(', ')}`,
  ],
});

/** A place to hover over, and the constraints that read what is said there with how they turn out. */
const readers: Readonly<Record<string, readonly [marked: string, ...told: string[]]>> = {
  'items of a list': [
    `${images('  a: { type: full-ecs, tenants: 10 }')}operations: [{ action: share, image: a, ten‸ants: [b] }]\n`,
    '✗ share-tenant-limit',
  ],
  'what is declared elsewhere, told at the reference': [
    `${manifest('buckets: { b: { storage_class: Archive, region: cn-north-4 } }\n')}operations: [{ action: export, buc‸ket_url: b:c }]\n`,
    '✗ export-bucket-class',
    '? export-bucket-region',
  ],
  'a disk': [
    `${servers('  s: { data_disks: { d: 2 TB } }')}operations: [{ action: create-data-disk-image, server: s, di‸sk: d }]\n`,
    '✗ create-data-disk-capacity',
  ],
  'the fact of an image, in operations that use it': [
    `${images('  a: { encry‸pted: true }')}operations:\n  - { action: publish, image: a }\n  - { action: share, image: a }\n  - { action: share, image: a }\n`,
    '✗ encrypt-publish',
    '✗ share-encrypted',
  ],
  'a fact of an image that another operation does not use': [
    `${images('  a: { type: sys‸tem-disk }', '  b: { type: iso }')}operations:\n  - { action: publish, image: b }\n`,
  ],
  'the fact of a bucket': [
    `${manifest('buckets: { b: { storage‸_class: Archive } }\n')}operations: [{ action: export, image: a, bucket_url: b:c }]\n`,
    '✗ export-bucket-class',
  ],
  'the size of a disk': [
    `${servers('  s: { data_disks: { d: { si‸ze: 2 TB } } }')}operations: [{ action: create-data-disk-image, server: s, disk: d }]\n`,
    '✗ create-data-disk-capacity',
  ],
  'a fact of what nothing uses': [images('  a: { encry‸pted: true }')],
};

test.each(Object.entries(readers))('the constraints that read %s', (_, [marked, ...expected]) => {
  const told = hover(new Analysis(marked.replace('‸', '')), marked.indexOf('‸'), 'en');
  const line = /Read by: (.*)/.exec(told?.contents ?? '')?.[1] ?? '';
  const found = [...line.matchAll(/([✗✓?]) \[`([^`]*)`/g)].map(([, mark, id]) => `${mark} ${id}`);
  expect(found).toEqual(expected);
});

check('a value', 'en', {
  'a word by its synonym': [
    servers('  web: { type: ECS, status: SHUT‸OFF }'),
    'SHUTOFF',
    '`SHUTOFF` = `Stopped`',
    'The server is shut down. An ECS and a BMS can be made into an image.',
  ],
  'a word that is none of the list': [
    servers('  web: { type: ECS, status: RES‸CUE }'),
    'RESCUE',
    '**status**',
    'The state of the server. An ECS must be running or stopped for an image to be made of it, a BMS must be stopped.',
    'Value: one of `Running`, `Stopped`, `Frozen`',
  ],
  'a region by its name': [
    'region: CN South-‸Guangzhou\n',
    'CN South-Guangzhou',
    '**CN South-Guangzhou** · `cn-south-1`',
    `Images of up to 300 GB can be replicated from here to another region: ${rule('replicate-size')}`,
  ],
  'a region that is a key': [
    'account: { ap‸-southeast-1: { private_images: 3 } }\n',
    'ap-southeast-1',
    '**CN-Hong Kong** · `ap-southeast-1`',
    `Images of up to 128 GB can be replicated from here to another region: ${rule('replicate-size')}`,
  ],
  'a region of a partner cloud': [
    'region: re‸gion-1\n',
    'region-1',
    '`region-1`',
    `Images of up to 128 GB can be replicated from here to another region: ${rule('replicate-size')}`,
  ],
  'a size in its own unit': [
    images('  base: { min_disk: 1.5‸tb }'),
    '1.5tb',
    '**1.5 TB** = 1536 GB',
    '**min_disk**',
    'The capacity of the disk that the image holds. The image file, whose size is `size`, may be far smaller.',
    'Value: a size such as `40 GB`; a bare number is GB',
  ],
  'a flavor': [
    servers('  web: { type: ECS, flavor: kc1.lar‸ge.2 }'),
    'kc1.large.2',
    '`kc1.large.2`',
    'Its name says: `arm`, 4 GB of memory.',
  ],
  'a flavor that says half': [
    servers('  web: { type: ECS, flavor: s6.hu‸ge.2 }'),
    's6.huge.2',
    '`s6.huge.2`',
    'Its name says: `x86`, memory unknown.',
  ],
  'a flavor of another form': [
    servers('  web: { type: ECS, flavor: ‸large }'),
    'large',
    '`large`',
    'Its name does not say the architecture or the memory.',
  ],
  'a file': [
    operations('  - { action: register-iso, name: x, image_url: "media:‸a.iso" }'),
    '"media:a.iso"',
    'Object `a.iso` in the bucket `media`',
    'Its format is `ISO`.',
  ],
  'a truth': [
    operations('  - { action: delete, image: x, delete_backup: tr‸ue }'),
    'true',
    '**delete_backup** · default `false`',
    'Whether the backup behind a full-ECS image is deleted with it. Otherwise the backup stays, and its storage goes on costing.',
    'Value: `true` or `false`',
  ],
});

const declared = [
  '- region: `cn-north-4` (line 2)',
  '- type: `system-disk` (line 4)',
  '- size: 9 GB (line 4)',
  '- encrypted: `true` (line 4)',
];
const known = 'type: system-disk, size: 9 GB, cmk_id: k';

check('a reference', 'en', {
  'to an image': [
    sharing(`${known}, tags: { team: sre }, tenants: 3`, '{ action: share, image: pay‸roll, tenants: [a] }'),
    'payroll',
    '**Image** `payroll` · line 4',
    ...declared,
    '- tags: 1 (line 4)',
    '- tenants: 3',
    'Unknown, and needed here: `published`, `status`',
  ],
  'to an image of which a decisive fact is unknown': [
    sharing('type: data-disk', '{ action: share, image: pay‸roll, tenants: [a] }'),
    'payroll',
    '**Image** `payroll` · line 4',
    '- region: `cn-north-4` (line 2)',
    '- type: `data-disk` (line 4)',
    'Unknown, and needed here: `encrypted`, `published`, `status`, `tenants`',
  ],
  'to an image as an earlier operation left it': [
    images(
      '  payroll: { type: system-disk, tenants: [a] }',
      'operations:',
      '  - { action: share, image: payroll, tenants: [b] }',
      '  - { action: publish, image: payroll }',
      '  - { action: delete, image: pay‸roll }',
    ),
    'payroll',
    '**Image** `payroll` · line 4',
    '- region: `cn-north-4` (line 2)',
    '- type: `system-disk` (line 4)',
    '- published: `true` (line 7)',
    '- tenants: 2 (lines 4, 6)',
  ],
  'to something outside of the manifest': [
    operations('  - { action: delete, image: 7ca5b0f2-5a3d-4ac1-9d4d-0c8f2a8f3f6‸e }'),
    '7ca5b0f2-5a3d-4ac1-9d4d-0c8f2a8f3f6e',
    '**Image** `7ca5b0f2-5a3d-4ac1-9d4d-0c8f2a8f3f6e`',
    'Nothing is known about it here.',
    'Unknown, and needed here: `published`',
  ],
  'through an alias': [
    manifest(`x: &i payroll\nimages:\n  payroll: { type: iso }\noperations:\n  - { action: delete, image: *‸i }\n`),
    '*i',
    '**Image** `payroll` · line 5',
    '- region: `cn-north-4` (line 2)',
    '- type: `iso` (line 5)',
    'Unknown, and needed here: `published`',
  ],
  'of a server to its image': [
    images('  payroll: { type: iso }', 'servers:', '  web: { type: ECS, image: pay‸roll }'),
    'payroll',
    '**Image** `payroll` · line 4',
    '- region: `cn-north-4` (line 2)',
    '- type: `iso` (line 4)',
  ],
  'to a bucket': [
    manifest(
      'buckets:\n  golden: { storage_class: WARM }\noperations:\n  - { action: export, image: x, bucket_url: "gold‸en:x.qcow2" }\n',
    ),
    '"golden:x.qcow2"',
    '**Bucket** `golden` · line 4',
    '- storage_class: `Infrequent Access` (line 4)',
    'Unknown, and needed here: `region`',
    'Object: `x.qcow2`',
  ],
});

check('a reference', 'zh', {
  'tells in Chinese': [
    sharing('type: data-disk, encrypted: false', '{ action: share, image: pay‸roll, tenants: [a] }'),
    'payroll',
    '**镜像** `payroll` · 第 4 行',
    '- region: `cn-north-4`（第 2 行）',
    '- type: `data-disk`（第 4 行）',
    '- encrypted: `false`（第 4 行）',
    '此处需要但未知：`published`、`status`、`tenants`',
  ],
});

check('a name', 'en', {
  'of a declared image': [images(`  pay‸roll: { ${known} }`), 'payroll', '**Image** `payroll` · line 4', ...declared],
  'of a declared server': [
    servers(
      '  we‸b:',
      '    type: ECS',
      '    flavor: s6.large.2',
      '    system_disk: { size: 40 GB, encrypted: true }',
      '    data_disks: { logs: 100 GB }',
    ),
    'web',
    '**Server** `web` · line 4',
    '- type: `ECS` (line 5)',
    '- region: `cn-north-4` (line 2)',
    '- architecture: `x86` (line 6)',
    '- flavor: `s6.large.2` (line 6)',
    '- memory: 4 GB (line 6)',
    '- system_disk: 40 GB (line 7), encrypted (line 7)',
    '- data_disks `logs`: 100 GB (line 8)',
  ],
  'of a declared backup': [
    servers('  web: { type: ECS }', 'backups:', '  ‸nightly: { type: CBR, server: web }'),
    'nightly',
    '**Backup** `nightly` · line 6',
    '- type: `CBR` (line 6)',
    '- region: `cn-north-4` (line 2)',
    '- server: `web` (line 4)',
  ],
  'of an image that an operation makes': [
    images(
      '  payroll: { type: system-disk, size: 9 GB, encrypted: true }',
      'operations:',
      '  - { action: replicate, image: payroll, name: co‸py, cmk_id: "" }',
    ),
    'copy',
    '**Image** `copy` · line 6',
    '- region: `cn-north-4` (line 2)',
    '- status: `Normal`',
    '- type: `system-disk` (line 4)',
    '- size: 9 GB (line 4)',
    '- encrypted: `false` (line 6)',
    '- published: `false`',
  ],
  'of a server that an operation makes': [
    operations('  - { action: create-servers, image: x, name: inst‸aller, count: 1 }'),
    'installer',
    '**Server** `installer` · line 4',
    '- type: `ECS`',
    '- region: `cn-north-4` (line 2)',
    '- status: `Running`',
    '- csbs_backup: `false` (line 4)',
  ],
  'that none of several servers has': [
    servers('  web: { type: ECS }', 'operations:', '  - { action: create-servers, image: x, name: w‸eb, count: 2 }'),
    'web',
    '**name**',
    'The name of the server. With a `count` of 1, later operations refer to the server by it.',
    'Value: a name',
  ],
  'that would be Markdown': [
    images('  "a`[b](c)<i>\\u202e‸": { type: iso }'),
    '"a`[b](c)<i>\\u202e"',
    '**Image** `` a`[b](c)<i>\ufffd `` · line 4',
    '- region: `cn-north-4` (line 2)',
    '- type: `iso` (line 4)',
  ],
});

check('a suppression', 'en', {
  'of a constraint': [
    operations('  # ims-ignore: replicate-size, share-‸encrypted -- agreed', '  - { action: share, image: x }'),
    'share-encrypted',
    '**share-encrypted**',
    'An encrypted image cannot be shared with other tenants.',
    rule('share-encrypted'),
  ],
  'for the file': [
    '# ims-ignore-file: unknown‸-key\n',
    'unknown-key',
    '**unknown-key**',
    'A map may have only the keys that its place in the manifest knows.',
    rule('unknown-key'),
  ],
});

check('a text that looks like a suppression', 'en', {
  'is a value': [
    operations('  - { action: delete, description: "x # ims-ignore: tag-‸limit" }'),
    '"x # ims-ignore: tag-limit"',
    '**description**',
    'A remark on what the operation makes or does. IMS stores it with a new image.',
    'Value: a text',
  ],
});

checkNothing({
  'blank lines': 'apiVersion: ims/v1\n\n‸\n',
  'an unknown key': operations('  - { action: share, spe‸ed: 3 }'),
  'a comment': '# sh‸are-encrypted\n',
  'the reason of a suppression': '# ims-ignore-file: tag-limit -- tag-‸limit\n',
  'a rule that does not exist': '# ims-ignore-file: no-such-‸rule\n',
  'a key that is still being typed': operations('  - action: share', '    ima‸'),
  'an empty text': '‸',
});

const samples = new URL('../../samples/', import.meta.url);
const files = ['good', 'bad'].flatMap(folder => readdirSync(new URL(folder, samples)).map(name => `${folder}/${name}`));

/** Hovers at an offset: whatever it says has a place that the offset is in. */
function holds(analysis: Analysis, length: number, offset: number): void {
  const told = hover(analysis, offset, 'zh');
  const isPlaced = told === undefined || (told.start <= offset && offset <= told.end && told.end <= length);
  if (!isPlaced || told?.contents === '') expect.fail(`at ${offset}: ${JSON.stringify(told)}`);
}

// A hover in a group looks at all of the group, so that each offset of a large one takes its time.
test.each(files)('every offset of %s has a hover in its place, or none', { timeout: 30_000 }, file => {
  const text = readFileSync(new URL(file, samples), 'utf8');
  const analysis = new Analysis(text);
  for (let offset = 0; offset <= text.length; offset++) holds(analysis, text.length, offset);
});

test('broken text has a hover in its place, or none', () => {
  fc.assert(
    fc.property(manifestText, aPart, (text, part) => {
      holds(new Analysis(text), text.length, Math.round(part * text.length));
    }),
    { numRuns: 200 },
  );
});
