import { expect, test } from 'vitest';
import { Analysis } from '../../server/src/analysis/analysis.ts';
import { imagesNamed } from '../../server/src/facts/images.ts';
import type { Known } from '../../server/src/facts/known.ts';
import { serversNamed } from '../../server/src/facts/servers.ts';
import type { World } from '../../server/src/facts/state.ts';

interface Case {
  /** The operations, one a line from line 14 on; `servers` and what else they use is declared below. */
  readonly operations: readonly string[];
  readonly image?: string;
  readonly server?: string;
  /** Each fact with its value, and the line that it is known from. An absent fact is unknown. */
  readonly facts: Readonly<Record<string, string>>;
}

const declared = `apiVersion: ims/v1
region: r1
images:
  base: { type: system-disk, size: 20 GB, min_disk: 40 GB, disk_format: zvhd2, platform: Ubuntu, os_bit: 64, architecture: arm, origin: public, os_type: Linux, os_version: o, cmk_id: k, id: i1, tags: { a: b } }
  clear: { type: system-disk, encrypted: false, region: r2 }
  whole: { type: full-ecs, id: i2, created_from: ecs, csbs_backup: true }
servers:
  plain: { type: ECS, system_disk: 40 GB, platform: CentOS, origin: marketplace, csbs_backup: true, data_disks: { d1: 100 GB, d2: { size: 2 TB, encrypted: true, volume_id: v2 } } }
  dark: { type: ECS, system_disk: { size: 60 GB, encrypted: true }, encrypted: false, flavor: kc1.large.4, data_disks: { d1: 10 GB } }
  light: { type: ECS, id: s1, region: r2, memory: 16 GB, os_bit: 32, system_disk: 40 GB, encrypted: false, data_disks: { d1: 10 } }
  from: { type: ECS, image: base }
backups: { cbr: { type: CBR, server: plain }, csbs: { type: CSBS, server: dark } }
operations:
`;
/** What is known of the image `whole` from its entry. */
const whole = {
  id: 'i2 @6',
  region: 'r1 @2',
  type: 'full-ecs @6',
  created_from: 'ecs @6',
  csbs_backup: 'true @6',
};
const made = { status: 'Normal', published: 'false', region: 'r1 @2' };

const cases: Record<string, Case> = {
  'a system disk image has what is known of its server': {
    operations: ['{ action: create-system-disk-image, name: x, server: plain }'],
    image: 'x',
    facts: { ...made, type: 'system-disk @14', min_disk: '40 @8', platform: 'CentOS @8', origin: 'marketplace @8' },
  },
  'the encryption of the system disk wins over that of the server': {
    operations: ['{ action: create-system-disk-image, name: x, server: dark }'],
    image: 'x',
    facts: { ...made, type: 'system-disk @14', min_disk: '60 @9', encrypted: 'true @9', architecture: 'arm @9' },
  },
  'a volume of the server brings its own capacity and encryption': {
    operations: ['{ action: create-system-disk-image, name: x, server: plain, volume_id: v2, os_version: o }'],
    image: 'x',
    facts: {
      ...made,
      type: 'system-disk @14',
      min_disk: '2048 @8',
      encrypted: 'true @8',
      platform: 'CentOS @8',
      origin: 'marketplace @8',
    },
  },
  'of a volume that nothing declares, nothing is known': {
    operations: ['{ action: create-system-disk-image, name: x, server: dark, volume_id: other, os_version: o }'],
    image: 'x',
    facts: { ...made, type: 'system-disk @14', architecture: 'arm @9' },
  },
  'of a volume that cannot be read neither': {
    operations: ['{ action: create-system-disk-image, name: x, server: dark, volume_id: [v2], os_version: o }'],
    image: 'x',
    facts: { ...made, type: 'system-disk @14', architecture: 'arm @9' },
  },
  'nor of a disk of a server that nothing declares': {
    operations: ['{ action: create-data-disk-image, name: x, server: 0a1b2c3d4e5f60718293a4b5c6d7e8f9, disk: d1 }'],
    image: 'x',
    facts: { ...made, type: 'data-disk @14' },
  },
  'a data disk image is its disk': {
    operations: ['{ action: create-data-disk-image, name: x, server: plain, disk: d2 }'],
    image: 'x',
    facts: { ...made, type: 'data-disk @14', min_disk: '2048 @8', encrypted: 'true @8' },
  },
  'a bare number is gigabytes': {
    operations: ['{ action: create-data-disk-image, name: x, server: s1, disk: d1 }'],
    image: 'x',
    facts: { ...made, type: 'data-disk @14', min_disk: '10 @10', encrypted: 'false @10' },
  },
  'of nothing, nothing is known': {
    operations: ['{ action: create-full-ecs-image, name: x }'],
    image: 'x',
    facts: { ...made, type: 'full-ecs @14' },
  },
  'a full-ECS image is encrypted if any disk is': {
    operations: ['{ action: create-full-ecs-image, name: x, server: plain }'],
    image: 'x',
    facts: {
      ...made,
      type: 'full-ecs @14',
      created_from: 'ecs @14',
      csbs_backup: 'true @8',
      encrypted: 'true @8',
      platform: 'CentOS @8',
      origin: 'marketplace @8',
    },
  },
  'a full-ECS image is unencrypted where every disk is known to be': {
    operations: ['{ action: create-full-ecs-image, name: x, server: light }'],
    image: 'x',
    facts: { ...made, type: 'full-ecs @14', created_from: 'ecs @14', encrypted: 'false @10', os_bit: '32 @10' },
  },
  'from a backup, the history of the server does not count': {
    operations: ['{ action: create-full-ecs-image, name: x, backup: cbr }'],
    image: 'x',
    facts: {
      ...made,
      type: 'full-ecs @14',
      created_from: 'cbr @12',
      encrypted: 'true @8',
      platform: 'CentOS @8',
      origin: 'marketplace @8',
    },
  },
  'an import is what is given, x86 and unencrypted if nothing else is': {
    operations: [
      '{ action: import-system-disk-image, name: x, image_url: "b:o", size: 3 GB, min_disk: 40, os_bit: 32, platform: Ubuntu }',
    ],
    image: 'x',
    facts: {
      ...made,
      type: 'system-disk @14',
      size: '3 @14',
      min_disk: '40 @14',
      os_bit: '32 @14',
      platform: 'Ubuntu @14',
      architecture: 'x86',
      encrypted: 'false',
      origin: 'file @14',
    },
  },
  'an import with a key is encrypted': {
    operations: ['{ action: import-data-disk-image, name: x, image_url: "b:o", min_disk: 40, cmk_id: k }'],
    image: 'x',
    facts: {
      ...made,
      type: 'data-disk @14',
      min_disk: '40 @14',
      architecture: 'x86',
      encrypted: 'true @14',
      origin: 'file @14',
    },
  },
  'an ISO image is never encrypted': {
    operations: ['{ action: register-iso, name: x, image_url: "b:o", min_disk: 40, os_version: o, cmk_id: k }'],
    image: 'x',
    facts: { ...made, type: 'iso @14', min_disk: '40 @14', architecture: 'x86', encrypted: 'false', origin: 'iso @14' },
  },
  'a copy within the region has the facts of its source, but unknown encryption': {
    operations: ['{ action: replicate, image: base, name: x }'],
    image: 'x',
    facts: {
      ...made,
      type: 'system-disk @4',
      size: '20 @4',
      min_disk: '40 @4',
      disk_format: 'ZVHD2 @4',
      platform: 'Ubuntu @4',
      os_bit: '64 @4',
      architecture: 'arm @4',
      origin: 'public @4',
    },
  },
  'an empty key decrypts a copy within the region': {
    operations: ['{ action: replicate, image: whole, name: x, cmk_id: "" }'],
    image: 'x',
    facts: { ...made, type: 'full-ecs @6', created_from: 'ecs @6', csbs_backup: 'true @6', encrypted: 'false @14' },
  },
  'an unencrypted source gives an unencrypted copy, in its region': {
    operations: ['{ action: replicate, image: clear, name: x }'],
    image: 'x',
    facts: { ...made, region: 'r2 @5', type: 'system-disk @5', encrypted: 'false @5' },
  },
  'a copy across regions keeps its encryption, and is in the target region': {
    operations: [
      '{ action: replicate, image: whole, name: x, cmk_id: k }',
      '{ action: replicate, image: x, name: x, target_region: r3, project_name: p, agency_name: a }',
    ],
    image: 'x@r3',
    facts: {
      ...made,
      region: 'r3 @15',
      type: 'full-ecs @6',
      created_from: 'ecs @6',
      csbs_backup: 'true @6',
      encrypted: 'true @14',
    },
  },
  'sharing twice counts a tenant once': {
    operations: [
      '{ action: register-iso, name: x, image_url: "b:o", min_disk: 40, os_version: o }',
      '{ action: share, image: x, tenants: [a, b] }',
      '{ action: share, image: x, tenants: [b, c] }',
    ],
    image: 'x',
    facts: {
      ...made,
      type: 'iso @14',
      min_disk: '40 @14',
      architecture: 'x86',
      encrypted: 'false',
      origin: 'iso @14',
      tenants: 'a @15, b @15, c @16',
    },
  },
  'publish and unpublish': {
    operations: [
      '{ action: publish, image: whole }',
      '{ action: unpublish, image: whole }',
      '{ action: publish, image: whole }',
    ],
    image: 'whole',
    facts: { ...whole, published: 'true @16' },
  },
  'unpublished in the end': {
    operations: ['{ action: publish, image: whole }', '{ action: unpublish, image: whole }'],
    image: 'whole',
    facts: { ...whole, published: 'false @15' },
  },
  'a published image is not deleted': {
    operations: ['{ action: publish, image: whole }', '{ action: delete, image: whole }'],
    image: 'whole',
    facts: { ...whole, published: 'true @14' },
  },
  'a deleted image is gone': {
    operations: ['{ action: delete, image: whole }'],
    image: 'whole',
    facts: { ...whole, deleted: '14' },
  },
  'tags add up, and update gives another name': {
    operations: ['{ action: tag, image: clear, tags: { c: d } }', '{ action: update, image: clear, name: x }'],
    image: 'x',
    facts: { region: 'r2 @5', type: 'system-disk @5', encrypted: 'false @5', tags: 'c @14' },
  },
  'another name is for one image, not for those elsewhere': {
    operations: [
      '{ action: replicate, image: clear, name: x }',
      '{ action: replicate, image: x, name: x, target_region: r3, project_name: p, agency_name: a }',
      '{ action: update, image: x@r3, name: y }',
    ],
    image: 'x',
    facts: { ...made, region: 'r2 @5', type: 'system-disk @5', encrypted: 'false @5' },
  },
  'under another name it has its id': {
    operations: ['{ action: update, image: whole, name: y }', '{ action: publish, image: i2 }'],
    image: 'y',
    facts: { ...whole, published: 'true @15' },
  },
  'by its id, an image is the same': {
    operations: ['{ action: tag, image: i1, tags: { c: d } }'],
    image: 'base',
    facts: {
      id: 'i1 @4',
      region: 'r1 @2',
      type: 'system-disk @4',
      size: '20 @4',
      min_disk: '40 @4',
      disk_format: 'ZVHD2 @4',
      platform: 'Ubuntu @4',
      os_bit: '64 @4',
      os_type: 'Linux @4',
      os_version: 'o @4',
      architecture: 'arm @4',
      origin: 'public @4',
      encrypted: 'true @4',
      tags: 'a @4, c @14',
    },
  },
  'a new server is as its image is, and never had a CSBS backup': {
    operations: ['{ action: create-servers, image: base, name: s, flavor: c6.xlarge.2 }'],
    server: 's',
    facts: {
      type: 'ECS',
      region: 'r1 @2',
      status: 'Running',
      architecture: 'x86 @14',
      flavor: 'c6.xlarge.2 @14',
      memory: '8 @14',
      system_disk: '40 @4',
      system_disk_encrypted: 'true @4',
      encrypted: 'true @4',
      csbs_backup: 'false @14',
      origin: 'public @4',
      platform: 'Ubuntu @4',
      os_bit: '64 @4',
    },
  },
  'of one server its name is known': {
    operations: ['{ action: create-servers, image: clear, name: s, count: 1 }'],
    server: 's',
    facts: {
      type: 'ECS',
      region: 'r1 @2',
      status: 'Running',
      system_disk_encrypted: 'false @5',
      encrypted: 'false @5',
      csbs_backup: 'false @14',
    },
  },
  'servers without a name, or several, are not known': {
    operations: ['{ action: create-servers, image: base, name: s, count: 2 }'],
    server: 's',
    facts: {},
  },
  'another OS brings its origin': {
    operations: ['{ action: change-os, server: light, image: base }'],
    server: 'light',
    facts: {
      id: 's1 @10',
      type: 'ECS @10',
      region: 'r2 @10',
      memory: '16 @10',
      system_disk: '40 @10',
      system_disk_encrypted: 'false @10',
      encrypted: 'false @10',
      origin: 'public @4',
      platform: 'Ubuntu @4',
      os_bit: '64 @4',
    },
  },
  'a declared server has the facts of its image': {
    operations: [],
    server: 'from',
    facts: {
      type: 'ECS @11',
      region: 'r1 @2',
      architecture: 'arm @4',
      system_disk_encrypted: 'true @4',
      origin: 'public @4',
      platform: 'Ubuntu @4',
      os_bit: '64 @4',
    },
  },
  'in a group each sees the states before it, and tags add up': {
    operations: [
      'parallel: [{ action: replicate, image: clear, name: x }, { action: tag, image: clear, tags: { a: b } }, { action: tag, image: clear, tags: { c: d } }]',
    ],
    image: 'clear',
    facts: { region: 'r2 @5', type: 'system-disk @5', encrypted: 'false @5', tags: 'a @14, c @14' },
  },
};

for (const [name, { operations, image, server, facts }] of Object.entries(cases)) {
  test(`flow: ${name}`, () => {
    const text =
      declared + operations.map(line => `  - ${line.startsWith('parallel') ? `{ ${line} }` : line}\n`).join('');
    const analysis = new Analysis(text);
    const line = (known: Known<unknown>): string => {
      if (known.from === undefined) return `${known.value}`;
      return `${known.value} @${analysis.document.positionAt(analysis.rangeOf(known.from).start).line + 1}`;
    };
    const last = [...analysis.document.slots()].at(-1);
    const world = (last && analysis.worldAfter(last)) as World;
    expect(image === undefined ? ofServer(world, server as string, line) : ofImage(world, image, line)).toEqual(facts);
  });
}

type Line = (known: Known<unknown>) => string;

const written = (facts: object, line: Line): Record<string, string> =>
  Object.fromEntries(
    Object.entries(facts as Record<string, Known<unknown>>)
      .filter(([, known]) => known.value !== undefined)
      .map(([name, known]) => [name, line(known)]),
  );

function ofServer(world: World, name: string, line: Line): Record<string, string> {
  const state = serversNamed(world, name).at(-1);
  return state === undefined ? {} : written(state.facts, line);
}

function ofImage(world: World, reference: string, line: Line): Record<string, string> {
  const [name, region] = reference.split('@') as [string, string | undefined];
  const state = imagesNamed(world, name).findLast(
    image => region === undefined || image.facts.region?.value === region,
  );
  if (state === undefined) return {};
  const collected = (names: ReadonlyMap<string, never> | typeof state.tags.names): string =>
    [...names].map(([value, from]) => line({ value, from })).join(', ');
  return {
    ...written(state.facts, line),
    ...(state.tags.names.size > 0 ? { tags: collected(state.tags.names) } : {}),
    ...(state.tenants.names.size > 0 ? { tenants: collected(state.tenants.names) } : {}),
    ...(state.deleted === undefined ? {} : { deleted: line({ value: '', from: state.deleted }).replace(' @', '') }),
  };
}
