import { expect, test } from 'vitest';
import { attributesOf, tagNames } from '../../server/src/facts/inventory/attributes.ts';
import {
  Inventory,
  type ListedImage,
  parseInventory,
  readInventory,
} from '../../server/src/facts/inventory/inventory.ts';

const gigabyte = 2 ** 30;

/** What each attribute says, beside the id and that the image is not encrypted. */
const cases: Record<string, { image: object; facts: object }> = {
  'nothing said is nothing known': { image: {}, facts: {} },
  'the size is that of the file, in bytes': { image: { __image_size: `${9 * gigabyte}`, size: 7 }, facts: { size: 9 } },
  'a size of zero is not known yet': { image: { __image_size: '0', min_disk: 0 }, facts: {} },
  'a capacity is not a size': { image: { min_disk: 200 }, facts: { min_disk: 200 } },
  'active is Normal': { image: { status: 'active' }, facts: { status: 'Normal' } },
  'a status that is none of ours stays': { image: { status: 'killed' }, facts: { status: 'killed' } },
  'an ISO image': { image: { virtual_env_type: 'IsoImage' }, facts: { type: 'iso' } },
  'a data disk image': { image: { virtual_env_type: 'DataImage' }, facts: { type: 'data-disk' } },
  'a system disk image': { image: { virtual_env_type: 'FusionCompute' }, facts: { type: 'system-disk' } },
  'a system disk image of a BMS': { image: { virtual_env_type: 'Ironic' }, facts: { type: 'system-disk' } },
  'a full-ECS image': {
    image: { virtual_env_type: 'FusionCompute', __whole_image: true },
    facts: { type: 'full-ecs' },
  },
  'a full-ECS image, in another spelling': { image: { __whole_image: 'True' }, facts: { type: 'full-ecs' } },
  'a full-ECS image by its backup': { image: { __backup_id: 'b' }, facts: { type: 'full-ecs' } },
  'a full-ECS image by where its data is from': {
    image: { __data_origin: 'server_backup,b' },
    facts: { type: 'full-ecs' },
  },
  'an image that is not whole': {
    image: { virtual_env_type: 'FusionCompute', __whole_image: 'false', __backup_id: '', __data_origin: 'instance,i' },
    facts: { type: 'system-disk' },
  },
  'a key encrypts': { image: { __system__cmkid: 'k' }, facts: { encrypted: true } },
  'an empty key does not': { image: { __system__cmkid: '' }, facts: {} },
  'its system': {
    image: { __os_bit: '64', __os_type: 'linux', __platform: 'ubuntu', __os_version: 'Ubuntu 22.04' },
    facts: { os_bit: '64', os_type: 'Linux', platform: 'Ubuntu', os_version: 'Ubuntu 22.04' },
  },
  'arm is said': { image: { __support_arm: 'true' }, facts: { architecture: 'arm' } },
  'what is not said to be arm may be anything': { image: { __support_arm: 'false' }, facts: {} },
  'from a file': { image: { __root_origin: 'file' }, facts: { origin: 'file' } },
  'a product code proves nothing': {
    image: { __imagetype: 'private', __productcode: 'p', __system_support_market: 'true' },
    facts: { private: true },
  },
  'a public image': { image: { __imagetype: 'gold' }, facts: { origin: 'public', private: false } },
  'a shared image': { image: { __imagetype: 'shared', owner: 'o' }, facts: { shared_by: 'o', private: false } },
  'a shared image, nobody says by whom': {
    image: { __imagetype: 'shared' },
    facts: { shared_by: '?', private: false },
  },
  'of a public parent': { image: { __originalimagename: 'gold' }, facts: { origin: 'public', platform: 'Debian' } },
  'its own platform wins over the parent': {
    image: { __originalimagename: 'gold', __platform: 'Ubuntu' },
    facts: { origin: 'public', platform: 'Ubuntu' },
  },
  'of a grandparent from Marketplace, which wins over a file': {
    image: { __originalimagename: 'child', __root_origin: 'file' },
    facts: { origin: 'marketplace' },
  },
  'of a parent that is not there': {
    image: { __originalimagename: 'gone', __root_origin: 'file' },
    facts: { origin: 'file' },
  },
  'from a file, though its parent does not say so': {
    image: { __originalimagename: 'loop', __root_origin: 'file' },
    facts: { origin: 'file' },
  },
  'of a circle': { image: { __originalimagename: 'loop' }, facts: {} },
};

const others = new Inventory([
  { id: 'gold', __imagetype: 'gold', __platform: 'Debian' },
  { id: 'market', __imagetype: 'market' },
  { id: 'child', __imagetype: 'private', __originalimagename: 'market' },
  { id: 'loop', __originalimagename: 'pool' },
  { id: 'pool', __originalimagename: 'loop' },
]);

for (const [name, { image, facts }] of Object.entries(cases)) {
  test(`inventory: ${name}`, () => {
    const read = attributesOf({ id: 'i', ...image }, id => others.withId(id));
    const known = Object.fromEntries(Object.entries(read).filter(([, value]) => value !== undefined));
    expect(known).toEqual({ id: 'i', encrypted: false, ...facts });
  });
}

test.each([
  { tags: ['team=sre', 'a=b=c', 'alone', 'dotted.key=v'], names: ['team', 'a', 'alone', 'dotted.key'] },
  { tags: [], names: [] },
  { tags: undefined, names: undefined },
  { tags: [1], names: undefined },
])('the tags of $tags', ({ tags, names }) => expect(tagNames({ id: 'i', tags })).toEqual(names));

test.each([
  { text: '{"images": [{"id": "a", "name": "n"}]}', found: ['n'] },
  { text: '\uFEFF[{"id": "a", "name": "n"}, {"id": "b"}]', found: ['n'] },
  { text: '{"images": []}', found: [] },
  { text: '', found: 'no-json' },
  { text: '{"images": [', found: 'no-json' },
  { text: '{}', found: 'no-inventory' },
  { text: 'null', found: 'no-inventory' },
  { text: '{"images": {}}', found: 'no-inventory' },
  { text: '[{"name": "n"}]', found: 'no-inventory' },
  { text: '[null]', found: 'no-inventory' },
])('the file $text', ({ text, found }) => {
  const read = parseInventory(text);
  expect(read instanceof Inventory ? [...read.names()] : read).toEqual(found);
});

test('only private images count for the quota, each once', () => {
  const types = ['private', 'gold', 'market', 'shared', 'private', undefined];
  const images: ListedImage[] = types.map((__imagetype, i) => ({ id: `${i}`, __imagetype }));
  expect([...new Inventory([...images, ...images]).privateIds()]).toHaveLength(2);
});

test('an id is of one image, the first, and a name may be of several', () => {
  const [one, again, other] = [
    { id: 'a', name: 'n' },
    { id: 'a', name: 'm' },
    { id: 'b', name: 'n' },
  ] as const;
  const inventory = new Inventory([one, again, other]);
  expect(inventory.withId('a')).toBe(one);
  expect(inventory.named('n')).toEqual([one, other]);
  expect([...inventory.names()]).toEqual(['n']);
});

test('to load, nothing is read of an image but its id and its name', () => {
  const read = new Map<string, number>();
  const images = Array.from({ length: 1000 }, (_, i) => {
    const image = {
      id: `id-${i}`,
      name: `image-${i}`,
      __imagetype: 'private',
      __image_size: '2254857830',
      tags: ['a=b'],
    };
    return new Proxy(image, {
      get: (target, key: keyof typeof image) => {
        read.set(key, (read.get(key) ?? 0) + 1);
        return target[key];
      },
    });
  });
  const inventory = readInventory({ images }) as Inventory;
  expect([...read.keys()]).toEqual(['id', 'name']);
  expect(Math.max(...read.values())).toBeLessThanOrEqual(4 * images.length);
  expect(inventory.named('image-7')).toEqual([images[7]]);
});
