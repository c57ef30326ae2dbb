import fc from 'fast-check';

function blockDocument(): fc.Arbitrary<string[]> {
  const operations = fc.array(item(3), { minLength: 1, maxLength: 3 }).map(items => items.flat());
  const images = fc
    .array(blockMap(2), { minLength: 1, maxLength: 2 })
    .map(maps => maps.flatMap((lines, i) => [`image${i}:`, ...indented(lines, '  ')]));
  return fc
    .record({ operations, images, indent: fc.constantFrom('', '  ', '    '), imagesFirst: fc.boolean() })
    .map(({ operations, images, indent, imagesFirst }) => {
      const both = [
        ['images:', ...indented(images, '  ')],
        ['operations: # all of them', ...indented(operations, indent)],
      ];
      return ['# A manifest', ...(imagesFirst ? both : both.reverse()).flat()];
    });
}

const comment = fc.constantFrom('', '', ' # why', '   # {a: [b');
const above = fc.constantFrom<string[]>([], [], [], [''], ['# on it'], ['', '# one', '# two']);

const scalar = fc.constantFrom('x', 'a b', '40', '"q: # "', "'it''s'", '', '&n x', '*n', '!t x');

function flowValue(depth: number): fc.Arbitrary<string> {
  if (depth === 0) return scalar.filter(text => text !== '');
  const inner = flowValue(depth - 1);
  const layout = fc.constantFrom(
    { open: ' ', between: ', ', close: ' ' },
    { open: '', between: ',', close: '' },
    { open: ' ', between: ', ', close: ', ' },
    { open: '\n    ', between: ',\n    ', close: '\n  ' },
    { open: '\n    # on it\n    ', between: ', # why\n    ', close: ', # last\n  ' },
    { open: ' ', between: ',\n    ', close: ' # last\n  ' },
  );
  const values = fc.array(inner, { maxLength: 3 });
  return fc.oneof(
    inner,
    fc.record({ values, layout, quote: fc.constantFrom('', '"') }).map(({ values, layout, quote }) => {
      const pairs = values.map((value, i) => `${quote}k${i}${quote}: ${value}`);
      return pairs.length > 0 ? `{${layout.open}${pairs.join(layout.between)}${layout.close}}` : '{}';
    }),
    fc
      .record({ values, layout })
      .map(({ values, layout }) =>
        values.length > 0 ? `[${layout.open}${values.join(layout.between)}${layout.close}]` : '[]',
      ),
  );
}

function blockMap(depth: number): fc.Arbitrary<string[]> {
  return fc
    .array(fc.record({ above, value: value(depth) }), { minLength: 1, maxLength: 3 })
    .map(pairs =>
      pairs.flatMap(({ above, value: [first = '', ...rest] }, i) => [
        ...(i > 0 ? above : []),
        `k${i}:${first}`,
        ...rest,
      ]),
    );
}

/** What stands behind a colon: the rest of its line, and the lines below it. */
function value(depth: number): fc.Arbitrary<string[]> {
  const line = fc.tuple(scalar, comment).map(([text, comment]) => [(text && ` ${text}`) + comment]);
  const header = fc.constantFrom(' |', ' >-', ' | # why');
  const block = header.map(header => [header, '  one', '', '    two', '']);
  const flow = fc.tuple(flowValue(2), comment).map(([text, comment]) => ` ${text}${comment}`.split('\n'));
  if (depth === 0) return fc.oneof(line, block, flow);
  const map = fc
    .tuple(comment, blockMap(depth - 1), fc.constantFrom(' ', '  ', '    '))
    .map(([comment, lines, indent]) => [comment, ...indented(lines, indent)]);
  const list = fc
    .tuple(comment, fc.array(item(depth - 1), { minLength: 1, maxLength: 3 }), fc.constantFrom('', '  '))
    .map(([comment, items, indent]) => [comment, ...indented(items.flat(), indent)]);
  return fc.oneof(line, line, block, flow, map, list);
}

function item(depth: number): fc.Arbitrary<string[]> {
  const lines = fc.oneof(
    blockMap(depth),
    blockMap(depth),
    flowValue(2).map(text => text.split('\n')),
  );
  return fc
    .tuple(lines, fc.constantFrom('- ', '-   '))
    .map(([[first = '', ...rest], dash]) => [dash + first, ...indented(rest, ' '.repeat(dash.length))]);
}

const indented = (lines: readonly string[], indent: string): string[] =>
  lines.map(line => (line === '' ? '' : indent + line));

/** Sound manifests in every layout, for the laws of writing. */
export const manifest: fc.Arbitrary<string> = fc
  .record({
    lines: fc.oneof(
      blockDocument(),
      flowValue(4).map(flow => [`{ operations: [{ a: ${flow} }, { b: ${flow} }] }`]),
    ),
    eol: fc.constantFrom('\n', '\r\n'),
    closed: fc.boolean(),
  })
  .map(({ lines, eol, closed }) => lines.join('\n').replaceAll('\n', eol) + (closed ? eol : ''));

/** Several entries of a list in brackets. */
const flowGroup: fc.Arbitrary<string[]> = fc
  .record({
    members: fc.array(flowValue(2), { minLength: 2, maxLength: 4 }),
    layout: fc.constantFrom(
      { open: '[', between: ', ', close: ']' },
      { open: '[ ', between: ', ', close: ' ]' },
      { open: '[\n    ', between: ',\n    ', close: '\n  ]' },
      { open: '[\n    ', between: ', # why\n    # on it\n    ', close: ', # last\n  ]' },
      { open: '[ ', between: ',\n    ', close: ' # last\n  ]' },
    ),
  })
  .map(({ members, layout }) => {
    const [first = '', ...rest] = `${layout.open}${members.join(layout.between)}${layout.close}`.split('\n');
    return [`- parallel: ${first}`, ...indented(rest, '  ')];
  });

const blockGroup: fc.Arbitrary<string[]> = fc
  .tuple(
    fc.array(fc.tuple(above, item(2)), { minLength: 2, maxLength: 4 }),
    fc.constantFrom('  ', '    '),
    fc.constantFrom('- parallel:', '-   parallel: # all', '-\n  parallel:'),
  )
  .map(([members, indent, head]) => {
    const wide = head.startsWith('-   ') ? '  ' : '';
    return [...head.split('\n'), ...indented(members.flat(2), indent + wide)];
  });

/** Manifests whose first operation is a group of at least two. */
export const withGroup: fc.Arbitrary<string> = fc
  .record({
    group: fc.oneof(blockGroup, flowGroup),
    indent: fc.constantFrom('', '  '),
    after: fc.constantFrom<string[]>([], ['- a: 1'], ['# on it', '- { a: 1 }']),
    eol: fc.constantFrom('\n', '\r\n'),
    closed: fc.boolean(),
  })
  .map(({ group, indent, after, eol, closed }) => {
    const lines = ['operations:', ...indented([...group, ...after], indent)];
    return lines.join('\n').replaceAll('\n', eol) + (closed ? eol : '');
  });
