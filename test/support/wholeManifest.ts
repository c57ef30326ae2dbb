import fc from 'fast-check';

const maybe = <T>(...values: readonly T[]): fc.Arbitrary<T | undefined> =>
  fc.oneof(fc.constantFrom(...values), fc.constant(undefined));
const rarely = <T>(...values: readonly T[]): fc.Arbitrary<T | undefined> =>
  fc.oneof({ weight: 1, arbitrary: fc.constantFrom(...values) }, { weight: 5, arbitrary: fc.constant(undefined) });

const flag = maybe(true, false);
const region = rarely('cn-north-4', 'cn-south-1');
const architecture = maybe('x86', 'arm');
const platform = maybe('Windows', 'CentOS');
const origin = maybe('public', 'marketplace', 'file', 'iso');
const bits = maybe(32, 64);
const flavor = maybe('s6.large.2', 'kc1.xlarge.4', 'other');
const fileSize = maybe('20 GB', '128 GB', '200 GB', '500 GB', '1 TB', '2 TB');
const capacity = maybe('40 GB', '1 TB', '2 TB');
const key = rarely('', 'key');

const anImage = fc.record({
  region,
  status: maybe('Normal', 'Creating'),
  type: maybe('system-disk', 'data-disk', 'full-ecs', 'iso'),
  size: fileSize,
  min_disk: capacity,
  architecture,
  os_bit: bits,
  platform,
  encrypted: flag,
  cmk_id: key,
  origin,
  created_from: rarely('ecs', 'cbr', 'csbs'),
  csbs_backup: flag,
  published: flag,
  shared_by: rarely('someone'),
  tags: maybe({}, { a: 'b' }, Object.fromEntries([...'abcdefghij'].map(name => [name, '']))),
  tenants: maybe<number | readonly string[]>(3, 9, 127, ['t1', 't2']),
});

/** No two disks have the same id. */
const aDisk = (id: string): fc.Arbitrary<object | string> =>
  fc.oneof(
    { weight: 1, arbitrary: fc.constantFrom<object | string>('100 GB', '2 TB') },
    {
      weight: 3,
      arbitrary: fc.record({
        size: capacity,
        encrypted: fc.constantFrom(true, false, undefined),
        volume_id: maybe(id),
      }),
    },
  );

const serverKeys = {
  type: fc.constantFrom('ECS', 'ECS', 'BMS'),
  region,
  status: maybe('Running', 'Stopped', 'Frozen', 'ERROR'),
  architecture,
  flavor,
  memory: maybe('4 GB', '8 GB'),
  boot_disk: maybe('EVS', 'local'),
  system_disk: fc.oneof(aDisk('v0'), fc.constant(undefined)),
  data_disks: fc.oneof(fc.record({ d1: aDisk('v1'), d2: aDisk('v2') }, { requiredKeys: [] }), fc.constant(undefined)),
  encrypted: rarely(true, false),
  csbs_backup: flag,
};

/** The operating system of a server is told once: of itself, or of the image that it was created from. */
const aServer = fc.oneof(
  fc.record({ ...serverKeys, origin, platform, os_bit: bits }),
  fc.record({ ...serverKeys, image: fc.constant('base') }),
);

const doing = (action: string, keys: Readonly<Record<string, fc.Arbitrary<unknown>>>): fc.Arbitrary<object> =>
  fc.record({ action: fc.constant(action), ...keys });

const making = { name: fc.constant('made'), region };
const file = {
  ...making,
  image_url: fc.constantFrom('b:o.iso', 'b:o.vhd', 'b:o.raw', 'b:o.ova', 'b:o'),
  min_disk: fc.constantFrom('10 GB', '40 GB', '3 TB'),
  size: fileSize,
  format: maybe('ISO', 'ZVHD2', 'VHD', 'odd'),
  cmk_id: key,
};
const server = fc.constant('web');
const os_version = fc.constant('o');

const aMaker: fc.Arbitrary<object> = fc.oneof(
  doing('create-system-disk-image', { ...making, server, volume_id: rarely('v1'), os_version }),
  doing('create-data-disk-image', { ...making, server, disk: fc.constantFrom('d1', 'd2') }),
  doing('create-full-ecs-image', { ...making, server }),
  doing('create-full-ecs-image', { ...making, backup: fc.constant('weekly') }),
  doing('import-system-disk-image', {
    ...file,
    is_quick_import: flag,
    os_version,
    os_bit: bits,
    platform,
    architecture,
  }),
  doing('import-data-disk-image', { ...file, is_quick_import: flag, virtual_size: capacity }),
  doing('register-iso', { ...file, os_version, architecture, os_bit: bits }),
);

// What has been made is used most: facts are to flow.
const image = fc.constantFrom('made', 'made', 'made', 'copy', 'base', 'base', 'base@cn-south-1');

const aUser: fc.Arbitrary<object> = fc.oneof(
  doing('share', { image, tenants: fc.subarray(['t1', 't3', 't4', 't5'], { minLength: 1 }), region }),
  doing('replicate', {
    image,
    name: fc.constant('copy'),
    target_region: region,
    project_name: fc.constant('p'),
    agency_name: fc.constant('a'),
    cmk_id: key,
  }),
  doing('export', {
    image,
    bucket_url: fc.constantFrom('b1:o', 'elsewhere:o'),
    is_quick_export: flag,
    file_format: maybe('VHD', 'RAW'),
  }),
  doing('publish', { image }),
  doing('unpublish', { image }),
  doing('tag', { image, tags: fc.constantFrom({ x: 'y' }, { a: 'c', z: '' }) }),
  doing('update', { image, name: rarely('made'), cmk_id: rarely('key') }),
  doing('delete', { image }),
  doing('create-servers', {
    image,
    count: maybe(1, 2, 60, 101),
    name: rarely('new'),
    flavor,
    architecture,
    memory: maybe('4 GB', '16 GB'),
    status: rarely('Stopped'),
  }),
  doing('change-os', { server: fc.constantFrom('web', 'new'), image }),
  doing('create-data-disk', { image, count: maybe(1, 2) }),
);

const aGroup = fc.array(fc.oneof(aUser, aUser, aMaker), { minLength: 2, maxLength: 7 });
const anItem: fc.Arbitrary<object> = fc.oneof(
  { weight: 5, arbitrary: aUser },
  { weight: 1, arbitrary: aMaker },
  { weight: 1, arbitrary: aGroup.map(parallel => ({ parallel })) },
);

/** A manifest without fault in its YAML, with any facts about the things that its operations use, and with a flow of them. */
export const wholeManifest: fc.Arbitrary<string> = fc
  .record({
    region: fc.constantFrom('', 'region: cn-north-4\n'),
    image: anImage,
    server: aServer,
    backup: fc.record({ type: fc.constantFrom('CBR', 'CSBS'), server: maybe('web') }),
    bucket: fc.record({ storage_class: maybe('Standard', 'Archive'), region }),
    first: aMaker,
    others: fc.array(anItem, { minLength: 1, maxLength: 4 }),
  })
  .map(
    ({ region, image, server, backup, bucket, first, others }) => `apiVersion: ims/v1
${region}images:
  base: ${JSON.stringify(image)}
servers:
  web: ${JSON.stringify(server)}
backups:
  weekly: ${JSON.stringify(backup)}
buckets:
  b1: ${JSON.stringify(bucket)}
operations:
${[first, ...others].map(item => `  - ${JSON.stringify(item)}\n`).join('')}`,
  );
