import { expect, test } from 'vitest';
import { Analysis, defaultSettings } from '../../server/src/analysis/analysis.ts';
import { Inventory, type InventoryFiles } from '../../server/src/facts/inventory/inventory.ts';

const big = `${200 * 2 ** 30}`;
const files: Readonly<Record<string, ReturnType<InventoryFiles>>> = {
  'a.json': new Inventory([
    { id: 'dark-id', name: 'dark', __system__cmkid: 'k' },
    { id: 'light-id', name: 'light', virtual_env_type: 'FusionCompute' },
    { id: 'twin-1', name: 'twin', __system__cmkid: 'k' },
    { id: 'twin-2', name: 'twin' },
    { id: 'big-id', name: 'big', virtual_env_type: 'DataImage', __image_size: big },
    { id: 'bare-id', __system__cmkid: 'k' },
    { id: 'tagged-id', name: 'tagged', tags: Array.from({ length: 10 }, (_, i) => `t${i}=`) },
  ]),
  'again.json': new Inventory([{ id: 'dark-id', name: 'dark', __system__cmkid: 'k' }]),
  'child.json': new Inventory([{ id: 'child-id', name: 'child', __originalimagename: 'gold-id' }]),
  'public.json': new Inventory([{ id: 'gold-id', name: 'gold', __imagetype: 'gold', __platform: 'Windows' }]),
  'light.json': new Inventory([{ id: 'light-2', name: 'dark' }]),
  'b.json': new Inventory([{ id: 'twin-3', name: 'twin', __system__cmkid: 'k' }]),
  'full.json': new Inventory([
    ...Array.from({ length: 50 }, (_, i) => ({ id: `own-${i}`, name: `own-${i}`, __imagetype: 'private' })),
    { id: 'public', name: 'public', __imagetype: 'gold' },
  ]),
  'backups.json': new Inventory([
    { id: 'full-id', name: 'portal-full', __backup_id: 'backup-1' },
    { id: 'nameless-id', __backup_id: '0b5a3c8e-6a1f-4d0e-9b62-6f0c1f7d2a11' },
    { id: 'other-id', name: 'other', __backup_id: '' },
  ]),
  'missing.json': 'missing',
};

const share = (image: string): string => `{ action: share, image: ${image}, tenants: [t] }`;
const tag = (image: string): string => `{ action: tag, image: ${image}, tags: { another: "" } }`;
const makes = (name: string): string =>
  `{ action: register-iso, name: ${name}, image_url: "b:o.iso", min_disk: 40, os_version: o }`;

const whole = (name: string, backup: string): string =>
  `{ action: create-full-ecs-image, name: ${name}, backup: ${backup} }`;

interface Case {
  readonly inventory?: string;
  readonly images?: string;
  readonly servers?: string;
  readonly backups?: string;
  readonly operations: readonly string[];
  /** `rule: underlined text`. */
  readonly findings: readonly string[];
}

const cases: Record<string, Case> = {
  'by name': { operations: [share('dark')], findings: ['share-encrypted: dark'] },
  'by id': { operations: [share('dark-id')], findings: ['share-encrypted: dark-id'] },
  'by name and region': { operations: [share('dark@r1')], findings: ['share-encrypted: dark@r1'] },
  'in the region of the manifest, where its file has none': {
    inventory: '{ path: a.json }',
    operations: [share('dark@r1')],
    findings: ['share-encrypted: dark@r1'],
  },
  'a fact without fault': { operations: [share('light'), share('light-id')], findings: [] },
  'a name in no inventory is unknown': { operations: [share('nobody')], findings: ['unknown-reference: nobody'] },
  'a file that is not known yet may have it': {
    inventory: '[a.json, later.json]',
    operations: [share('nobody'), share('dark')],
    findings: ['share-encrypted: dark'],
  },
  'a file that is missing may have it': {
    inventory: '[a.json, missing.json]',
    operations: [share('nobody'), share('dark')],
    findings: ['inventory-file: missing.json', 'share-encrypted: dark'],
  },
  'two of a name are neither': { operations: [share('twin')], findings: ['unknown-reference: twin'] },
  'each of two has its id': { operations: [share('twin-1'), share('twin-2')], findings: ['share-encrypted: twin-1'] },
  'one that is deleted leaves the other': {
    operations: ['{ action: delete, image: twin-2 }', share('twin'), share('twin-1'), share('twin-2')],
    findings: ['share-encrypted: twin', 'share-encrypted: twin-1', 'deleted-image: twin-2'],
  },
  'of two of a name the one that an entry is about': {
    images: 'mine: { id: twin-1 }',
    operations: [share('twin'), share('twin-2')],
    findings: ['share-encrypted: twin'],
  },
  'what a declared server is made of, of two of a name': {
    servers: '{ s: { type: ECS, image: twin } }',
    operations: [],
    findings: ['unknown-reference: twin'],
  },
  'without a name, by id': { operations: [share('bare-id')], findings: ['share-encrypted: bare-id'] },
  'one image in two files is one': {
    inventory: '[a.json, again.json]',
    operations: [share('dark')],
    findings: ['share-encrypted: dark'],
  },
  'one name in two regions is two images': {
    inventory: '[a.json, { path: b.json, region: r2 }]',
    operations: [share('twin@r2'), '{ action: share, image: twin, region: r2, tenants: [t] }', share('twin')],
    findings: ['share-encrypted: twin@r2', 'share-region: twin@r2', 'share-encrypted: twin', 'unknown-reference: twin'],
  },
  'its private images count for the quota': {
    inventory: 'full.json',
    operations: ['{ action: delete, image: own-7 }', makes('a'), makes('b')],
    findings: ['create-image-quota: register-iso'],
  },
  'each private image counts once, in its region': {
    inventory: '[full.json, full.json, { path: full.json, region: r2 }]',
    operations: ['{ action: delete, image: own-7 }', makes('a')],
    findings: [],
  },
  'how many there are is not known while a file is missing': {
    inventory: '[full.json, missing.json]',
    operations: [makes('a')],
    findings: ['inventory-file: missing.json'],
  },
  'an entry of the same name wins': {
    images: 'dark: { encrypted: false }',
    operations: [share('dark'), share('dark-id')],
    findings: [],
  },
  'an entry of the same name completes': {
    images: 'dark: { size: 3 GB }',
    operations: [share('dark'), share('dark-id')],
    findings: ['share-encrypted: dark', 'share-encrypted: dark-id'],
  },
  'an entry with a key is otherwise completed': {
    images: 'big: { cmk_id: k }',
    operations: ['{ action: export, image: big, bucket_url: "b:o.vhd", file_format: VHD }'],
    findings: ['export-fast-required: big'],
  },
  'an entry of the same name is the listed one': {
    images: 'dark: { size: 3 GB }',
    operations: ['{ action: delete, image: dark }', share('dark')],
    findings: ['deleted-image: dark'],
  },
  'an entry completes the one of its region': {
    inventory: '[a.json, { path: light.json, region: r2 }]',
    images: 'dark: { size: 3 GB }',
    operations: [share('dark')],
    findings: ['share-encrypted: dark'],
  },
  'an entry completes the one of the region that it names': {
    inventory: '[a.json, { path: light.json, region: r2 }]',
    images: 'dark: { region: r2 }',
    operations: [share('dark@r2')],
    findings: ['share-region: dark@r2'],
  },
  'an entry of a region where none is completes none': {
    images: 'dark: { region: r3 }',
    operations: [share('dark@r3')],
    findings: ['share-region: dark@r3'],
  },
  'an entry without a region completes the only one, wherever it is': {
    inventory: '{ path: b.json, region: r2 }',
    images: 'twin: { size: 3 GB }',
    operations: [share('twin')],
    findings: ['share-encrypted: twin', 'share-region: twin'],
  },
  'its tags are there, and an entry may have its own': {
    images: 'own: { id: tagged-id, tags: { a: b } }',
    operations: [tag('own')],
    findings: [],
  },
  'its tags are there under the name of an entry': {
    images: 'tagged: { size: 3 GB }',
    operations: [tag('tagged')],
    findings: ['tag-limit: another'],
  },
  'an entry with the same id completes, and both names mean it': {
    images: 'mine: { id: dark-id }',
    operations: [share('mine'), share('dark'), '{ action: delete, image: mine }', share('dark')],
    findings: ['share-encrypted: mine', 'share-encrypted: dark', 'deleted-image: dark'],
  },
  'an entry with another id is another image': {
    images: 'dark: { id: other }',
    operations: [share('dark'), share('dark-id')],
    findings: ['share-encrypted: dark-id'],
  },
  'an entry of a name that two have': {
    images: 'twin: { size: 3 GB }',
    operations: [share('twin')],
    findings: ['unknown-reference: twin'],
  },
  'a broken fact is not taken from the inventory': {
    images: 'dark: { encrypted: maybe }',
    operations: [share('dark')],
    findings: ['invalid-value: maybe'],
  },
  'a broken key is not silent about the encryption': {
    images: 'dark: { cmk_id: [k] }',
    operations: [share('dark')],
    findings: ['invalid-value: [k]'],
  },
  'a name made again shadows': {
    operations: [makes('dark'), share('dark'), share('dark-id'), makes('dark')],
    findings: ['share-encrypted: dark-id', 'duplicate-name: dark'],
  },
  'a name made again and deleted means the listed one again': {
    operations: [makes('dark'), '{ action: delete, image: dark }', share('dark')],
    findings: ['share-encrypted: dark'],
  },
  'the name of an entry may be that of others elsewhere': {
    images: 'mine: { id: dark-id }',
    operations: [makes('mine').replace(' }', ', region: r2 }'), share('dark@r2'), share('dark')],
    findings: ['unknown-reference: dark@r2', 'share-encrypted: dark'],
  },
  'what is deleted stays deleted, by name and id': {
    operations: ['{ action: delete, image: dark }', share('dark'), share('dark-id')],
    findings: ['deleted-image: dark', 'deleted-image: dark-id'],
  },
  'what is renamed has its new name': {
    operations: ['{ action: update, image: dark, name: night }', share('night'), share('dark-id'), share('dark')],
    findings: ['share-encrypted: night', 'share-encrypted: dark-id', 'unknown-reference: dark'],
  },
  'a backup that has been made into a listed image': {
    inventory: 'backups.json',
    backups: '{ weekly: { type: CBR, id: backup-1 }, yearly: { type: CSBS, id: backup-2 } }',
    operations: [whole('a', 'weekly'), whole('b', 'yearly'), whole('c', 'yearly')],
    findings: ['backup-one-image: weekly', 'backup-one-image: yearly'],
  },
  'a backup that is known by its id alone': {
    inventory: '[a.json, backups.json]',
    operations: [whole('a', '0b5a3c8e-6a1f-4d0e-9b62-6f0c1f7d2a11'), whole('b', '0b5a3c8e6a1f4d0e9b626f0c1f7d2a11')],
    findings: ['backup-one-image: 0b5a3c8e-6a1f-4d0e-9b62-6f0c1f7d2a11'],
  },
  'a backup whose name is the id of another': {
    inventory: 'backups.json',
    backups: '{ backup-1: { type: CBR } }',
    operations: [whole('a', 'backup-1'), whole('b', 'backup-1')],
    findings: ['backup-one-image: backup-1'],
  },
  'what an image was made of may be in another file': {
    inventory: '[child.json, a.json, public.json]',
    operations: ['{ action: export, image: child, bucket_url: "b:o.vhd", file_format: VHD }'],
    findings: ['export-origin: child'],
  },
  'facts flow on': {
    operations: [
      '{ action: replicate, image: big, name: copy }',
      '{ action: export, image: copy, bucket_url: "b:o.vhd", file_format: VHD }',
    ],
    findings: ['replicate-size: big', 'export-fast-required: copy'],
  },
};

const textOf = ({ inventory = 'a.json', images = '', servers = '', backups = '', operations }: Case): string =>
  `apiVersion: ims/v1\nregion: r1\ninventory: ${inventory}\nimages:\n  ${images}\nservers: ${servers}\nbackups: ${backups}\noperations:\n${operations.map(line => `  - ${line}\n`).join('')}`;

const told = (analysis: Analysis): string[] =>
  analysis.findings().map(({ rule, place }) => {
    const { start, end } = analysis.rangeOf(place);
    return `${rule}: ${analysis.document.slice(start, end)}`;
  });

for (const [name, one] of Object.entries(cases)) {
  test(`inventory: ${name}`, () => {
    const text = textOf(one);
    const analysis = new Analysis(text, defaultSettings, path => files[path]);
    expect(told(analysis)).toEqual(one.findings);

    const late = new Map<string, ReturnType<InventoryFiles>>();
    const loading = new Analysis(text, defaultSettings, path => late.get(path));
    for (const [path, content] of Object.entries(files)) {
      late.set(path, content);
      loading.refreshInventories();
    }
    expect(told(loading)).toEqual(one.findings);

    for (const key of ['inventory', 'region', 'images']) {
      const at = text.indexOf(`${key}:`);
      analysis.edit({ start: at, end: at, text: 'x' });
      expect(told(analysis)).toEqual(told(new Analysis(analysis.document.text, defaultSettings, path => files[path])));
      analysis.edit({ start: at, end: at + 1, text: '' });
      expect(told(analysis)).toEqual(one.findings);
    }
  });
}

test('what comes from an inventory says so', () => {
  const analysis = new Analysis(
    textOf({ operations: [share('dark')], findings: [] }),
    defaultSettings,
    path => files[path],
  );
  const [{ place, message } = {}] = analysis.findings()[0]?.related ?? [];
  expect(place && analysis.document.positionAt(analysis.rangeOf(place).start)).toEqual({ line: 2, character: 11 });
  expect(message?.en).toContain('inventory file');
});

test('a finding about a backup says which image it has been made into, and from where that is known', () => {
  const one = { inventory: 'backups.json', backups: '{ weekly: { type: CBR, id: backup-1 } }' };
  const text = textOf({ ...one, operations: [whole('a', 'weekly')], findings: [] });
  const analysis = new Analysis(text, defaultSettings, path => files[path]);
  const [finding] = analysis.findings();
  expect(finding?.message.en).toContain('`portal-full`');
  const [{ place, message } = {}, ...others] = finding?.related ?? [];
  expect(others).toEqual([]);
  expect(place && analysis.document.positionAt(analysis.rangeOf(place).start)).toEqual({ line: 2, character: 11 });
  expect(message?.en).toBe('`portal-full`, made from it, is in this inventory file');
});

test.each([
  {
    what: 'its id, whatever other files there are',
    inventory: '[a.json, backups.json]',
    backup: 'weekly',
    missing: ['id of weekly'],
  },
  { what: 'its id', inventory: 'backups.json', backup: 'weekly', missing: ['id of weekly'] },
  { what: 'an inventory', inventory: '[a.json, later.json]', backup: 'yearly', missing: ['inventory of yearly'] },
  { what: 'nothing, where no image is of a backup', inventory: 'a.json', backup: 'weekly', missing: [] },
  { what: 'nothing, where no image is of this one', inventory: 'backups.json', backup: 'yearly', missing: [] },
])('whether a backup has been used hangs on $what', ({ inventory, backup, missing }) => {
  const backups = '{ weekly: { type: CBR }, yearly: { type: CBR, id: backup-2 } }';
  const text = textOf({ inventory, backups, operations: [whole('a', backup)], findings: [] });
  const analysis = new Analysis(text, defaultSettings, path => files[path]);
  const verdicts = [...analysis.document.slots()].flatMap(slot => analysis.operationsOf(slot)[0]?.verdicts ?? []);
  const verdict = verdicts.find(({ rule }) => rule.id === 'backup-one-image');
  expect(verdict?.outcome).toBe(missing.length > 0 ? 'undecided' : 'holds');
  expect(verdict?.missing.map(({ fact, of }) => `${fact} of ${of}`)).toEqual(missing);
});

test('looking again costs only what has changed', () => {
  const operations = Array.from({ length: 100 }, () => share('light'));
  let content = files['a.json'];
  const analysis = new Analysis(textOf({ operations, findings: [] }), defaultSettings, () => content);
  const evaluated = (run: () => void): number => {
    const before = analysis.work().evaluated;
    run();
    return analysis.work().evaluated - before;
  };
  expect(evaluated(() => analysis.refreshInventories())).toBe(1);
  content = new Inventory([]);
  expect(evaluated(() => analysis.refreshInventories())).toBe(101);
  expect(told(analysis)).toHaveLength(100);
});
