import { describe, expect, it } from 'vitest';
import type { Localized } from '../../server/src/localized.ts';
import {
  type ActionName,
  actions,
  commonKeys,
  foreignKeys,
  type KeyDef,
  type Keys,
  projectKeys,
  regions,
  type ShapeName,
  shapes,
  type ValueType,
  type WordListName,
  wordLists,
} from '../../server/src/model/vocabulary/index.ts';

const contractOfActions: Record<ActionName, { required: string; optional?: string }> = {
  'create-system-disk-image': { required: 'name', optional: 'server volume_id os_version tags min_ram max_ram' },
  'create-data-disk-image': { required: 'name', optional: 'server disk volume_id tags' },
  'create-full-ecs-image': { required: 'name', optional: 'server backup vault_id tags' },
  'import-system-disk-image': {
    required: 'name image_url min_disk',
    optional:
      'size format os_type os_version platform os_bit architecture hw_firmware_type type is_quick_import is_config cmk_id license_type tags min_ram max_ram',
  },
  'import-data-disk-image': {
    required: 'name image_url min_disk',
    optional: 'size virtual_size format os_type is_quick_import cmk_id tags',
  },
  'register-iso': {
    required: 'name image_url min_disk os_version',
    optional: 'size architecture platform os_bit is_config cmk_id tags',
  },
  share: { required: 'image tenants' },
  replicate: { required: 'image name', optional: 'target_region cmk_id project_name agency_name vault_id' },
  export: { required: 'image bucket_url', optional: 'file_format is_quick_export' },
  publish: { required: 'image' },
  unpublish: { required: 'image' },
  tag: { required: 'image tags' },
  update: { required: 'image', optional: 'name description min_ram max_ram cmk_id' },
  delete: { required: 'image', optional: 'delete_backup' },
  'create-servers': { required: 'image', optional: 'count name flavor architecture memory status' },
  'change-os': { required: 'server image' },
  'create-data-disk': { required: 'image', optional: 'count name' },
};

const contractOfShapes: Record<ShapeName, { required?: string; optional?: string }> = {
  manifest: { required: 'apiVersion operations', optional: 'region account inventory servers backups buckets images' },
  account: { optional: 'private_images private_image_quota' },
  inventory: { required: 'path', optional: 'region' },
  server: {
    required: 'type',
    optional:
      'id region status architecture flavor memory boot_disk system_disk data_disks encrypted csbs_backup image origin platform os_bit',
  },
  disk: { optional: 'size encrypted' },
  'data-disk': { optional: 'size encrypted volume_id' },
  backup: { required: 'type', optional: 'id server region' },
  bucket: { optional: 'storage_class region' },
  image: {
    optional:
      'id region status type size min_disk disk_format architecture os_bit os_type os_version platform cmk_id encrypted origin created_from csbs_backup published shared_by tags tenants',
  },
};

const contractOfWords: Record<WordListName, string> = {
  'api-version': 'ims/v1',
  action: Object.keys(contractOfActions).join(', '),
  'server-type': 'ECS, BMS',
  'server-status': 'Running, Stopped, Frozen',
  'image-status': 'Normal, Creating, Frozen',
  architecture: 'x86, arm',
  'boot-disk': 'EVS, local',
  'backup-type': 'CBR, CSBS',
  'storage-class': 'Standard, Infrequent Access, Archive, Deep Archive',
  'image-type': 'system-disk, data-disk, full-ecs, iso',
  'disk-format': 'VMDK, VHD, QCOW2, RAW, VHDX, QED, VDI, QCOW, ZVHD2, ZVHD, ISO',
  'export-format': 'VMDK, VHD, QCOW2, ZVHD, ZVHD2',
  platform: 'Windows, Ubuntu, RedHat, SUSE, CentOS, Debian, OpenSUSE, Oracle Linux, Fedora, EulerOS, CoreOS, Other',
  'os-type': 'Windows, Linux, Other',
  'os-bit': '32, 64',
  origin: 'public, marketplace, file, iso',
  'created-from': 'ecs, cbr, csbs',
  'import-type': 'ECS, BMS',
  firmware: 'bios, uefi',
  license: 'platform, byol',
  severity: 'off, hint, information, warning, error',
};

const namesIn = (row = '') => new Set(row.match(/\S+/g));
const namesOf = (keys: Keys, { required }: { required: boolean }) =>
  new Set(Object.keys(keys).filter(key => (keys[key]?.required ?? false) === required));

const everyAction = Object.entries(actions);
const everyShape = Object.entries(shapes);
const everyWordList = Object.entries(wordLists);

const places: [string, Keys][] = [
  ['every operation', commonKeys],
  ...everyAction.map(([name, { keys }]): [string, Keys] => [name, keys]),
  ...everyShape.map(([name, { keys }]): [string, Keys] => [name, keys]),
];

const everyKey: [string, KeyDef][] = places.flatMap(([place, keys]) =>
  Object.entries(keys).map(([name, key]): [string, KeyDef] => [`${place}: ${name}`, key]),
);

const docs: [string, Localized][] = [
  ...everyAction.map(([name, { doc }]): [string, Localized] => [name, doc]),
  ...everyShape.map(([name, { doc }]): [string, Localized] => [name, doc]),
  ...everyKey.map(([name, { doc }]): [string, Localized] => [name, doc]),
  ...everyWordList.flatMap(([list, { doc, words }]): [string, Localized][] => [
    [list, doc],
    ...words.map((word): [string, Localized] => [`${list}: ${word.word}`, word.doc]),
  ]),
];

function isLegal(value: string, type: ValueType): boolean {
  switch (type.kind) {
    case 'text':
      return true;
    case 'boolean':
      return value === 'true' || value === 'false';
    case 'integer':
      return /^\d+$/.test(value) && Number(value) >= type.min;
    case 'word':
      return wordLists[type.of].words.some(({ word }) => word === value);
    default:
      return false;
  }
}

describe('the contract', () => {
  it.each(Object.entries(contractOfActions))('%s takes the keys of its row', (name, row) => {
    const { keys } = actions[name as ActionName];
    expect(namesOf(keys, { required: true })).toEqual(namesIn(row.required));
    expect(namesOf(keys, { required: false })).toEqual(namesIn(row.optional));
  });

  it.each(Object.entries(contractOfShapes))('%s takes the keys of its table', (name, row) => {
    const { keys } = shapes[name as ShapeName];
    expect(namesOf(keys, { required: true })).toEqual(namesIn(row.required));
    expect(namesOf(keys, { required: false })).toEqual(namesIn(row.optional));
  });

  it('gives every operation the common keys', () => {
    expect(Object.keys(commonKeys)).toEqual(['action', 'region', 'description', 'enterprise_project_id']);
  });

  it('has no action or shape beyond it', () => {
    expect(Object.keys(actions)).toEqual(Object.keys(contractOfActions));
    expect(Object.keys(shapes)).toEqual(Object.keys(contractOfShapes));
  });

  it.each(Object.entries(contractOfWords))('%s has the words of its enum', (name, row) => {
    const { words } = wordLists[name as WordListName];
    expect(words.map(({ word }) => word).sort()).toEqual(row.split(', ').sort());
  });

  it('understands the words of the API and of other tools', () => {
    const synonyms = everyWordList.flatMap(([list, { words }]) =>
      words.flatMap(({ word, synonyms }) => synonyms.map(synonym => `${list}: ${synonym} = ${word}`)),
    );
    expect(synonyms).toEqual([
      'server-status: ACTIVE = Running',
      'server-status: SHUTOFF = Stopped',
      'image-status: active = Normal',
      'image-status: saving = Creating',
      'image-status: queued = Creating',
      'architecture: x86_64 = x86',
      'architecture: Kunpeng = arm',
      'architecture: aarch64 = arm',
      'architecture: arm64 = arm',
      'storage-class: WARM = Infrequent Access',
      'storage-class: COLD = Archive',
      'storage-class: DEEP_ARCHIVE = Deep Archive',
      'image-type: DataImage = data-disk',
      'image-type: IsoImage = iso',
      'platform: Red Hat = RedHat',
      'origin: KooGallery = marketplace',
      'import-type: FusionCompute = ECS',
      'import-type: Ironic = BMS',
    ]);
  });

  it('closes every enum but those that other words are legal in', () => {
    expect(everyWordList.filter(([, { open }]) => open).map(([name]) => name)).toEqual([
      'server-status',
      'image-status',
      'disk-format',
      'export-format',
      'license',
    ]);
  });

  it('counts a bare number as MB for the limits of memory, as GB otherwise', () => {
    const inMegabytes = everyKey.filter(([, { value }]) => value.kind === 'size' && value.unit === 'MB');
    expect(new Set(inMegabytes.map(([path]) => path.split(': ')[1]))).toEqual(new Set(['min_ram', 'max_ram']));
  });

  it('has the defaults that are known facts', () => {
    const defaults = everyKey.flatMap(([path, key]) => (key.default === undefined ? [] : [`${path} = ${key.default}`]));
    expect(defaults).toEqual(
      expect.arrayContaining([
        'account: private_image_quota = 50',
        'import-system-disk-image: architecture = x86',
        'register-iso: architecture = x86',
        'create-servers: count = 1',
        'create-data-disk: count = 1',
      ]),
    );
  });
});

describe('every key', () => {
  it.each(everyKey.filter(([, key]) => key.default !== undefined))('%s has a legal default', (_, key) => {
    expect(isLegal(key.default ?? '', key.value)).toBe(true);
  });

  it.each(everyKey)('%s is not required where it has a default', (_, key) => {
    expect(key.required && key.default).toBeUndefined();
  });
});

describe('every action', () => {
  it.each(everyAction)('%s needs only keys that it takes', (_, { keys, needs }) => {
    const needed = needs.flatMap(({ keys, when }) => [
      ...keys,
      ...(typeof when === 'object' ? Object.values(when) : []),
    ]);
    expect(Object.keys(keys)).toEqual(expect.arrayContaining(needed));
  });

  it.each(everyAction)('%s does not need what it requires anyway', (_, { keys, needs }) => {
    const needed = needs.flatMap(({ keys }) => keys);
    expect(needed.filter(key => keys[key]?.required)).toEqual([]);
  });

  it.each(everyAction.filter(([, { makes }]) => makes))('%s names what it makes', (_, { keys }) => {
    expect(keys.name?.value).toEqual({ kind: 'name' });
  });
});

describe('every word list', () => {
  it.each(everyWordList)('%s says each word once, whatever its letter case', (_, { words }) => {
    const said = words.flatMap(({ word, synonyms }) => [word, ...synonyms]).map(word => word.toLowerCase());
    expect(said).toEqual([...new Set(said)]);
  });

  it.each(everyWordList)('%s is the value of some key', list => {
    expect(JSON.stringify([everyKey, projectKeys])).toContain(JSON.stringify({ kind: 'word', of: list }));
  });
});

describe('every foreign name', () => {
  const everyForeignName = Object.entries(foreignKeys);

  it.each(everyForeignName)('%s means a key of some action', (_, { key }) => {
    expect(everyAction.some(([, { keys }]) => key in keys)).toBe(true);
  });

  it.each(everyForeignName)('%s is no key where the one that it means is taken', (foreign, { key }) => {
    expect(places.filter(([, keys]) => key in keys && foreign in keys)).toEqual([]);
  });

  it('is one of the known ones', () => {
    expect(everyForeignName.map(([foreign, { key, unit }]) => [foreign, key, unit].filter(Boolean).join(' '))).toEqual([
      'projects tenants',
      'target_project_ids tenants',
      'image_members tenants',
      'quick_import is_quick_import',
      'kms_key_id cmk_id',
      'kms_key cmk_id',
      'source_image_id image',
      'image_id image',
      'imageRef image',
      'instance_id server',
      'server_id server',
      'backup_id backup',
      'image_name name',
      'image_tags tags',
      'image_architecture architecture',
      'flavorRef flavor',
      'image_size size',
      '__image_size size bytes',
    ]);
  });
});

describe('the regions', () => {
  it.each(['id', 'name'] as const)('have each %s once', field => {
    const said = regions.map(region => region[field]).filter(value => value !== undefined);
    expect(said).toEqual([...new Set(said)]);
  });

  it('include those that a larger image can be replicated from, by their official names', () => {
    expect(regions).toEqual(
      expect.arrayContaining([
        { id: 'cn-north-4', name: 'CN North-Beijing4' },
        { id: 'cn-east-3', name: 'CN East-Shanghai1' },
        { id: 'cn-east-2', name: 'CN East-Shanghai2' },
        { id: 'cn-south-1', name: 'CN South-Guangzhou' },
      ]),
    );
  });
});

describe('every doc', () => {
  const prose = (text: string) => text.replace(/`[^`]*`/g, '');

  it.each(docs)('%s is one or two whole sentences', (_, { en, zh }) => {
    expect(prose(en)).toMatch(/^[^.!?]*[.]( [^.!?]+[.])?$/);
    expect(prose(zh)).toMatch(/^[^。！？]*。([^。！？]+。)?$/);
  });

  it.each(docs)('%s is Chinese in Chinese, spaced and punctuated as such', (_, { zh }) => {
    expect(zh).toMatch(/\p{Script=Han}/u);
    expect(prose(zh)).not.toMatch(/[,;!?()]/);
    expect(zh).not.toMatch(/\p{Script=Han}[\w`]|[\w`]\p{Script=Han}/u);
  });

  it.each(docs)('%s has no stray space, and only plain characters in English', (_, { en, zh }) => {
    for (const text of [en, zh]) expect(text).not.toMatch(/^\s|\s$|\s{2}|\n/);
    expect(en).not.toMatch(/[^\x20-\x7e]/);
  });
});
