/**
 * A manifest of `count` operations of about 300 bytes each. A tenth of them violates a constraint, or, with `few`, three.
 * Every 1,000 operations have an image of their own that they come from: servers are made of it, images of these, and
 * copies of those.
 */
export function generate(count, { few = false } = {}) {
  const builds = Math.ceil(count / perBuild);
  const bases = Math.ceil(builds / buildsPerBase);
  const violated = build => !few || [0, Math.floor(builds / 2), builds - 1].includes(build);
  const operations = Array.from({ length: builds }, (_, i) =>
    operationsOf(i, `base-${Math.floor(i / buildsPerBase)}`, violated(i)),
  ).flat();
  return [
    'apiVersion: ims/v1',
    'region: cn-north-4',
    '',
    'account:',
    '  cn-north-4: { private_images: 12, private_image_quota: 1000000 }',
    '',
    'images:',
    ...Array.from({ length: bases }, (_, i) => imageOf(i)).flat(),
    '',
    'operations:',
    ...operations.slice(0, count).flat(),
    '',
  ].join('\n');
}

const perBuild = 10;
/** Eight operations of a build depend on the image that it comes from. */
const buildsPerBase = 125;

const imageOf = i => [
  `  base-${i}:`,
  '    type: system-disk',
  '    status: Normal',
  '    size: 21 GB',
  '    min_disk: 40 GB',
  '    platform: Ubuntu',
  '    origin: file',
  '    encrypted: false',
];

const operationsOf = (i, base, violated) => [
  [
    `  # build ${i}: imported from the nightly export of the build farm, kept for a year by the rules of the audit`,
    '  - action: import-system-disk-image',
    `    name: nightly-${i}`,
    `    image_url: build-exports:nightly/2026/base-${i}.qcow2`,
    '    size: 21 GB',
    '    min_disk: 40 GB',
    '    os_version: Ubuntu 22.04 server 64bit',
    violated ? '    cmk_id: 8e7e9cb9-763d-44ae-8105-d88f5f052426' : '    description: nightly build of the base image',
    '    tags: { team: platform, stage: nightly, cost: shared }',
  ],
  [
    '  - action: share',
    `    image: nightly-${i}`,
    '    description: the projects of the two subsidiaries that build on it, see the list of the platform team',
    '    tenants:',
    '      - 5db8e21396a0461186ea6ce55ad78616',
    '      - 0f1e2d3c4b5a69788796a5b4c3d2e1f0',
  ],
  [
    `  # the server on which the acceptance tests of build ${i} run, and which the golden image is then made of`,
    '  - action: create-servers',
    `    image: ${base}`,
    `    name: tester-${i}`,
    '    description: takes the packages of the night, and is stopped once the acceptance tests have passed',
    '    flavor: s6.large.2',
    '    status: Stopped',
  ],
  [
    '  - action: create-system-disk-image',
    `    name: golden-${i}`,
    `    server: tester-${i}`,
    '    description: what all the projects of the region are to build their own images from until the next night',
    '    tags: { team: platform, stage: accepted, cost: shared }',
    '    min_ram: 2048',
  ],
  [
    '  # the copy stays when the golden image is replaced, for those who have to go back to it',
    '  - action: replicate',
    `    image: golden-${i}`,
    `    name: archive-${i}`,
    '    description: kept for a year by the rules of the audit, in the region in which it was made',
    '    enterprise_project_id: 3f0c2a9e-5a0d-4b8e-9c57-1d6f4e2b7a90',
  ],
  [
    '  # partners without a project in this cloud take the file from the bucket',
    '  - action: export',
    `    image: golden-${i}`,
    `    bucket_url: golden-exports:accepted/2026/golden-${i}.zvhd2`,
    '    file_format: ZVHD2',
    '    description: taken over by the partners on the first working day of the week, then removed by them',
  ],
  [
    '  - action: share',
    `    image: golden-${i}`,
    '    description: the projects of the subsidiaries that run what the platform team has accepted this week',
    '    tenants:',
    '      - 5db8e21396a0461186ea6ce55ad78616',
    '      - 7c9b1a3d5e7f49618293b4c5d6e7f809',
  ],
  [
    '  # the marks by which the clean-up of the archive finds what it may take away',
    '  - action: tag',
    `    image: archive-${i}`,
    '    description: the clean-up takes away what is older than a year and is no longer used by anybody',
    '    tags: { team: platform, stage: archive, kept: one-year, cost: shared }',
  ],
  [
    '  # the test server is put back to where it has come from, for the tests of the next night',
    '  - action: change-os',
    `    server: tester-${i}`,
    `    image: ${base}`,
    '    description: the tests of the next night begin with a clean system disk, whatever those of this one left',
  ],
  [
    '  # those who are bound to a version use the archived copy instead of the golden image',
    '  - action: share',
    `    image: archive-${i}`,
    '    description: the two projects that are bound to a version by contract, see the list of the sales team',
    '    tenants: [5db8e21396a0461186ea6ce55ad78616, 0f1e2d3c4b5a69788796a5b4c3d2e1f0]',
  ],
];
