import { describe, expect, test } from 'vitest';
import { Analysis } from '../../server/src/analysis/analysis.ts';
import { type InlayHint, inlayHints } from '../../server/src/features/inlayHints.ts';
import type { Language } from '../../server/src/localized.ts';
import { manifest } from '../support/manifests.ts';

/** A manifest with its hints written into it, each where it is shown: `‹encrypted›`. */
type Case = readonly [shown: string, ...reasons: string[]];

const written = /‹[^›]*›/g;

function check(title: string, language: Language, cases: Readonly<Record<string, Case>>): void {
  describe(title, () => {
    test.each(Object.entries(cases))('%s', (_, [shown, ...reasons]) => {
      const text = shown.replace(written, '');
      const analysis = new Analysis(text);
      const hints = inlayHints(analysis, { start: 0, end: text.length });
      expect(withHints(text, hints, language)).toBe(shown);
      const told = hints.flatMap(({ facts }) =>
        facts.map(({ reason, from }) => {
          const line = from && analysis.document.positionAt(analysis.rangeOf(from).start).line + 1;
          return line === undefined ? reason[language] : `${reason[language]}, ${line}`;
        }),
      );
      expect(told).toEqual(reasons);
    });
  });
}

function withHints(text: string, hints: readonly InlayHint[], language: Language): string {
  return hints.reduceRight(
    (shown, { offset, facts }) =>
      `${shown.slice(0, offset)}‹${facts.map(({ label }) => label[language]).join(', ')}›${shown.slice(offset)}`,
    text,
  );
}

const text = (...lines: string[]): string => manifest([...lines, ''].join('\n'));

const byExtension = 'Read from the extension of the object, as `format` is not written.';
const byFlavor = 'Read from the name of the flavor.';

check('what is inferred', 'en', {
  'of an image': [
    text(
      'images:',
      '  full: { type: full-ecs, encrypted: true, created_from: csbs }',
      'operations:',
      '  - { action: share, image: full‹encrypted, created from CSBS›, tenants: [a] }',
    ),
    'encrypted here, 4',
    'made from a CSBS backup here, 4',
  ],
  'of an image that an earlier operation made': [
    text(
      'servers:',
      '  web: { type: ECS, encrypted: true }',
      'operations:',
      '  - { action: create-system-disk-image, name: golden, server: web }',
      '  - action: replicate',
      '    image: golden‹encrypted› # why',
      '    name: plain',
      "    cmk_id: ''",
      '  - { action: share, image: plain, tenants: [a] }',
    ),
    'encrypted here, 4',
  ],
  'of an image after the operation that changes it, not before': [
    text(
      'operations:',
      '  - { action: import-system-disk-image, name: a, image_url: "b:a", min_disk: 40, cmk_id: k }',
      '  - { action: tag, image: "a"‹encrypted›, tags: { x: y } }',
      '  - { action: delete, image: a‹encrypted› }',
      '  - { action: tag, image: a, tags: { x: y } }',
    ),
    'encrypted here, 4',
    'encrypted here, 4',
  ],
  'of the members of a group': [
    text(
      'images:',
      '  a: { encrypted: true }',
      'operations:',
      '  - parallel:',
      '      - { action: publish, image: a‹encrypted› }',
      '      - { action: unpublish, image: b }',
    ),
    'encrypted here, 4',
  ],
  'of a file, by its extension': [
    text(
      'operations:',
      '  - action: import-system-disk-image',
      '    image_url: "b:mail.vmdk"‹format VMDK›',
      '  - { action: import-data-disk-image, image_url: b:mail.vmdk, format: raw }',
      '  - { action: import-data-disk-image, image_url: b:mail }',
    ),
    byExtension,
  ],
  'of a flavor, by its name': [
    text(
      'servers:',
      '  web: { type: ECS, flavor: s6.large.2‹memory 4 GB› }',
      '  arm: { type: ECS, flavor: kc1.xlarge.2‹memory 8 GB, arm› }',
      '  said: { type: ECS, flavor: kc1.xlarge.2, memory: 8 GB, architecture: arm }',
      '  other: { type: BMS, flavor: physical }',
      'operations:',
      '  - { action: create-servers, image: a, flavor: k1.small.2‹arm› }',
    ),
    byFlavor,
    byFlavor,
    byFlavor,
    byFlavor,
  ],
  'is told where it is written, not where it is merged in': [
    text(
      'images:',
      '  a: { encrypted: true }',
      'operations:',
      '  - &op { action: publish, image: a‹encrypted› }',
      '  - { <<: *op, region: cn-south-1 }',
      '  - *op',
    ),
    'encrypted here, 4',
  ],
  'is not told of what a misspelt or foreign key says': [
    text(
      'images:',
      '  a: { encrypted: true }',
      'servers:',
      '  web: { type: ECS, flavor: kc1.xlarge.2, memor: 2 GB, architectur: x86 }',
      'operations:',
      '  - { action: import-data-disk-image, name: i, image_url: b:a.vhd, forma: RAW }',
      '  - { action: publish, image_id: a‹encrypted› }',
    ),
    'encrypted here, 4',
  ],
  'is nothing where nothing is known': [
    text('images:', '  a: { encrypted: false }', 'operations:', '  - { action: publish, image: a }'),
  ],
});

check('what is inferred', 'zh', {
  'is told in Chinese': [
    text(
      'images:',
      '  full: { type: full-ecs, encrypted: true, created_from: csbs }',
      'servers:',
      '  web: { type: ECS, flavor: s6.large.2‹内存 4 GB› }',
      'operations:',
      '  - { action: share, image: full‹已加密, 由 CSBS 创建›, tenants: [a] }',
      '  - { action: register-iso, image_url: b:a.iso‹格式 ISO› }',
    ),
    '由规格名称得知。',
    '在此处加密, 4',
    '在此处由 CSBS 备份创建, 4',
    '未填写 `format`，由对象的扩展名得知。',
  ],
});

test('only the operations of the stretch are evaluated', () => {
  const line = '  - { action: publish, image: a }\n';
  const all = `${text('images:', '  a: { encrypted: true }', 'operations:')}${line.repeat(100)}`;
  const analysis = new Analysis(all);
  let evaluated = 0;
  const { operationsOf } = analysis;
  analysis.operationsOf = slot => {
    evaluated++;
    return operationsOf.call(analysis, slot);
  };
  const start = all.length - 50 * line.length;
  expect(inlayHints(analysis, { start, end: start + 10 * line.length })).toHaveLength(10);
  expect(evaluated).toBeLessThanOrEqual(10);
});
