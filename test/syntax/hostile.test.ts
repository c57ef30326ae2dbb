import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseSegment } from '../../server/src/syntax/parse.ts';
import type { Node, Span } from '../../server/src/syntax/tree.ts';

test.each([
  ['brackets', '['.repeat(100_000), 'too-deep'],
  ['closed brackets', '['.repeat(100_000) + ']'.repeat(100_000), 'too-deep'],
  ['braces', '{a: '.repeat(100_000), 'too-deep'],
  ['dashes', '- '.repeat(100_000), 'too-deep'],
  ['a line of 5 MB', `a: ${'x'.repeat(5_000_000)}\n`, undefined],
  ['an unclosed quote of 5 MB', `a: "${'x'.repeat(5_000_000)}\n`, 'unclosed-quote'],
  ['100,000 keys', Array.from({ length: 100_000 }, (_, i) => `k${i}: v\n`).join(''), undefined],
  [
    'an alias bomb',
    Array.from({ length: 100 }, (_, i) => `a${i}: &a${i} [*a${i - 1}, *a${i - 1}]\n`).join(''),
    undefined,
  ],
  ['5,000 aliases', `a: &a b\n${Array.from({ length: 5000 }, (_, i) => `k${i}: *a\n`).join('')}`, undefined],
  ['lone carriage returns', '\r'.repeat(100_000), undefined],
])('hostile text is read in time: %s', (_, text, code) => {
  expect(parseSegment(text).faults[0]?.code).toBe(code);
});

const samples = [
  '  - action: share\n    image: web\n    tenants: [0a1b, "1b2c"]\n    tags: {team: sre, cost: \'12\'}  # why\n    description: >-\n      folded\n      text\n\n',
  '  web:\n    type: ECS\n    system_disk: {size: 40 GB, encrypted: true}\n    data_disks:\n      a: 10 GB\n      b: &x 20\n      c: *x\n',
  '  - parallel:\r\n      - { action: delete, image: a }\r\n      - action: export\r\n        list:\r\n        - a\r\n        - b: "c\\n"\r\n',
  '{"action": "share",\n  "tenants": ["a", "b"],\n  "x": {"y": [1, 2, {"z": null}]}}\n',
  '? a\n: b\n? {c: d}\n: - e\n  - |\n    text\n    more\n',
];

const fragment = fc.constantFrom(
  ...'"\'[]{}:,-?&*!|>@`%#\\ \t\n\r\0\uFEFF\uD800x'.split(''),
  ...[': ', '- ', ' #', '  ', '---\n', '<<<<<<< a\n', '=======\n', '>>>>>>> b\n'],
);

const mutation = fc.record({ at: fc.nat(), cut: fc.nat(3), insert: fc.option(fragment, { nil: '' }) });

const broken = fc
  .tuple(fc.constantFrom(...samples), fc.array(mutation, { minLength: 1, maxLength: 5 }), fc.option(fc.nat()))
  .map(([sample, mutations, length]) => {
    const text = mutations.reduce((before, { at, cut, insert }) => {
      const start = at % (before.length + 1);
      return before.slice(0, start) + insert + before.slice(start + cut);
    }, sample);
    return length === null ? text : text.slice(0, length % (text.length + 1));
  });

test('whatever is typed, nodes and faults are where they may be', () => {
  fc.assert(
    fc.property(broken, text => {
      const { root, faults } = parseSegment(text);
      if (root) expectInside(root, { start: 0, end: text.length });
      for (const { span } of faults) {
        expect(span.start).toBeGreaterThanOrEqual(0);
        expect(span.end).toBeLessThanOrEqual(text.length);
        expect(text.slice(span.start, span.end)).toMatch(/^[^\r\n]+$/);
      }
    }),
    { numRuns: 2000 },
  );
});

function expectInside(node: Node, place: Span): void {
  const { start, end } = node;
  expect(start).toBeGreaterThanOrEqual(place.start);
  expect(end).toBeGreaterThanOrEqual(start);
  expect(end).toBeLessThanOrEqual(place.end);
  for (const child of childrenOf(node)) expectInside(child, node);
}

function childrenOf(node: Node): readonly Node[] {
  if (node.kind === 'map') return node.pairs.flatMap(({ key, value }) => [key, value]);
  return node.kind === 'seq' ? node.items : [];
}
