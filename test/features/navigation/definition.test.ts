import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { Analysis, defaultSettings } from '../../../server/src/analysis/analysis.ts';
import { Inventory, parseInventory } from '../../../server/src/facts/inventory/inventory.ts';
import { definition } from '../../../server/src/features/navigation/definition.ts';
import { findInventoryImage } from '../../../server/src/features/navigation/inventoryImage.ts';
import { manifest } from '../../support/manifests.ts';
import { marked } from './marks.ts';

const file = readFileSync('samples/inventory/images.json', 'utf8');
const saved = parseInventory(file) as Inventory;
const twins = new Inventory([
  { id: 'one', name: 'twin' },
  { id: 'two', name: 'twin' },
]);

/** A manifest with a cursor ‸ where the question is asked; what it leads to stands in ⟦ ⟧. */
function check(cases: Readonly<Record<string, string>>): void {
  test.each(Object.entries(cases))('%s', (_, source) => {
    const { text, cursor, stretches } = marked(manifest(source));
    const found = definition(new Analysis(text), cursor);
    expect(found?.targets.map(({ landmark }) => landmark.selection) ?? []).toEqual(stretches);
  });
}

const share = (image: string, region = ''): string => `  - { action: share, image: ${image}, tenants: [a]${region} }`;
const replicate = (name: string): string =>
  `  - { action: replicate, image: golden, name: ${name}, target_region: cn-south-1, project_name: p, agency_name: a }`;
const golden = ['images:', '  golden: { type: system-disk }', 'operations:'];
const lines = (...all: string[]): string => [...all, ''].join('\n');

describe('a name leads to the thing that it means at this point', () => {
  check({
    'an image that is declared': lines('images:', '  ⟦golden⟧: {}', 'operations:', share('gol‸den')),
    'a quoted one': lines('images:', '  "⟦golden⟧": {}', 'operations:', share("'gol‸den'")),
    'an image that an operation makes': lines(...golden, replicate('⟦copy⟧'), share('co‸py')),
    'a declaration is its own': lines('images:', '  ⟦gol‸den⟧: {}'),
    'so is what an operation makes': lines(...golden, replicate('⟦co‸py⟧')),
    'the copy of the same name in another region': lines(
      ...golden,
      replicate('⟦golden⟧'),
      share('gold‸en', ', region: cn-south-1'),
    ),
    'the one in the region of the operation': lines(
      'images:',
      '  ⟦golden⟧: { type: system-disk }',
      'operations:',
      replicate('golden'),
      share('gold‸en'),
    ),
    'the region named outright': lines(...golden, replicate('⟦golden⟧'), share('golden@cn-‸south-1')),
    'an image under its new name': lines(
      'images:',
      '  ⟦golden⟧: { type: system-disk }',
      'operations:',
      '  - { action: update, image: golden, name: gilded }',
      share('gil‸ded'),
    ),
    'a name that is free again and used for another': lines(
      'images:',
      '  golden: { type: system-disk }',
      '  other: { type: system-disk }',
      'operations:',
      '  - { action: delete, image: golden }',
      '  - { action: replicate, image: other, name: ⟦golden⟧ }',
      share('gold‸en'),
    ),
    'before that, the first': lines(
      'images:',
      '  ⟦golden⟧: { type: system-disk }',
      '  other: { type: system-disk }',
      'operations:',
      '  - { action: delete, image: gold‸en }',
      '  - { action: replicate, image: other, name: golden }',
    ),
    'an image that is gone already': lines(
      'images:',
      '  ⟦golden⟧: { type: system-disk }',
      'operations:',
      '  - { action: delete, image: golden }',
      share('gold‸en'),
    ),
    'what the same group makes': lines(
      ...golden,
      '  - parallel:',
      '      - { action: replicate, image: golden, name: ⟦copy⟧ }',
      '      - { action: publish, image: co‸py }',
    ),
    'an id that is declared': lines('images:', '  ⟦golden⟧: { id: abc }', 'operations:', share('a‸bc')),
    'a server, of an operation': lines(
      'servers:',
      '  ⟦web⟧: { type: ECS }',
      'operations:',
      '  - { action: create-full-ecs-image, name: full, server: w‸eb }',
    ),
    'a server that an operation makes': lines(
      ...golden,
      '  - { action: create-servers, image: golden, name: ⟦temp⟧ }',
      '  - { action: create-system-disk-image, server: te‸mp, name: installed }',
    ),
    'the image of a declared server, wherever it stands': lines(
      'servers:',
      '  web: { type: ECS, image: gol‸den }',
      'operations:',
      '  - { action: delete, image: golden }',
      'images:',
      '  ⟦golden⟧: { type: system-disk }',
    ),
    'the server of a backup': lines(
      'servers: { ⟦web⟧: { type: ECS } }',
      'backups:',
      '  nightly: { type: CBR, server: we‸b }',
    ),
    'a backup': lines(
      'backups: { ⟦nightly⟧: { type: CBR } }',
      'operations:',
      '  - { action: create-full-ecs-image, name: full, backup: night‸ly }',
    ),
    'a data disk of the server': lines(
      'servers:',
      '  web:',
      '    type: ECS',
      '    data_disks: { ⟦logs⟧: 40 GB }',
      'operations:',
      '  - { action: create-data-disk-image, name: d, server: web, disk: lo‸gs }',
    ),
    'the bucket of an export': lines(
      'images: { golden: {} }',
      'buckets:',
      '  ⟦cold⟧: {}',
      'operations:',
      '  - { action: export, image: golden, bucket_url: "co‸ld:golden.raw", file_format: raw }',
    ),
    'the bucket of an import': lines(
      'buckets:',
      '  ⟦cold⟧: {}',
      'operations:',
      '  - { action: import-data-disk-image, name: d, min_disk: 40, image_url: co‸ld:d.raw }',
    ),
    'an alias leads to its anchor': lines('images:', '  golden: ⟦&g⟧ { type: system-disk }', '  other: *‸g'),
    'so does a merged one': lines(
      ...golden,
      '  - ⟦&base⟧',
      '    action: share',
      '    image: golden',
      '    tenants: [a]',
      '  - <<: *ba‸se',
      '    tenants: [b]',
    ),
    'each manifest of a text by itself': lines(
      'images: { golden: {} }',
      '---',
      'apiVersion: ims/v1',
      'images:',
      '  ⟦golden⟧: {}',
      'operations:',
      share('gold‸en'),
    ),
  });
});

describe('nothing', () => {
  check({
    'on a key': lines('operations:', '  - { action: share, ima‸ge: golden, tenants: [] }'),
    'on an action': lines('operations:', '  - { action: sh‸are, image: golden, tenants: [] }'),
    'on a name that nothing has': lines('operations:', share('gold‸en')),
    'on what is made only later': lines(
      'images: { a: {} }',
      'operations:',
      share('b‸'),
      '  - { action: replicate, image: a, name: b }',
    ),
    'on an object in a bucket': lines(
      'buckets: { cold: {} }',
      'operations:',
      '  - { action: export, bucket_url: cold:gol‸den }',
    ),
    'on several servers, which have no name': lines(
      'operations:',
      '  - { action: create-servers, image: golden, count: 2, name: web }',
      '  - { action: change-os, image: golden, server: we‸b }',
    ),
    'on an alias without an anchor': lines('images:', '  other: *‸g'),
  });
});

describe('an image of an inventory', () => {
  const targetsOf = (source: string, inventory: Inventory) => {
    const { text, cursor } = marked(manifest(`inventory: saved.json\n${source}`));
    const found = definition(new Analysis(text, defaultSettings, () => inventory), cursor);
    return found?.targets.map(({ landmark: { selection }, image }) => [
      text.slice(selection.start, selection.end),
      image,
    ]);
  };

  test('is in its file; in the manifest there is only the path', () => {
    expect(targetsOf(lines('operations:', share('euleros-gol‸den')), saved)).toEqual([
      ['saved.json', { path: 'saved.json', id: 'f5dfb385-b7c5-4813-a06c-e85a97f0ea06' }],
    ]);
  });

  test('a name that several have leads to all of them', () => {
    expect(targetsOf(lines('operations:', share('tw‸in')), twins)?.map(([, image]) => image)).toEqual([
      { path: 'saved.json', id: 'one' },
      { path: 'saved.json', id: 'two' },
    ]);
  });

  test('a declaration that completes it comes first', () => {
    const source = lines('images:', '  euleros-golden: {}', 'operations:', share('euleros-gol‸den'));
    expect(targetsOf(source, saved)).toEqual([['euleros-golden', undefined]]);
  });

  test.each([
    ['a response', (images: string) => `{ "images": ${images}, "schema": "x" }`],
    ['the list alone', (images: string) => `\uFEFF${images}`],
  ])('is found in %s, by its own id', (_, around) => {
    const golden = '{ "name": "golden", "nested": { "id": "b" }, "id" : "b", "braces": "}{\\"" }';
    const text = around(`[{ "id": "a", "__originalimagename": "b" }, ${golden}]`);
    const found = findInventoryImage(text, 'b');
    expect(found && text.slice(found.range.start, found.range.end)).toBe(golden);
    expect(found && text.slice(found.selection.start, found.selection.end)).toBe('b');
    expect(found?.selection.start).toBe(text.indexOf('"id" : "b"') + 8);
    expect(findInventoryImage(text, 'c')).toBeUndefined();
  });

  test('every image of the sample is found', () => {
    for (const { id } of JSON.parse(file).images) {
      const found = findInventoryImage(file, id);
      expect(found && JSON.parse(file.slice(found.range.start, found.range.end)).id).toBe(id);
    }
  });
});
