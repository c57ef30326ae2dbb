import { expect, test } from 'vitest';
import { Analysis } from '../../server/src/analysis/analysis.ts';
import { fixed } from '../rules/cases.ts';

interface Case {
  /** What the author adds: the action, and what the request has in its path. */
  readonly added: Readonly<Record<string, string>>;
  readonly body: Readonly<Record<string, unknown>>;
  /** `rule: underlined text`; everything has a fix. */
  readonly findings?: readonly string[];
}

const id = '3c6d1c1e-74a9-4f0b-8c4f-2b6f0f5f9a01';
const projects = ['7f3b0c2d9e4a4b0c8d7e6f5a4b3c2d1e', '0123456789'];

/** Bodies in the shape of the API reference of IMS, ECS and EVS. */
const cases: Record<string, Case> = {
  'POST /v2/cloudimages/action, of an ECS': {
    added: { action: 'create-system-disk-image' },
    body: {
      name: 'portal-2026-03',
      description: 'Portal before the upgrade',
      instance_id: '877a2cda-ba63-4e1e-b95f-e67e48b6129a',
      enterprise_project_id: '0',
      image_tags: [
        { key: 'team', value: 'portal' },
        { key: 'stage', value: '' },
      ],
      min_ram: 2048,
      max_ram: '8192',
    },
    findings: ['unknown-key: "instance_id"', 'unknown-key: "image_tags"'],
  },
  'POST /v2/cloudimages/action, of a volume': {
    added: { action: 'create-system-disk-image' },
    body: {
      name: 'rescued',
      volume_id: '5d6d3c3a-6a0b-4d6a-8a5e-95e6a36e1d3f',
      os_version: 'CentOS 7.9 64bit',
      tags: ['team.portal', 'empty.'],
    },
  },
  'POST /v2/cloudimages/action, an entry of data_images': {
    added: { action: 'create-data-disk-image' },
    body: { name: 'orders', volume_id: 'c5dfbd0c-bf0a-4798-a453-61dc6b54aa30', description: '', tags: ['team.orders'] },
  },
  'POST /v1/cloudimages/wholeimages/action, of an ECS': {
    added: { action: 'create-full-ecs-image' },
    body: {
      name: 'portal-whole',
      instance_id: '877a2cda-ba63-4e1e-b95f-e67e48b6129a',
      vault_id: '65b7b2b1-9a3b-4a1c-9f4c-0d2b8d1c6e77',
      enterprise_project_id: 'ceb1a5c2-2f3d-4b1f-9d4b-6a1c2e3f4a5b',
      image_tags: [{ key: 'team', value: 'portal' }],
    },
    findings: ['unknown-key: "instance_id"', 'unknown-key: "image_tags"'],
  },
  'POST /v1/cloudimages/wholeimages/action, of a backup': {
    added: { action: 'create-full-ecs-image' },
    body: { name: 'portal-restored', backup_id: 'e5a6f1b0-0d4c-4a63-9b3f-7d9a3f0f2c11', description: 'monthly' },
    findings: ['unknown-key: "backup_id"'],
  },
  'POST /v2/cloudimages/action, of a file': {
    added: { action: 'import-system-disk-image' },
    body: {
      name: 'from-vmware',
      image_url: 'migration:exports/erp.vmdk',
      os_type: 'Linux',
      os_version: 'CentOS 7.9 64bit',
      min_disk: 100,
      is_config: true,
      cmk_id: '08b4bc2b-2a1b-4f9d-9f5e-1b3a0f7c2d4e',
      type: 'FusionCompute',
      architecture: 'x86',
      hw_firmware_type: 'bios',
      license_type: 'byol',
      image_tags: [{ key: 'wave', value: '2' }],
    },
    findings: ['unknown-key: "image_tags"'],
  },
  'POST /v2/cloudimages/quickimport/action': {
    added: { action: 'import-system-disk-image' },
    body: {
      name: 'erp-big',
      image_url: 'migration:exports/erp.zvhd2',
      os_version: 'Ubuntu 22.04 server 64bit',
      min_disk: '600',
      is_quick_import: true,
      type: 'Ironic',
      architecture: 'arm',
      tags: ['wave.2', 'owner.ops.eu'],
      __image_size: '214748364800',
    },
    findings: ['unknown-key: "__image_size"'],
  },
  'POST /v1/cloudimages/dataimages/action': {
    added: { action: 'import-data-disk-image' },
    body: {
      name: 'archive',
      description: '',
      image_url: 'migration:exports/archive.vhd',
      os_type: 'Windows',
      min_disk: '40',
      cmk_id: '',
      tags: [],
      enterprise_project_id: '',
    },
  },
  'POST /v2/cloudimages/action, of an ISO file': {
    added: { action: 'register-iso' },
    body: {
      name: 'install-medium',
      image_url: 'media:rocky-9.iso',
      os_version: 'Other(64 bit)',
      min_disk: 40,
      is_config: false,
      type: 'IsoImage',
      architecture: 'x86',
      platform: 'Other',
    },
    findings: ['unknown-key: "type"'],
  },
  'POST /v1/cloudimages/members': {
    added: { action: 'share' },
    body: { images: [id], projects },
    findings: ['unknown-key: "images"', 'unknown-key: "projects"'],
  },
  'POST /v1/cloudimages/{image_id}/copy': {
    added: { action: 'replicate', image: id },
    body: { name: 'copy', description: '', cmk_id: '', enterprise_project_id: '0' },
  },
  'POST /v1/cloudimages/{image_id}/cross_region_copy': {
    added: { action: 'replicate', image: id },
    body: { name: 'copy', region: 'cn-south-1', project_name: 'cn-south-1', agency_name: 'ims_admin', vault_id: '' },
    findings: ['missing-key: "replicate"'],
  },
  'POST /v1/cloudimages/{image_id}/file': {
    added: { action: 'export', image: id },
    body: { bucket_url: 'exports:2026/portal.qcow2', file_format: 'qcow2' },
  },
  'POST /v1/cloudimages/{image_id}/file, fast': {
    added: { action: 'export', image: id },
    body: { bucket_url: 'exports:2026/portal.zvhd2', is_quick_export: true },
  },
  'POST /v2/{project_id}/images/{image_id}/tags/action': {
    added: { action: 'tag', image: id },
    body: {
      tags: [
        { key: 'cost-centre', value: '0042' },
        { key: 'team', value: 'portal' },
      ],
    },
  },
  'PATCH /v2/cloudimages/{image_id}': {
    added: { action: 'update', image: id },
    body: { name: 'renamed', description: 'by the audit', min_ram: '1024', max_ram: 4096 },
  },
  'DELETE /v2/images/{image_id}': {
    added: { action: 'delete' },
    body: { image_id: id, delete_backup: true },
    findings: ['unknown-key: "image_id"'],
  },
  'POST /v1/{project_id}/cloudservers': {
    added: { action: 'create-servers' },
    body: { name: 'web', imageRef: id, flavorRef: 's6.large.2', count: 3 },
    findings: ['unknown-key: "imageRef"', 'unknown-key: "flavorRef"'],
  },
  'POST /v2/{project_id}/cloudservers/{server_id}/changeos': {
    added: { action: 'change-os' },
    body: { server_id: '877a2cda-ba63-4e1e-b95f-e67e48b6129a', image_id: id },
    findings: ['unknown-key: "server_id"', 'unknown-key: "image_id"'],
  },
  'POST /v2/{project_id}/cloudvolumes': {
    added: { action: 'create-data-disk' },
    body: { imageRef: id, count: 1, name: 'orders-copy' },
    findings: ['unknown-key: "imageRef"'],
  },
};

const pasted = (operation: object): string => {
  const body = JSON.stringify(operation, undefined, 4).replaceAll('\n', '\n    ');
  return `apiVersion: ims/v1\nregion: cn-north-4\noperations:\n  - ${body}\n`;
};

const told = (text: string): string[] => {
  const analysis = new Analysis(text);
  return analysis.findings().map(({ rule, place }) => {
    const { start, end } = analysis.rangeOf(place);
    return `${rule}: ${text.slice(start, end)}`;
  });
};

test.each(Object.entries(cases))('a request body is an operation: %s', (_, { added, body, findings = [] }) => {
  const text = pasted({ ...added, ...body });
  expect(told(text)).toEqual(findings);
  expect(told(fixed(text))).toEqual([]);
});

test('a manifest of request bodies may be JSON altogether', () => {
  const operations = Object.values(cases).map(({ added, body }) => ({ ...added, ...body }));
  const text = JSON.stringify({ apiVersion: 'ims/v1', region: 'cn-north-4', operations }, undefined, 2);
  expect(told(text)).toEqual(expect.arrayContaining(Object.values(cases).flatMap(({ findings = [] }) => findings)));
});
