import { assert } from 'chai';
import { Manifest } from './manifest.ts';
import { test } from './tests.ts';

const bad = 'bad/vmware-migration.ims.yaml';
const iso = 'good/iso-workflow.ims.yaml';

/** Where to hover, and what it says in this order. */
const cases: Readonly<Record<string, readonly [path: string, place: string, ...says: RegExp[]]>> = {
  'a key': [bad, 'min_disk: 250', /min_disk/, /GB/],
  'a size': [bad, 'size: |1.2 TB', /1\.2 TB/, /1228\.8 GB/],
  'a region': [bad, 'region: |ap-southeast-3', /ap-southeast-3/, /128 GB/, /replicate-size/],
  'an object in a bucket': [bad, 'image_url: |hall-b-exports:hr', /hr\/portal\.ova/],
  'a flavor': [iso, 'flavor: |kc1.large.2', /arm/, /4 GB/],
  'an image, with where its facts are from': [bad, 'image: |payroll', /payroll.*line 62/, /encrypted: .*line 66/],
  'an image of an inventory': ['good/inventory.ims.yaml', 'image: |vault-agent', /vault-agent/, /encrypted: .*true/],
  'an action, with its ledger': [bad, 'share\n    image: payroll', /✗.*share-encrypted/, /✓.*share-tenant-limit/],
  'a rule in a suppression': [iso, 'ims-ignore: |server-batch', /server-batch/, /https:.*server-batch/],
};

for (const [what, [path, place, ...says]] of Object.entries(cases)) {
  test(`hovering tells about ${what}`, async () => {
    const told = await (await Manifest.open(path)).hover(place);
    assert.match(told, new RegExp(says.map(({ source }) => source).join('.*'), 's'));
  });
}
