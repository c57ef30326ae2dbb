import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { Analysis, defaultSettings } from '../../../server/src/analysis/analysis.ts';
import { parseInventory } from '../../../server/src/facts/inventory/inventory.ts';
import { type LineageItem, lineageAt, madeFrom, madeOf } from '../../../server/src/features/navigation/lineage.ts';
import { manifest } from '../../support/manifests.ts';
import { marked } from './marks.ts';

const inventory = parseInventory(readFileSync('samples/inventory/images.json', 'utf8'));

/** All that an item comes from, or all that comes of it, level by level. */
function tree(analysis: Analysis, ask: typeof madeFrom, item: LineageItem, indent = ''): string[] {
  const { kind, name, detail } = item;
  const next = ask(analysis, item, 'en').flatMap(other => tree(analysis, ask, other, `${indent}  `));
  return [`${indent}${kind} ${name} — ${detail}`, ...next];
}

function check(
  cases: Readonly<Record<string, readonly [source: string, ...lines: string[]]>>,
  ask: typeof madeFrom,
): void {
  test.each(Object.entries(cases))('%s', (_, [source, ...expected]) => {
    const { text, cursor } = marked(manifest(source));
    const analysis = new Analysis(text, defaultSettings, () => inventory);
    const item = lineageAt(analysis, cursor, 'en');
    expect(item === undefined ? [] : tree(analysis, ask, item)).toEqual(expected);
  });
}

const release = `servers:
  build: { type: ECS, image: base }
images:
  base: { type: system-disk }
backups:
  nightly: { type: CBR, server: build }
operations:
  - { action: create-system-disk-image, name: golden, server: build }
  - { action: update, image: golden, name: gilded }
  - { action: replicate, image: gilded, name: gilded, target_region: cn-south-1, agency_name: a, project_name: p }
  - { action: create-full-ecs-image, name: full, backup: nightly }
  - { action: share, image: full, tenants: [a] }
  - action: export
    region: cn-south-1
    image: gilded
    bucket_url: "cold:gilded.raw"
  - { action: create-servers, image: gilded, name: temp }
  - { action: create-system-disk-image, name: again, server: temp }
  - { action: create-servers, image: gilded, count: 3 }
  - { action: delete, image: again }
`;
const at = (before: string, name: string): string => release.replace(`${before}${name}`, `${before}‸${name}`);

describe('what comes of a thing', () => {
  check(
    {
      'images, servers, copies, and the ends of the chain': [
        at('image: ', 'base'),
        'image base — images',
        '  server build — servers',
        '    backup nightly — backups',
        '      image full — create-full-ecs-image nightly',
        '        operation share — full → 1 tenant',
        '    image golden — create-system-disk-image build',
        '      image gilded — replicate gilded → cn-south-1',
        '        operation export — gilded → cold:gilded.raw',
        '      server temp — create-servers gilded',
        '        image again — create-system-disk-image temp',
        '      operation create-servers — gilded',
      ],
      'of an image of the inventory': [
        'inventory: i.json\noperations:\n  - { action: share, image: euleros-‸golden, tenants: [a] }\n  - { action: replicate, image: euleros-golden, name: copy }\n',
        'image euleros-golden — i.json',
        '  operation share — euleros-golden → 1 tenant',
        '  image copy — replicate euleros-golden',
      ],
      'of several made by one merged operation': [
        'images: { ‸a: {} }\noperations:\n  - &copy { action: replicate, image: a, name: b }\n  - { <<: *copy, name: c }\n',
        'image a — images',
        '  image b — replicate a',
        '  image c — replicate a',
      ],
      'not of what is unknown': ['operations:\n  - { action: share, image: ‸a, tenants: [b] }\n'],
    },
    madeOf,
  );
});

describe('what a thing comes from', () => {
  check(
    {
      'to the first image': [
        at('image: gilded, name: ', 'temp'),
        'server temp — create-servers gilded',
        '  image golden — create-system-disk-image build',
        '    server build — servers',
        '      image base — images',
      ],
      'a full-ECS image from the backup': [
        at('name: ', 'full'),
        'image full — create-full-ecs-image nightly',
        '  backup nightly — backups',
        '    server build — servers',
        '      image base — images',
      ],
      'an image of the inventory from nothing here': [
        'inventory: i.json\noperations:\n  - { action: replicate, image: euleros-golden, name: ‸copy }\n',
        'image copy — replicate euleros-golden',
        '  image euleros-golden — i.json',
      ],
    },
    madeFrom,
  );

  test('the end of a chain from the image that it takes', () => {
    const { text, cursor } = marked(manifest(at('image: ', 'full')));
    const analysis = new Analysis(text);
    const item = lineageAt(analysis, cursor, 'en');
    const [end] = item ? madeOf(analysis, item, 'en') : [];
    expect(end && madeOf(analysis, end, 'en')).toEqual([]);
    expect(end && madeFrom(analysis, end, 'en').map(({ name }) => name)).toEqual(['full']);
  });
});
