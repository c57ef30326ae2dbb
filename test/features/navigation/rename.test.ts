import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { Analysis, defaultSettings } from '../../../server/src/analysis/analysis.ts';
import { parseInventory } from '../../../server/src/facts/inventory/inventory.ts';
import { prepareRename, rename } from '../../../server/src/features/navigation/rename.ts';
import { applied } from '../../support/apply.ts';
import { manifest } from '../../support/manifests.ts';
import { marked } from './marks.ts';

const lines = (...all: string[]): string => manifest([...all, ''].join('\n'));
const inventory = parseInventory(readFileSync('samples/inventory/images.json', 'utf8'));
const analysisOf = (text: string): Analysis => new Analysis(text, defaultSettings, () => inventory);

/** A manifest with the name to change at ‸, and what becomes of it. */
type Case = readonly [source: string, newName: string, result: string];

const cases: Readonly<Record<string, Case>> = {
  'wherever it is used, in its own quotes and with its region': [
    lines(
      'images:',
      '  gol‸den: {}',
      'operations:',
      '  - action: publish # golden',
      '    image: "golden"',
      "  - { action: publish, image: 'golden@cn-north-4' }",
      '  - { "action": "share", "image": "golden", "tenants": ["golden"] }',
    ),
    'new',
    lines(
      'images:',
      '  new: {}',
      'operations:',
      '  - action: publish # golden',
      '    image: "new"',
      "  - { action: publish, image: 'new@cn-north-4' }",
      '  - { "action": "share", "image": "new", "tenants": ["golden"] }',
    ),
  ],
  'a disk that is merged into another server': [
    lines(
      'servers:',
      '  a: { type: ECS, data_disks: &dd { data: 40 GB, lo‸g: 10 GB } }',
      '  b: { type: ECS, data_disks: { <<: *dd, data: 50 GB } }',
      'operations: [{ action: create-data-disk-image, name: x, server: b, disk: log }]',
    ),
    'logs',
    lines(
      'servers:',
      '  a: { type: ECS, data_disks: &dd { data: 40 GB, logs: 10 GB } }',
      '  b: { type: ECS, data_disks: { <<: *dd, data: 50 GB } }',
      'operations: [{ action: create-data-disk-image, name: x, server: b, disk: logs }]',
    ),
  ],
  'with quotes where YAML needs them': [
    lines('images: { a: {} }', 'operations:', '  - { action: publish, image: ‸a }'),
    'b: #c',
    lines('images: { "b: #c": {} }', 'operations:', '  - { action: publish, image: "b: #c" }'),
  ],
  'not what another thing of that name is': [
    lines('images: { a: {} }', 'servers: { ‸a: { type: ECS, image: a } }'),
    'b',
    lines('images: { a: {} }', 'servers: { b: { type: ECS, image: a } }'),
  ],
  'not the copy of that name in another region': [
    lines(
      'images: { a: {} }',
      'operations:',
      '  - { action: replicate, image: a, name: ‸a, target_region: cn-south-1, agency_name: x, project_name: y }',
      '  - { action: publish, image: a@cn-south-1 }',
      '  - { action: publish, image: a }',
    ),
    'b',
    lines(
      'images: { a: {} }',
      'operations:',
      '  - { action: replicate, image: a, name: b, target_region: cn-south-1, agency_name: x, project_name: y }',
      '  - { action: publish, image: b@cn-south-1 }',
      '  - { action: publish, image: a }',
    ),
  ],
  'the new name of an image, from where it has it': [
    lines(
      'images: { a: {} }',
      'operations:',
      '  - { action: update, image: a, name: b }',
      '  - { action: publish, image: ‸b }',
    ),
    'c',
    lines(
      'images: { a: {} }',
      'operations:',
      '  - { action: update, image: a, name: c }',
      '  - { action: publish, image: c }',
    ),
  ],
  'the scalar that an alias stands for': [
    lines(
      'images: { a: {} }',
      'operations:',
      '  - { action: tag, image: &i a, tags: {} }',
      '  - { action: publish, image: ‸*i }',
    ),
    'b',
    lines(
      'images: { b: {} }',
      'operations:',
      '  - { action: tag, image: &i b, tags: {} }',
      '  - { action: publish, image: *i }',
    ),
  ],
  'under misspelt and foreign keys': [
    lines(
      'images: { a: {} }',
      'servers: { web: { type: ECS, imge: a } }',
      'operations:',
      '  - { action: share, image: ‸a, tenants: [x] }',
      '  - { action: tag, imag: "a", tags: {} }',
      '  - { action: delete, source_image_id: a }',
    ),
    'b c',
    lines(
      'images: { b c: {} }',
      'servers: { web: { type: ECS, imge: b c } }',
      'operations:',
      '  - { action: share, image: b c, tenants: [x] }',
      '  - { action: tag, imag: "b c", tags: {} }',
      '  - { action: delete, source_image_id: b c }',
    ),
  ],
  'what is made under a foreign key': [
    lines(
      'images: { a: {} }',
      'operations:',
      '  - { action: replicate, image: a, image_name: b }',
      '  - { action: share, image: ‸b, tenants: [x] }',
    ),
    'c',
    lines(
      'images: { a: {} }',
      'operations:',
      '  - { action: replicate, image: a, image_name: c }',
      '  - { action: share, image: c, tenants: [x] }',
    ),
  ],
  'the bucket, not the object': [
    lines(
      'buckets: { cold: {} }',
      'operations:',
      '  - { action: import-data-disk-image, name: a, min_disk: 40, image_url: "co‸ld:cold.raw" }',
    ),
    'warm',
    lines(
      'buckets: { warm: {} }',
      'operations:',
      '  - { action: import-data-disk-image, name: a, min_disk: 40, image_url: "warm:cold.raw" }',
    ),
  ],
  'a disk': [
    lines(
      'servers:',
      '  web:',
      '    type: ECS',
      '    data_disks:',
      '      logs: 40 GB',
      'operations:',
      '  - { action: create-data-disk-image, name: d, server: web, disk: lo‸gs }',
    ),
    'journal',
    lines(
      'servers:',
      '  web:',
      '    type: ECS',
      '    data_disks:',
      '      journal: 40 GB',
      'operations:',
      '  - { action: create-data-disk-image, name: d, server: web, disk: journal }',
    ),
  ],
  'an image of the inventory that is declared by its id': [
    lines('inventory: i.json', 'images: { ‸mine: { id: f5dfb385-b7c5-4813-a06c-e85a97f0ea06 } }'),
    'ours',
    lines('inventory: i.json', 'images: { ours: { id: f5dfb385-b7c5-4813-a06c-e85a97f0ea06 } }'),
  ],
};

describe('a name is changed', () => {
  test.each(Object.entries(cases))('%s', (_, [source, newName, result]) => {
    const { text, cursor } = marked(source);
    const changes = rename(analysisOf(text), cursor, newName);
    if ('refused' in changes) expect.fail(changes.refused.en);
    expect(applied(text, changes)).toBe(result);
  });

  test('to what it is already, by nothing', () => {
    const { text, cursor } = marked(lines('images: { ‸a: {} }'));
    expect(rename(analysisOf(text), cursor, 'a')).toEqual([]);
  });
});

test('what is changed is the name alone', () => {
  const { text, cursor } = marked(
    lines('images: { a: {} }', 'operations: [{ action: publish, image: "‸a@cn-north-4" }]'),
  );
  const found = prepareRename(analysisOf(text), cursor);
  expect(found).toEqual({ start: cursor, end: cursor + 1, name: 'a' });
});

test.each(['>-\n      ‸a', '|-\n      ‸a', '‸a\n      b', '"‸a\n      b"', '"\\x‸61"'])(
  'what is changed of a name that stands otherwise is the scalar: %s',
  written => {
    const { text, cursor } = marked(
      lines('images: { a: {}, a b: {} }', 'operations:', '  - action: publish', `    image: ${written}`),
    );
    const scalar = written.replace('‸', '');
    const start = text.indexOf(scalar);
    const found = prepareRename(analysisOf(text), cursor);
    expect(found).toMatchObject({ start, end: start + scalar.length });
  },
);

const reason =
  /inventory calls|is an id|no name here that|Nothing that|is not a valid name:|Type a name\.|is taken|cannot be the name/;

const refusals: Readonly<Record<string, readonly [source: string, newName: string, reason: string]>> = {
  'a key': [lines('operations: [{ action: publish, im‸age: a }]'), 'b', 'no name here that'],
  'an action': [lines('operations: [{ action: pub‸lish, image: a }]'), 'b', 'no name here that'],
  'an id that nothing declares': [
    lines('operations: [{ action: change-os, server: 7ca5b0f2-5a3d-4ac1-9d4d-0c8f2a8f3f‸6e, image: x }]'),
    'b',
    'is an id',
  ],
  'an id': [lines('images: { a: { id: x1 } }', 'operations: [{ action: publish, image: x‸1 }]'), 'b', 'is an id'],
  'what nothing declares': [lines('operations: [{ action: publish, image: ‸a }]'), 'b', 'Nothing that'],
  'an image of the inventory': [
    lines('inventory: i.json', 'operations: [{ action: publish, image: euleros-‸golden }]'),
    'b',
    'inventory calls',
  ],
  'a declaration that completes one by its name': [
    lines('inventory: i.json', 'images: { euleros-‸golden: {} }'),
    'b',
    'inventory calls',
  ],
  'a name that would complete one': [lines('inventory: i.json', 'images: { ‸a: {} }'), 'euleros-golden', 'is taken'],
  'nothing as a name': [lines('images: { ‸a: {} }'), '', 'Type a name.'],
  'a name of blanks': [lines('images: { ‸a: {} }'), ' b', 'is not a valid name:'],
  'a name of two lines': [lines('images: { ‸a: {} }'), 'b\nc', 'is not a valid name:'],
  'a name that another image has': [lines('images: { ‸a: {}, b: {} }'), 'b', 'is taken'],
  'a name that an operation makes in the region': [
    lines('images: { ‸a: {}, c: {} }', 'operations: [{ action: replicate, image: c, name: b }]'),
    'b',
    'is taken',
  ],
  'a name that something undeclared is called by': [
    lines('images: { ‸a: {} }', 'operations: [{ action: publish, image: b }]'),
    'b',
    'is taken',
  ],
  'a bucket with a colon': [
    lines('buckets: { a: {} }', 'operations: [{ action: export, bucket_url: "‸a:b" }]'),
    'a:c',
    'cannot be the name',
  ],
  'one text that names several things': [
    lines(
      'images: { ‸a: {} }',
      'operations:',
      '  - { action: replicate, image: a, name: a, target_region: cn-south-1, agency_name: x, project_name: y }',
      '  - &base { action: publish, image: a }',
      '  - { <<: *base, region: cn-south-1 }',
    ),
    'b',
    'cannot be the name',
  ],
};

describe('refused, with the reason', () => {
  test.each(Object.entries(refusals))('%s', (_, [source, newName, because]) => {
    const { text, cursor } = marked(source);
    const analysis = analysisOf(text);
    const found = rename(analysis, cursor, newName);
    if (!('refused' in found)) expect.fail(applied(text, found));
    expect(reason.exec(found.refused.en)?.[0]).toBe(because);
    expect(found.refused.zh).toMatch(/\p{Script=Han}/u);
    expect(analysis.document.text).toBe(text);
  });
});
