import { describe, expect, test } from 'vitest';
import { Analysis } from '../../server/src/analysis/analysis.ts';

/** What is declared beside the operations, a line each, and the operations. */
interface Trap {
  readonly declared?: readonly string[];
  readonly operations: readonly string[];
}

const textOf = ({ declared = [], operations }: Trap): string =>
  [
    'apiVersion: ims/v1',
    'region: cn-north-4',
    ...declared,
    'operations:',
    ...operations.map(line => `  - ${line}`),
    '',
  ].join('\n');

const image = (facts: string): string => `images: { i: { ${facts} } }`;
const server = (facts: string): string => `servers: { s: { type: ECS, ${facts} } }`;
const iso = '{ action: register-iso, name: medium, image_url: "b:o.iso", min_disk: 40, os_version: any';
const disk = (facts: string): string =>
  `{ action: import-data-disk-image, name: d, image_url: "b:o.vhd", min_disk: 40 GB, ${facts} }`;
const system = (facts: string): string =>
  `{ action: import-system-disk-image, name: w, image_url: "b:o.vhd", min_disk: 40 GB, ${facts} }`;
const share = (tenants: string, of = 'i'): string => `{ action: share, image: ${of}, tenants: ${tenants} }`;
const toFile = (facts: string, of = 'i'): string => `{ action: export, image: ${of}, bucket_url: "b:o", ${facts} }`;
const copy = (facts: string): string => `{ action: replicate, image: i, name: c, ${facts} }`;
const across = 'target_region: cn-south-1, project_name: p, agency_name: a';
const tenants = (count: number): string => `[${Array.from({ length: count }, (_, i) => `t${i}`).join(', ')}]`;

/** What the contract of the constraints names; the image with a product code is among the attributes of inventories. */
const listed: Record<string, Trap> = {
  'no size, whatever the capacity': {
    declared: [image('min_disk: 2 TB')],
    operations: [copy(across), toFile('file_format: VHD')],
  },
  'a capacity of 10 GB but of an imported data disk': {
    operations: [system('').replace('40 GB', '10 GB'), `${iso} }`.replace('40', '10')],
  },
  'x86 with UEFI': { operations: [system('architecture: x86, hw_firmware_type: uefi')] },
  'a file format beside slow export': {
    declared: [image('encrypted: true, size: 1 GB')],
    operations: [toFile('file_format: VHD, is_quick_export: false')],
  },
  'ids that are no UUIDs': {
    declared: ['images: { i: { id: golden-1 } }'],
    operations: [share('[tenant]', 'golden-1')],
  },
  'region region-1': {
    declared: [image('region: region-1')],
    operations: ['{ action: share, image: i, region: region-1, tenants: [t] }'],
  },
  'an empty tag value': { operations: [disk('tags: { a: "", b: }'), '{ action: tag, image: d, tags: ["c.", d] }'] },
  'a bucket that is not declared, or of which nothing is said': {
    declared: [image('type: data-disk'), 'buckets: { b: {}, c: }'],
    operations: [
      toFile('file_format: VHD'),
      toFile('file_format: VHD').replace('b:o', 'c:o'),
      toFile('file_format: VHD').replace('b:o', 'x:o'),
    ],
  },
  'Windows from a file': { operations: [system('platform: Windows'), toFile('file_format: VHD', 'w')] },
  'a key for a copy of an unencrypted image': {
    declared: [image('encrypted: false')],
    operations: [copy('cmk_id: k')],
  },
  'exactly 128 GB': {
    declared: [image('size: 128 GB, region: ap-southeast-1')],
    operations: [
      '{ action: replicate, image: i, name: c, region: ap-southeast-1, target_region: cn-south-1, project_name: p, agency_name: a }',
      disk('size: 128 GB'),
      `${iso}, size: 128 GB }`,
      toFile('file_format: VHD'),
    ],
  },
  'a 32-bit system on exactly 4 GB': {
    declared: [image('os_bit: 32')],
    operations: [
      '{ action: create-servers, image: i, memory: 4 GB }',
      '{ action: create-servers, image: i, memory: 4096 MB }',
      '{ action: create-servers, image: i, flavor: s6.large.2 }',
    ],
  },
  'an ECS about whose CSBS backups nothing is said': {
    declared: [server('')],
    operations: ['{ action: create-full-ecs-image, name: f, server: s }', share('[t]', 'f')],
  },
  'a CBR backup of a server that has CSBS backups': {
    declared: [server('csbs_backup: true'), 'backups: { b: { type: CBR, server: s } }'],
    operations: ['{ action: create-full-ecs-image, name: f, backup: b }', share('[t]', 'f')],
  },
  'an object called disk.img': {
    operations: [
      system('is_quick_import: true, size: 200 GB').replace('o.vhd', 'disk.img'),
      `${iso} }`.replace('o.iso', 'disk.img'),
    ],
  },
  'the name of a copy used again in its target region': {
    declared: [image('')],
    operations: [
      copy(across).replace('name: c', 'name: i'),
      share('[t]', 'i'),
      share('[t]', 'i@cn-south-1').replace('image', 'region: cn-south-1, image'),
    ],
  },
  'an id that nothing declares': {
    operations: [
      share('[t]', '7ca5b0f2-5a3d-4ac1-9d4d-0c8f2a8f3f6e'),
      share('[t]', '7ca5b0f25a3d4ac19d4d0c8f2a8f3f6e'),
    ],
  },
  'a tenant id that is a number in YAML': {
    declared: [image('type: full-ecs, tenants: 4')],
    operations: [share('[0123, 1e5, 7.10, 0x1f, 12345678901234567890123456789012]')],
  },
};

const more: Record<string, Trap> = {
  'exactly 10 tenants, and 128': {
    declared: ['images: { f: { type: full-ecs, tenants: 0 }, i: { tenants: [a] } }'],
    operations: [share(tenants(10), 'f'), share(tenants(127))],
  },
  'a tenant named twice': {
    declared: [image('type: full-ecs, tenants: [t0, t1]')],
    operations: [share(tenants(10)), share(tenants(10))],
  },
  'tenants that YAML 1.1 would read as flags': {
    declared: [image('type: full-ecs')],
    operations: [share('[yes, no, on, off, ~, null, true]')],
  },
  'exactly 10 tags, one of them replaced': {
    declared: [image('tags: [a.1, b.2, c.3, d.4, e.5, f.6, g.7, h.8, i.9]')],
    operations: ['{ action: tag, image: i, tags: [{ key: j, value: x }, { key: a, value: y }] }'],
  },
  'a tag whose value has points': { operations: [disk('tags: ["version.1.2.3", "owner=x"]')] },
  'exactly 1 TB': {
    declared: [server('system_disk: 1024 GB, data_disks: { d: 1 TB }')],
    operations: [
      '{ action: create-system-disk-image, name: a, server: s }',
      '{ action: create-data-disk-image, name: b, server: s, disk: d }',
      system('size: 1 TB, is_quick_import: true, format: zvhd2'),
    ],
  },
  'a file of just below 1 TB, exported fast': {
    declared: [image('size: 1023.9 GB')],
    operations: [toFile('is_quick_export: true')],
  },
  'exactly 300 GB across regions': { declared: [image('size: 300 GB')], operations: [copy(across)] },
  'capacities of 40 and 2048 GB': {
    operations: [
      disk(''),
      disk('').replace('40 GB', '2 TB').replace('name: d', 'name: e'),
      disk('virtual_size: 40').replace('name: d', 'name: f'),
    ],
  },
  'sizes in other spellings': {
    declared: [
      'images: { a: { size: "40" }, b: { size: 128gb }, c: { size: 0.125TB }, d: { size: 131072 MiB }, e: { size: 128 Gi }, f: { size: .1 t } }',
    ],
    operations: [...'abcdef'].map(name => `{ action: replicate, image: ${name}, name: ${name}2 }`),
  },
  'capacity of a big disk in a small file': {
    declared: [image('size: 9 GB, min_disk: 2048 GB')],
    operations: [copy(''), toFile('file_format: QCOW2')],
  },
  'exactly 100 servers at a time': {
    declared: [image('type: system-disk')],
    operations: [
      '{ parallel: [{ action: create-servers, image: i, count: 60 }, { action: create-servers, image: i, count: 40 }] }',
      '{ action: create-servers, image: i, count: 100 }',
    ],
  },
  'more than 100 servers from what is no system disk image': {
    declared: [image('type: full-ecs')],
    operations: ['{ action: create-servers, image: i, count: 500 }'],
  },
  'five copies at a time, and one of them across regions': {
    declared: [image('')],
    operations: [
      `{ parallel: [${[1, 2, 3, 4].map(i => `{ action: replicate, image: i, name: c${i} }`).join(', ')}, ${copy(across)}] }`,
    ],
  },
  'copies across regions one after another': {
    declared: [image('')],
    operations: ['cn-south-1', 'cn-east-3', 'ap-southeast-1'].map(to => copy(across).replace('cn-south-1', to)),
  },
  'a target region that is the own one': {
    declared: [image('encrypted: true')],
    operations: [copy('target_region: cn-north-4, cmk_id: ""')],
  },
  'exactly 40 images at a time': {
    operations: [
      `{ parallel: [${Array.from({ length: 40 }, (_, i) => disk('').replace('name: d', `name: d${i}`)).join(', ')}] }`,
    ],
  },
  'states in the words of the API': {
    declared: [
      'servers: { s: { type: ecs, status: shutoff }, b: { type: BMS, status: SHUTOFF, boot_disk: evs } }',
      image('status: ACTIVE'),
    ],
    operations: [
      '{ action: create-full-ecs-image, name: a, server: s }',
      '{ action: create-system-disk-image, name: b, server: b }',
      share('[t]'),
    ],
  },
  'architectures in other words': {
    declared: [
      'servers: { k: { type: ECS, architecture: Kunpeng }, x: { type: ECS, architecture: X86_64 } }',
      'images: { a: { architecture: aarch64 }, x: { architecture: x86_64 } }',
    ],
    operations: [
      '{ action: change-os, server: k, image: a }',
      '{ action: change-os, server: x, image: x }',
      '{ action: create-servers, image: a, flavor: kc1.large.2 }',
    ],
  },
  'an arm image on an x86 server, of which the source says nothing': {
    declared: [image('architecture: arm')],
    operations: ['{ action: create-servers, image: i, flavor: s6.large.2 }'],
  },
  'a flavor of another form': {
    declared: [image('architecture: x86, os_bit: 32')],
    operations: [
      '{ action: create-servers, image: i, flavor: kunpeng-large }',
      '{ action: create-servers, image: i, flavor: physical.k1.large }',
    ],
  },
  'openSUSE and a public CentOS': {
    declared: [
      'images: { o: { origin: public, platform: OpenSUSE }, c: { origin: public, platform: CentOS }, u: { origin: file, platform: ubuntu }, p: { origin: public } }',
    ],
    operations: [...'ocup'].map(name => toFile('file_format: VHD', name)),
  },
  'an image that was made through an ISO file': {
    operations: [
      `${iso} }`,
      '{ action: create-servers, image: medium, name: temporary }',
      '{ action: create-system-disk-image, name: golden, server: temporary }',
      toFile('file_format: qcow2', 'golden'),
      copy(across).replace('image: i', 'image: golden'),
    ],
  },
  'an image published, taken back, and shared': {
    declared: [image('published: true')],
    operations: ['{ action: unpublish, image: i }', share('[t]'), '{ action: delete, image: i }'],
  },
  'an unencrypted copy of an encrypted image': {
    declared: [image('encrypted: true')],
    operations: [copy('cmk_id: ""'), share('[t]', 'c'), '{ action: publish, image: c }'],
  },
  'a copy of an encrypted image, of which nothing is said': {
    declared: [image('encrypted: true')],
    operations: [copy(''), share('[t]', 'c')],
  },
  'an empty key': { operations: [`${iso}, cmk_id: "" }`, disk('cmk_id: ""'), share('[t]', 'd')] },
  'a data disk encrypted, the system disk not': {
    declared: [
      server('system_disk: { size: 40, encrypted: false }, data_disks: { d: { size: 100, encrypted: true } }'),
    ],
    operations: ['{ action: create-system-disk-image, name: a, server: s }', share('[t]', 'a')],
  },
  'two volumes of one server, and one of none': {
    declared: [server('data_disks: { d: { size: 2 TB, volume_id: 01 }, e: { size: 10, volume_id: 1 } }')],
    operations: [
      '{ action: create-data-disk-image, name: a, server: s, volume_id: 1 }',
      '{ action: create-data-disk-image, name: b, volume_id: 01 }',
    ],
  },
  'Chinese names': {
    declared: ['servers: { 门户服务器: { type: ECS, status: Running } }', 'images: { 黄金镜像: {} }'],
    operations: [
      '{ action: create-full-ecs-image, name: 门户整机镜像, server: 门户服务器 }',
      share('[t]', '门户整机镜像'),
      share('[t]', '黄金镜像@cn-north-4'),
    ],
  },
  'regions of partner clouds': {
    declared: ['images: { i: { region: my-kualalumpur-1 }, j: { region: tr-central-201 } }'],
    operations: [
      '{ action: share, image: i, region: my-kualalumpur-1, tenants: [t] }',
      '{ action: replicate, image: j, name: k, region: tr-central-201, target_region: eu-west-999, project_name: p, agency_name: a }',
    ],
  },
  'one name in two regions': {
    declared: ['images: { i: { encrypted: false } }'],
    operations: [
      copy(across).replace('name: c', 'name: i'),
      '{ action: delete, image: i@cn-south-1 }',
      share('[t]', 'i'),
    ],
  },
  'a name with an at sign': {
    declared: ['images: { "web@2026": {} }'],
    operations: [share('[t]', 'web@2026'), share('[t]', '"web@2026@cn-north-4"')],
  },
  'a name that is free again': {
    operations: [disk(''), '{ action: delete, image: d }', disk(''), '{ action: update, image: d, name: e }', disk('')],
  },
  'names and versions that look like numbers': {
    declared: ['servers: { 0123: { type: ECS } }'],
    operations: [
      '{ action: create-full-ecs-image, name: 1e5, server: 0123 }',
      share('[t]', '1e5'),
      system('os_version: 7.10').replace('name: w', 'name: 0o17'),
      '{ action: delete, image: 0o17 }',
    ],
  },
  'extensions in capitals, and objects in folders': {
    operations: [
      system('').replace('o.vhd', 'a.b/c.QCOW2'),
      disk('is_quick_import: true').replace('o.vhd', 'x/y.tar/z.RAW'),
      `${iso} }`.replace('o.iso', 'm.iso/M.ISO'),
    ],
  },
  'a format that wins over the extension': {
    operations: [disk('format: zvhd2, is_quick_import: true').replace('o.vhd', 'o.zip')],
  },
  'an export beside an Archive bucket of another name': {
    declared: ['buckets: { archive: { storage_class: COLD }, b: { storage_class: standard } }', image('')],
    operations: [toFile('file_format: vmdk')],
  },
  'a shared image in its own region': {
    declared: [image('shared_by: someone, region: cn-south-1')],
    operations: ['{ action: create-servers, image: i, region: cn-south-1 }'],
  },
  'one data disk after another': {
    declared: [image('')],
    operations: ['{ action: create-data-disk, image: i }', '{ action: create-data-disk, image: i, count: 1 }'],
  },
  'a status of none of ours, where none matters': {
    declared: [image('status: deactivated')],
    operations: ['{ action: tag, image: i, tags: { a: b } }', '{ action: delete, image: i }'],
  },
  'flags and numbers in quotes': {
    declared: ['images: { i: { os_bit: "64", published: "False", encrypted: "false", tenants: 0 } }'],
    operations: [toFile('is_quick_export: "true"'), '{ action: create-servers, image: i, count: "2" }'],
  },
  'an update to the name that it has': {
    declared: [image('')],
    operations: ['{ action: update, image: i, name: i, description: "" }', share('[t]')],
  },
  'an image and a server of one name': {
    declared: [image('type: system-disk')],
    operations: [
      '{ action: create-servers, image: i, name: i }',
      '{ action: create-system-disk-image, name: j, server: i }',
    ],
  },
  'servers of one name, more than one at a time': {
    declared: [image('')],
    operations: [
      '{ action: create-servers, image: i, name: web, count: 2 }',
      '{ action: create-servers, image: i, name: web, count: 2 }',
    ],
  },
  'an object with more colons': {
    declared: [image('')],
    operations: [toFile('file_format: VHD').replace('b:o', 'b:2026-03-01T10:00/o.vhd')],
  },
  'nothing in it': {
    declared: [image('tags: {}, tenants: []'), 'inventory: []', 'account: {}'],
    operations: ['{ parallel: [] }', '{ action: tag, image: i, tags: {} }', share('[]')],
  },
  'an id used in two ways': {
    declared: ['images: { i: { id: 7ca5b0f25a3d4ac19d4d0c8f2a8f3f6e, encrypted: false } }'],
    operations: [
      share('[t]', '7ca5b0f25a3d4ac19d4d0c8f2a8f3f6e'),
      share('[t]'),
      '{ action: delete, image: 7ca5b0f25a3d4ac19d4d0c8f2a8f3f6e }',
    ],
  },
  'images deleted together, and one tagged with another': {
    declared: ['images: { i: {}, j: {}, k: {} }'],
    operations: [
      '{ parallel: [{ action: delete, image: i }, { action: delete, image: j }, { action: tag, image: k, tags: { a: b } }] }',
    ],
  },
  'a project that is not named like its region': {
    declared: [image('')],
    operations: [copy('target_region: cn-south-1, project_name: cn-south-1_team, agency_name: a')],
  },
  'memory in megabytes, and a size beside its flavor': {
    declared: [image('os_bit: 32')],
    operations: ['{ action: create-servers, image: i, flavor: s6.4xlarge.8, memory: 4096MB }'],
  },
  'a CSBS backup that is made into an image once': {
    declared: ['backups: { b: { type: csbs } }'],
    operations: [
      '{ action: create-full-ecs-image, name: f, backup: b }',
      '{ action: replicate, image: f, name: g, target_region: cn-south-1, project_name: p, agency_name: a }',
      '{ action: delete, image: f, delete_backup: true }',
    ],
  },
  'an account of which half is said': {
    declared: ['account: { cn-north-4: { private_images: 0 }, cn-south-1: { private_image_quota: 5 } }'],
    operations: [disk('')],
  },
};

/** How a text may be written otherwise without saying anything else. */
const spellings = {
  'as it is': (text: string) => text,
  'with CRLF': (text: string) => text.replaceAll('\n', '\r\n'),
  'with a byte order mark': (text: string) => `\uFEFF${text}`,
  'behind a document marker, and before another manifest': (text: string) => `---\n${text}...\n---\n${text}`,
  'without the last line break': (text: string) => text.trimEnd(),
};

const findings = (text: string): string[] => {
  const analysis = new Analysis(text);
  return analysis.findings().map(({ rule, place, message }) => {
    const { start } = analysis.rangeOf(place);
    return `${analysis.document.positionAt(start).line + 1}: ${rule}: ${message.en}`;
  });
};

for (const [title, traps] of Object.entries({ listed, more })) {
  describe(`no false alarm, ${title}`, () => {
    test.each(Object.entries(traps))('%s', (_, trap) => {
      for (const spell of Object.values(spellings)) expect(findings(spell(textOf(trap)))).toEqual([]);
    });
  });
}

/** Whole manifests, where it is the YAML that is unusual. */
const unusual: Record<string, string> = {
  JSON: JSON.stringify({
    apiVersion: 'ims/v1',
    images: { web: { size: '128', tags: ['a.b'], encrypted: 'false' } },
    operations: [
      { action: 'share', image: 'web', tenants: ['0123', 42] },
      { parallel: [{ action: 'publish', image: 'web' }] },
    ],
  }),
  'JSON on one line per key, with tabs': JSON.stringify(
    {
      apiVersion: 'ims/v1',
      operations: [{ action: 'register-iso', name: 'm', image_url: 'b:o.iso', min_disk: 40, os_version: 'any' }],
    },
    undefined,
    '\t',
  ),
  'anchors, aliases and merge keys': `apiVersion: ims/v1
servers:
  one: &base { type: ECS, status: Running, system_disk: &disk { size: 40 GB, encrypted: false } }
  two: { <<: *base, status: Stopped }
  three: { <<: [*base, { flavor: s6.large.2 }], data_disks: { d: *disk } }
operations:
  - &create
    action: create-system-disk-image
    name: a
    server: one
  - <<: *create
    name: b
    server: two
  - { <<: *create, name: c, server: three, tags: &tags { team: sre } }
  - { action: tag, image: a, tags: *tags }
`,
  'sections after the operations, and lists without indentation': `operations:
- action: share
  image: web
  tenants:
  - yes
  - 0123
images:
  web:
apiVersion: "ims/v1"
`,
  'comments, quotes and block texts': `# first
apiVersion: 'ims/v1' # the version
operations: # none of it matters
  # before an item
  - action: "share" # here too
    image: '7ca5b0f2-5a3d-4ac1-9d4d-0c8f2a8f3f6e'
    description: |
      action: delete
      - image: nothing
    tenants: # a list
      # within
      - "t"
`,
  'empty sections': 'apiVersion: ims/v1\nservers:\nimages: {}\nbackups:\nbuckets:\noperations: []\n',
};

test.each(Object.entries(unusual))('no false alarm, whatever the YAML: %s', (_, text) => {
  for (const spell of [spellings['as it is'], spellings['with CRLF'], spellings['with a byte order mark']])
    expect(findings(spell(text))).toEqual([]);
});

test('a section that is there twice is told once, at the second, in any style', () => {
  const texts = ['images: { a: {} }\nimages: { b: {} }\n', '{ images: { a: {} }, images: { b: {} } }\n'];
  for (const text of texts) {
    const analysis = new Analysis(text);
    const twice = analysis.findings().filter(({ rule }) => rule === 'duplicate-key');
    expect(twice.map(({ place }) => analysis.rangeOf(place).start)).toEqual([text.lastIndexOf('images')]);
  }
});
