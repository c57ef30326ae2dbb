import { describe, expect, test } from 'vitest';
import { Analysis } from '../../../server/src/analysis/analysis.ts';
import { namedSymbols, type OutlineSymbol, symbols } from '../../../server/src/features/navigation/symbols.ts';
import type { Language } from '../../../server/src/localized.ts';
import { atOnce } from '../../../server/src/steps.ts';
import { manifest } from '../../support/manifests.ts';

const lines = (...all: string[]): string => manifest([...all, ''].join('\n'));

const outline = (text: string, all: readonly OutlineSymbol[], indent = ''): string[] =>
  all.flatMap(({ kind, name, detail, selection, children }) => {
    const known = text.slice(selection.start, selection.end);
    const told = `${indent}${kind} ${name}${detail === '' ? '' : ` | ${detail}`}${known === name ? '' : ` @ ${known}`}`;
    return [told, ...outline(text, children, `${indent}  `)];
  });

/** The outline of a text: kind, name, detail, and the text that stands for it where that is not the name. */
function check(
  language: Language,
  cases: Readonly<Record<string, readonly [text: string, ...outline: string[]]>>,
): void {
  test.each(Object.entries(cases))('%s', (_, [text, ...expected]) => {
    const told = outline(text, atOnce(symbols(new Analysis(text), language)));
    expect(told.filter(line => !line.startsWith('setting apiVersion') && !line.startsWith('setting region'))).toEqual(
      expected,
    );
  });
}

const tenants = 'tenants: [a, b]';

describe('the outline of a manifest', () => {
  check('en', {
    'a section that is there twice, each with its own': [
      '{ images: { a: {} }, images: { b: {}, a: {} }, images: , images: { c: {} } }',
      'section images',
      '  image a',
      'section images',
      '  image b',
      '  image a',
      'section images',
      'section images',
      '  image c',
    ],
    'sections with what they hold': [
      lines(
        'inventory: i.json',
        'servers:',
        '  web: { type: ECS, data_disks: { logs: 40 GB, more: { size: 1 TB } } }',
        'images:',
        '  golden: { type: system-disk, platform: Ubuntu }',
        'buckets: { cold: {} }',
        'backups:',
        '  nightly:',
        '    type: CBR',
        'operations:',
        '  - action: replicate',
        '    image: golden',
        '    name: golden-gz',
        '    target_region: cn-south-1',
        `  - { action: share, image: golden-gz@cn-south-1, ${tenants} }`,
      ),
      'setting inventory | i.json',
      'section servers',
      '  server web | ECS',
      '    disk logs | 40 GB',
      '    disk more | 1 TB',
      'section images',
      '  image golden | system-disk · Ubuntu',
      'section buckets',
      '  bucket cold',
      'section backups',
      '  backup nightly | CBR',
      'section operations',
      '  operation golden-gz | replicate golden → cn-south-1',
      '  operation share | golden-gz@cn-south-1 → 2 tenants',
    ],
    'each operation by what it makes, else by its action': [
      lines(
        'operations:',
        '  - { action: create-full-ecs-image, name: full, server: web }',
        '  - { action: import-data-disk-image, name: data, image_url: b:o.raw }',
        '  - { action: export, image: full, bucket_url: b:o }',
        '  - { action: update, image: full, name: new }',
        '  - { action: change-os, image: new, server: web }',
        '  - { action: delete, image: new }',
        '  - { action: share, image: new, tenants: [a] }',
        '  - { action: create-data-disk, image: data, name: disk }',
      ),
      'section operations',
      '  operation full | create-full-ecs-image web',
      '  operation data | import-data-disk-image b:o.raw',
      '  operation export | full → b:o',
      '  operation update | full → new @ new',
      '  operation change-os | new → web',
      '  operation delete | new',
      '  operation share | new → 1 tenant',
      '  operation disk | create-data-disk data',
    ],
    'what stands under misspelt and foreign keys': [
      lines(
        'servers: { web: { typ: ECS, data_disk: { logs: 40 GB } } }',
        'operations:',
        '  - { action: replicate, source_image_id: golden, image_name: copy }',
        '  - { action: share, imag: copy, projects: [a, b] }',
      ),
      'section servers',
      '  server web | ECS',
      '    disk logs | 40 GB',
      'section operations',
      '  operation copy | replicate golden',
      '  operation share | copy → 2 tenants',
    ],
    'groups with their operations': [
      lines(
        'operations:',
        '  - parallel:',
        '      - { action: publish, image: a }',
        '      - action: tag',
        '        image: b',
        '  - { action: publish, image: c }',
      ),
      'section operations',
      '  group parallel | 2',
      '    operation publish | a',
      '    operation tag | b',
      '  operation publish | c',
    ],
    JSON: [
      '{ "images": { "a": {} }, "operations": [{ "action": "publish", "image": "a" }] }',
      'section images @ "images"',
      '  image a @ "a"',
      'section operations @ "operations"',
      '  operation publish | a @ "publish"',
    ],
    'several manifests, each by itself': [
      `${lines('images: { a: {} }')}---\napiVersion: ims/v1\noperations: []\n`,
      'manifest manifest 1 | cn-north-4 @ apiVersion',
      '  setting apiVersion | ims/v1',
      '  setting region | cn-north-4',
      '  section images',
      '    image a',
      'manifest manifest 2 @ apiVersion',
      '  setting apiVersion | ims/v1',
      '  section operations',
    ],
    'half-typed, an operation keeps its place': [
      lines(
        'operations:',
        '  - { action: publish, image: a }',
        '  - action: pub',
        '  - action:',
        '  - ',
        '  - act',
        '  - { action: tag, image: "unclosed }',
        '  - { action: delete, image: b }',
      ),
      'section operations',
      '  operation publish | a',
      '  operation pub',
      '  operation action: @ action',
      '  operation act',
      '  operation tag',
      '  operation delete | b',
    ],
    'no operation is called by a comment': [
      lines(
        'operations:',
        '  - # only a comment',
        '  - # another',
        '  - # whom',
        '    image: web # to share',
        '  - # what',
        '    act',
      ),
      'section operations',
      '  operation image: web',
      '  operation act',
    ],
    'merged operations by their own lines': [
      lines('operations:', '  - &base { action: share, image: a, tenants: [x] }', '  - { <<: *base, image: b }'),
      'section operations',
      '  operation share | a → 1 tenant',
      '  operation share | b → 1 tenant @ { <<: *base, image: b }',
    ],
    'nothing in an empty text': [''],
  });

  check('zh', {
    'in Chinese': [
      lines('operations:', `  - { action: share, image: a, ${tenants} }`),
      'section operations',
      '  operation share | a → 2 个租户',
    ],
  });
});

test('the things that a manifest names', () => {
  const text = lines(
    'images: { golden: {} }',
    'servers: { web: { type: ECS, data_disks: { logs: 40 GB } } }',
    'operations:',
    '  - { action: publish, image: golden }',
    '  - { action: replicate, image: golden, name: copy }',
    '  - parallel:',
    '      - { action: create-servers, image: golden, name: temp }',
  );
  const named = namedSymbols(atOnce(symbols(new Analysis(text), 'en'))).map(
    ({ kind, makes, name }) => `${makes ?? kind} ${name}`,
  );
  expect(named).toEqual(['image golden', 'server web', 'image copy', 'server temp']);
});
