import { describe, expect, test } from 'vitest';
import { Analysis } from '../../../server/src/analysis/analysis.ts';
import { highlights, references } from '../../../server/src/features/navigation/references.ts';
import { atOnce } from '../../../server/src/steps.ts';
import { manifest } from '../../support/manifests.ts';
import { marked, withMarks } from './marks.ts';

const lines = (...all: string[]): string => manifest([...all, ''].join('\n'));

const renamed = lines(
  'images:',
  '  ⟦gol‸den⟧: { type: system-disk }',
  '  other: { type: system-disk }',
  'servers:',
  '  web: { type: ECS, image: ⟦golden⟧ }',
  'operations:',
  '  - { action: share, image: ⟦golden⟧, tenants: [golden] }',
  '  - { action: update, image: "⟦golden⟧", name: ⟦gilded⟧ }',
  '  - { action: export, image: ⟦gilded⟧, bucket_url: gilded:golden, file_format: raw }',
  '  - { action: delete, image: ⟦gilded⟧@cn-north-4 }',
  '  - { action: replicate, image: other, name: golden }',
  '  - { action: publish, image: golden }',
);

const cases: Readonly<Record<string, string>> = {
  'an image under all its names, and no other of these names': renamed,
  'asked at the last use': renamed.replace('gol‸den', 'golden').replace('⟦gilded⟧@', '⟦gil‸ded⟧@'),
  'by its id too': lines(
    'images: { ⟦golden⟧: { id: abc } }',
    'operations:',
    '  - { action: share, image: ⟦abc⟧, tenants: [a] }',
    '  - { action: publish, image: ⟦gol‸den⟧ }',
  ),
  'a server by its id alone': lines(
    'operations:',
    '  - { action: change-os, server: ⟦0a1b2c3d4e5f60718293a4b5c6d7e8f9⟧, image: x }',
    '  - { action: create-system-disk-image, server: 1a1b2c3d4e5f60718293a4b5c6d7e8f9, name: a }',
    '  - { action: create-system-disk-image, server: ⟦0a1b2c3d‸4e5f60718293a4b5c6d7e8f9⟧, name: b }',
  ),
  'what is escaped, folded or an alias': lines(
    'images:',
    "  ⟦it's mine⟧: {}",
    'operations:',
    "  - { action: publish, image: ⟦'it''s mine'⟧ }",
    '  - { action: publish, image: ⟦"it\\x27s mine"⟧ }',
    '  - { action: publish, image: &it "⟦it\'s mine⟧" }',
    '  - { action: publish, image: ⟦*it⟧ }',
    '  - action: unpublish',
    '    image: "⟦it\'s m‸ine⟧"',
  ),
  'under misspelt and foreign keys': lines(
    'images: { ⟦golden⟧: {} }',
    'servers: { web: { type: ECS, imge: ⟦golden⟧ } }',
    'operations:',
    '  - { action: publish, image_id: ⟦gol‸den⟧ }',
    '  - { action: update, imag: ⟦golden⟧, image_name: ⟦gilded⟧ }',
    '  - { action: publish, image: ⟦gilded⟧ }',
  ),
  'merged ones once': lines(
    'images: { ⟦gold‸en⟧: {} }',
    'operations:',
    '  - &base { action: share, image: ⟦golden⟧, tenants: [a] }',
    '  - { <<: *base, tenants: [b] }',
  ),
  'a server': lines(
    'servers: { ⟦w‸eb⟧: { type: ECS } }',
    'backups: { nightly: { type: CBR, server: ⟦web⟧ } }',
    'images: { web: {} }',
    'operations:',
    '  - { action: create-system-disk-image, name: web2, server: ⟦web⟧ }',
    '  - { action: change-os, server: ⟦web⟧, image: web }',
  ),
  'a bucket, though it is not declared': lines(
    'operations:',
    '  - { action: import-data-disk-image, name: a, min_disk: 40, image_url: "⟦cold⟧:a.raw" }',
    '  - { action: export, image: a, file_format: raw, bucket_url: "⟦co‸ld⟧:b.raw" }',
    '  - { action: export, image: a, file_format: raw, bucket_url: "cold2:b.raw" }',
  ),
  'a disk, of its own server': lines(
    'servers:',
    '  a: { type: ECS, data_disks: { ⟦lo‸gs⟧: 40 GB } }',
    '  b: { type: ECS, data_disks: { logs: 40 GB } }',
    'operations:',
    '  - { action: create-data-disk-image, name: x, server: a, disk: ⟦logs⟧ }',
    '  - { action: create-data-disk-image, name: y, server: b, disk: logs }',
  ),
  'a disk that is merged into another server': lines(
    'servers:',
    '  a: { type: ECS, data_disks: &dd { data: 40 GB, ⟦log⟧: 10 GB } }',
    '  b: { type: ECS, data_disks: { <<: *dd, data: 50 GB } }',
    'operations:',
    '  - { action: create-data-disk-image, name: x, server: a, disk: ⟦log⟧ }',
    '  - { action: create-data-disk-image, name: y, server: b, disk: ⟦lo‸g⟧ }',
  ),
  'a disk in place of one that is merged': lines(
    'servers:',
    '  a: { type: ECS, data_disks: &dd { data: 40 GB, log: 10 GB } }',
    '  b: { type: ECS, data_disks: { <<: *dd, ⟦data⟧: 50 GB } }',
    'operations:',
    '  - { action: create-data-disk-image, name: x, server: a, disk: data }',
    '  - { action: create-data-disk-image, name: y, server: b, disk: ⟦da‸ta⟧ }',
  ),
  'in one manifest of the text': lines(
    'images: { golden: {} }',
    '---',
    'images: { ⟦gol‸den⟧: {} }',
    'operations: [{ action: publish, image: ⟦golden⟧ }]',
    '---',
    'images: { golden: {} }',
  ),
  'nowhere, of what is unknown': lines('operations:', '  - { action: publish, image: gol‸den }'),
};

describe('all that names the same thing', () => {
  test.each(Object.entries(cases))('%s', (_, source) => {
    const { text, cursor, stretches } = marked(source);
    const analysis = new Analysis(text);
    expect(withMarks(text, atOnce(references(analysis, cursor, true)))).toBe(withMarks(text, stretches));
    expect(atOnce(highlights(analysis, cursor)).map(({ start, end }) => ({ start, end }))).toEqual(
      atOnce(references(analysis, cursor, true)),
    );
  });

  test('without where it is declared or made, if that is asked for', () => {
    const { text, cursor, stretches } = marked(renamed);
    expect(atOnce(references(new Analysis(text), cursor, false))).toEqual(stretches.slice(1));
  });

  test('where it is made, changed or deleted it is written', () => {
    const { text, cursor } = marked(renamed);
    const found = atOnce(highlights(new Analysis(text), cursor));
    const told = found.map(({ start, end, writes }) => `${text.slice(start, end)} ${writes ? 'written' : 'read'}`);
    expect(told).toEqual([
      'golden written',
      'golden read',
      'golden written',
      'golden written',
      'gilded written',
      'gilded read',
      'gilded written',
    ]);
  });
});

test('only operations whose text may name it are looked at', () => {
  const others = Array.from({ length: 500 }, (_, i) => `  - { action: publish, image: other${i % 7} }`);
  const { text, cursor, stretches } = marked(
    lines('images: { ⟦gol‸den⟧: {} }', 'operations:', ...others, '  - { action: publish, image: ⟦golden⟧ }', ...others),
  );
  const analysis = new Analysis(text);
  let looked = 0;
  const scenesOf = analysis.scenesOf.bind(analysis);
  analysis.scenesOf = slot => {
    looked++;
    return scenesOf(slot);
  };
  expect(atOnce(references(analysis, cursor, true))).toEqual(stretches);
  expect(looked).toBeLessThan(10);
});
