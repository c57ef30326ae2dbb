import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Analysis } from '../../server/src/analysis/analysis.ts';

/** Operations over few names, so that what one of them does is met by others far away. */
const operation = fc
  .tuple(
    fc.constantFrom('import-system-disk-image', 'share', 'delete', 'update', 'publish', 'tag', 'replicate'),
    fc.constantFrom('a', 'b', 'c', 'd'),
    fc.constantFrom('a', 'b', 'c', 'd'),
    fc.boolean(),
  )
  .map(([action, image, name, flag]) => {
    const key = flag ? ", cmk_id: 'k'" : '';
    if (action === 'import-system-disk-image') return `{ action: ${action}, name: ${name}, min_disk: 40${key} }`;
    if (action === 'replicate') return `{ action: ${action}, image: ${image}, name: ${name}${key} }`;
    if (action === 'update') return `{ action: ${action}, image: ${image}, name: ${name} }`;
    return `{ action: ${action}, image: ${image} }`;
  });

const head = ['region: cn-north-4', 'images:', '  a: { type: system-disk, encrypted: true }', '  b:', 'operations:'];
const notes = '  - { action: update, image: base, description: nothing }';

/** Of a line, of what follows, which may be a section, or of the file. */
const suppression = fc
  .tuple(
    fc.constantFrom(
      '  # ims-ignore:',
      '# ims-ignore:',
      '# ims-ignore-file:',
      '  - { action: publish, image: a } # ims-ignore:',
    ),
    fc.constantFrom('share-encrypted', 'deleted-image', 'duplicate-name', 'unknown-reference', 'unused-suppression'),
  )
  .map(([comment, rule]) => `${comment} ${rule}`);

interface Splice {
  readonly at: number;
  readonly remove: number;
  readonly lines: readonly string[];
}

const line = fc.oneof(
  { weight: 6, arbitrary: operation.map(text => `  - ${text}`) },
  { weight: 1, arbitrary: fc.constantFrom('region: cn-south-1', '  c: { encrypted: true }', 'operations:', 'images:') },
  { weight: 1, arbitrary: suppression },
);

const splices: fc.Arbitrary<Splice[]> = fc.array(
  fc.record({
    at: fc.oneof(fc.nat(6), fc.nat(600)),
    remove: fc.oneof(fc.constantFrom(0, 1), fc.nat(150)),
    lines: fc.oneof(fc.array(line, { maxLength: 2 }), fc.array(line, { minLength: 120, maxLength: 150 })),
  }),
  { minLength: 1, maxLength: 6 },
);

/** Some operations, each followed by as many that are about something else. */
const spread = fc
  .array(fc.tuple(operation, fc.constantFrom(0, 1, 70, 140), fc.option(suppression)), { minLength: 3, maxLength: 10 })
  .map(all =>
    all.flatMap(([text, apart, above]) => [
      ...(above === null ? [] : [above]),
      `  - ${text}`,
      ...Array<string>(apart).fill(notes),
    ]),
  );

const seen = (analysis: Analysis): unknown =>
  analysis.findings().map(({ rule, message, place, related }) => ({
    rule,
    message,
    at: analysis.rangeOf(place),
    related: related.map(other => analysis.rangeOf(other.place)),
  }));

test('what is done in one block reaches the others, after any edits as from scratch', () => {
  let blocks = 0;
  fc.assert(
    fc.property(spread, splices, (operations, script) => {
      let lines = [...head, ...operations];
      const analysis = new Analysis(`${lines.join('\n')}\n`);
      for (const { at, remove, lines: inserted } of script) {
        const from = Math.min(at, lines.length);
        const offset = (line: number): number => lines.slice(0, line).reduce((sum, { length }) => sum + length + 1, 0);
        const text = inserted.map(line => `${line}\n`).join('');
        analysis.edit({ start: offset(from), end: offset(Math.min(from + remove, lines.length)), text });
        lines = lines.toSpliced(from, remove, ...inserted);
      }
      const text = lines.map(line => `${line}\n`).join('');
      expect(analysis.document.text).toBe(text);
      expect(seen(analysis)).toEqual(seen(new Analysis(text)));
      blocks += analysis.document.blocks.length;
    }),
    { numRuns: 40, endOnFailure: true },
  );
  expect(blocks).toBeGreaterThan(40 * 4);
}, 300_000);
