import { describe, expect, test } from 'vitest';
import { Analysis } from '../../server/src/analysis/analysis.ts';
import { codeLenses } from '../../server/src/features/codeLens.ts';
import { describeTally, operationAt } from '../../server/src/features/tally.ts';
import { manifest } from '../support/manifests.ts';

/** A manifest, and its lenses: the line that each is on, with what it says. */
type Case = readonly [text: string, ...says: string[]];

function check(cases: Readonly<Record<string, Case>>): void {
  describe('the lens of an operation', () => {
    test.each(Object.entries(cases))('%s', (_, [text, ...says]) => {
      const analysis = new Analysis(text);
      const told = Array.from(codeLenses(analysis), stretch => {
        const start = analysis.document.offsetAt(stretch.start);
        const end = analysis.document.offsetAt(stretch.end);
        const found = operationAt(analysis, start);
        expect(found?.action).toEqual({ start, end });
        return `${text.slice(start, end)}: ${found && describeTally(found.tally).en}`;
      });
      expect(told).toEqual(says);
    });
  });
}

const images = `images:
  payroll: { type: full-ecs, encrypted: true, created_from: cbr }
  web: { type: system-disk, published: false, encrypted: false }
`;
const operations = (...lines: string[]): string => manifest([`${images}operations:`, ...lines, ''].join('\n'));

check({
  'counts its constraints by how they turn out': [
    operations('  - { action: share, image: payroll, tenants: [a] }'),
    'share: ✓ 2 · ✗ 1 · ? 3 constraints',
  ],
  'tells what there is': [
    operations('  - action: publish', '    image: web', '  - { action: delete, image: web }'),
    'publish: ✓ 2 constraints',
    'delete: ✗ 1 constraint',
  ],
  'is absent in a manifest of another version, and there alone': [
    `apiVersion: ims/v9\noperations:\n  - { action: publish, image: web }\n---\n${operations('  - { action: delete, image: web }')}`,
    'delete: ✓ 1 constraint',
  ],
  'without constraints says so': [operations('  - { action: unpublish, image: web }'), 'unpublish: no constraints'],
  'stands at each of a group': [
    operations(
      '  - parallel:',
      '      - { image: web, action: publish }',
      '      - action: unpublish',
      '        image: web',
    ),
    'publish: ✓ 2 constraints',
    'unpublish: no constraints',
  ],
  'stands on its first line where it has the action from elsewhere': [
    operations('  - &p { action: publish, image: web }', '  - <<: *p', '    image: payroll'),
    'publish: ✓ 2 constraints',
    '<<: *p: ✗ 2 constraints',
  ],
  'stands where the operation is written, not where its alias is': [
    operations('  - &p { action: publish, image: web }', '  - *p'),
    'publish: ✓ 2 constraints',
  ],
  'stands in a manifest that is one flow map': [
    '{ "apiVersion": "ims/v1", "operations": [{ "action": "unpublish", "image": "a" }] }',
    '"unpublish": no constraints',
  ],
  'is not there without a readable action': [operations('  - { action: shar, image: web }', '  - image: web', '  - ')],
});

test('lenses move with the lines above, and with their own text', () => {
  const analysis = new Analysis(operations('  - { action: publish, image: web }', '  - { action: tag, image: web }'));
  const shown = (): string[] =>
    Array.from(codeLenses(analysis), ({ start, end }) =>
      analysis.document.slice(analysis.document.offsetAt(start), analysis.document.offsetAt(end)),
    );
  expect(shown()).toEqual(['publish', 'tag']);
  analysis.edit({ start: 0, end: 0, text: '# one more\n' });
  const end = analysis.document.text.indexOf('publish, image');
  analysis.edit({ start: end, end: end, text: 'un' });
  expect(shown()).toEqual(['unpublish', 'tag']);
});

test('lenses are listed without looking at a ledger', () => {
  const analysis = new Analysis(operations(...Array(50).fill('  - { action: publish, image: web }')));
  analysis.operationsOf = () => {
    throw new Error('a ledger');
  };
  expect([...codeLenses(analysis)]).toHaveLength(50);
});

describe('the operation at the cursor', () => {
  const at = (marked: string): string | undefined => {
    const text = marked.replace('‸', '');
    const found = operationAt(new Analysis(text), marked.indexOf('‸'));
    return found && text.slice(found.action.start, found.action.end);
  };

  test.each([
    ['in it', operations('  - action: tag', '    image: ‸web', '  - action: publish'), 'tag'],
    ['in its indentation', operations('  - action: tag', '‸    image: web', '  - action: publish'), 'tag'],
    ['behind it', operations('  - action: tag', '    image: web # th‸is', '  - action: publish'), 'tag'],
    [
      'in a group',
      operations('  - parallel:', '      - action: tag', '      - action: publish', '        im‸age: x'),
      'publish',
    ],
    [
      'on the head of a group',
      operations('  - para‸llel:', '      - action: tag', '      - action: publish'),
      undefined,
    ],
    ['in no operation', images.replace('web', 'w‸eb'), undefined],
  ])('is found %s', (_, text, action) => {
    expect(at(text)).toBe(action);
  });
});

test('the tally is told in Chinese', () => {
  expect(describeTally({ holds: 7, violated: 1, undecided: 2 }).zh).toBe('✓ 7 · ✗ 1 · ? 2 条约束');
  expect(describeTally({ holds: 0, violated: 0, undecided: 0 }).zh).toBe('没有约束');
});
