import fc from 'fast-check';
import { Inventory, type InventoryFiles } from '../../server/src/facts/inventory/inventory.ts';

/** Pieces that manifests are made of, whole and broken, so that random texts meet every path of the cut. */
export const manifestLines = [
  'apiVersion: ims/v1',
  'region: cn-north-4',
  'region: CN South-Guangzhou',
  'account: { cn-north-4: { private_images: 1, private_image_quota: 2 }, cn-south-1: { private_image_quota: 1 } }',
  'inventory: listed.json',
  'inventory: [ listed.json, { path: nowhere.json, region: cn-south-1 } ]',
  'images:',
  'servers:',
  'operations:',
  '  base: { type: system-disk, size: 40 GB, encrypted: true, id: "7ca5b0f2" }',
  '  full:',
  '    type: full-ecs',
  '    created_from: csbs',
  '  web: &web { type: ECS, status: Stopped, encrypted: true, image: base }',
  '  - action: create-full-ecs-image',
  '    name: full2',
  '    server: web',
  '  - action: replicate',
  '    image: base',
  '    image: full2',
  '    name: copy',
  '    target_region: cn-south-1',
  "    cmk_id: ''",
  '  - action: share',
  '    image: copy',
  '    image: base@cn-north-4',
  '    image: listed',
  '  - { action: replicate, image: listed, name: base }',
  '  - { action: create-full-ecs-image, name: listed, server: web }',
  '  - { action: delete, image: base }',
  '    tenants: [a, b, "c"]',
  '    tenants:',
  '      - a1',
  '      - a2',
  '  - { action: delete, image: copy }',
  '  - { action: export, image: base, bucket_url: "b:o", is_quick_export: true }',
  '  - { action: update, image: base, name: renamed }',
  '  - parallel:',
  '      - action: publish',
  '        image: base',
  '      - { action: tag, image: base, tags: {a: b} }',
  '- action: unpublish',
  '  image: renamed',
  '  <<: *web',
  '    <<: [*web, *b]',
  '    size: 200 GB',
  '    is_quick_import: true',
  '  # a comment',
  '# ims-ignore: share-encrypted -- known',
  '# ims-ignore-file: full-ecs-share-source, missing-key',
  '  # ims-ignore: share-encrypted, unknown-reference, duplicate-name',
  '    # ims-ignore: unknown-key',
  '    image: base # ims-ignore: share-encrypted, no-such-rule',
  '  - action: share # ims-ignore: missing-key, unused-suppression',
  '    description: "x # ims-ignore: share-encrypted',
  '',
  '---',
  '...',
  '<<<<<<< HEAD',
  '=======',
  '>>>>>>> other',
  'ima',
  '    ima',
  '  - ',
  '    name: "unclosed',
  '    tenants: [a, b',
  '\taction: share',
  '  \taction: share',
  '? explicit',
  ': value',
  '}',
  '  ]',
  '{ "apiVersion": "ims/v1" }',
  '%YAML 1.2',
  '    text: |',
  '      block: not a key',
  '  : odd',
  '&a key: b',
];

/** The inventories that random manifests name. */
export const inventories: InventoryFiles = path =>
  path === 'listed.json'
    ? new Inventory([
        { id: '7ca5b0f2', name: 'base', __imagetype: 'private', __system__cmkid: 'k' },
        { id: '8db6', name: 'listed', __imagetype: 'private', __image_size: `${200 * 2 ** 30}` },
      ])
    : 'missing';

export const manifestText: fc.Arbitrary<string> = fc
  .tuple(
    fc.array(fc.constantFrom(...manifestLines), { maxLength: 24 }),
    fc.constantFrom('\n', '\n', '\n', '\r\n'),
    fc.boolean(),
    fc.boolean(),
  )
  .map(([all, eol, last, bom]) => (bom ? '\uFEFF' : '') + all.join(eol) + (last ? eol : ''));

/** Entries and items whose anchors, aliases and merges lead from one to another, and what parts them. */
const linked = {
  images: [
    '  base: &a { type: system-disk, size: 40 GB, encrypted: true }',
    '  base: &b { type: iso }',
    '  next: *a',
    '  more: { <<: *a, encrypted: false }',
    '  both: &a { <<: [*b, *a] }',
    '  listed: &b [*a, *b]',
    '  own: &a { tags: *a }',
    '  open: &a',
  ],
  operations: [
    '  - &a { action: share, image: base, tenants: [t] }',
    '  - &b\n    <<: *a\n    image: next',
    '  - *a',
    '  - { <<: *b, action: delete }',
    '  - parallel: [*a, *b]',
    '  - action: replicate\n    image: base\n    name: &a copy\n    target_region: cn-south-1',
    '  - { action: delete, image: *a }',
  ],
  between: [
    '---',
    '--- # next',
    '...',
    '%YAML 1.2\n---',
    '--- &a',
    '<<<<<<< HEAD',
    '=======',
    '>>>>>>> other',
    '<<<<<<< HEAD\n  next: *b\n=======\n  next: &b { type: iso }\n>>>>>>> other',
    'apiVersion: ims/v1',
    'region: &a cn-north-4',
    'inventory: *a',
  ],
} as const;

/** Texts of one document or several in which what one segment says is decided in others. */
export const linkedText: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      fc.constantFrom(...linked.between).map(line => [line]),
      fc.array(fc.constantFrom(...linked.images), { maxLength: 5 }).map(lines => ['images:', ...lines]),
      fc.array(fc.constantFrom(...linked.operations), { maxLength: 5 }).map(lines => ['operations:', ...lines]),
    ),
    { maxLength: 10 },
  )
  .map(parts =>
    parts
      .flat()
      .map(line => `${line}\n`)
      .join(''),
  );

/** A part of a whole, any as likely as another: of the doubles, nearly all are as good as none of it. */
export const aPart: fc.Arbitrary<number> = fc.nat(9_999).map(n => n / 10_000);

export interface RandomEdit {
  /** Where, as a part of the text's length. */
  readonly at: number;
  readonly remove: number;
  readonly insert: string;
}

const inserts = fc.oneof(
  fc.constantFrom(
    '\n',
    ' ',
    '  ',
    '-',
    '- ',
    ':',
    ': ',
    '"',
    "'",
    '[',
    ']',
    '{',
    '}',
    '#',
    '&a ',
    '*a',
    '\t',
    '\r',
    '\r\n',
    'x',
  ),
  fc.constantFrom(...manifestLines).map(line => `${line}\n`),
  fc.constantFrom(...manifestLines).map(line => `\n${line}`),
  fc.constantFrom(...Object.values(linked).flat()).map(line => `${line}\n`),
  fc.constant(''),
);

export const edits: fc.Arbitrary<RandomEdit[]> = fc.array(
  fc.record({
    at: aPart,
    remove: fc.oneof(fc.constant(0), fc.nat(3), fc.nat(60)),
    insert: inserts,
  }),
  { minLength: 1, maxLength: 8 },
);
