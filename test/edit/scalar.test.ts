import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { quotedLike, toJson, toYaml } from '../../server/src/edit/scalar.ts';
import { parseSegment } from '../../server/src/syntax/parse.ts';
import type { Node } from '../../server/src/syntax/tree.ts';

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 8 }),
  fc
    .array(fc.constantFrom(...'ab01 \t\n\r:#-?,[]{}&*!|>\'"%@`~.\\=<'), { maxLength: 6 })
    .map(characters => characters.join('')),
);

const contexts: readonly string[] = ['k: $ # c\n', '- $\n', 'k: [$, x]\n', '{ k: $ }\n', '{"k":$}\n', '{ k: [$] }\n'];

/** The value of the only scalar `k` or item. */
function leaf(node: Node | undefined): Node | undefined {
  if (node?.kind === 'map') return leaf(node.pairs[0]?.value);
  if (node?.kind === 'seq') return leaf(node.items[0]);
  return node;
}

describe('toYaml', () => {
  test.each(contexts)('any text reads back the same in %j', context => {
    fc.assert(
      fc.property(text, value => {
        const { root, faults } = parseSegment(context.replace('$', () => toYaml(value)));
        expect(faults).toEqual([]);
        expect(leaf(root)).toMatchObject({ kind: 'scalar', value });
      }),
    );
  });

  test.each(['x', '40', '0123', 'yes', 'true', 'v1.2', 'a b', 'cn-north-4', 'b:o', 'a#b', '-1', '镜像', "it's"])(
    'leaves %s plain',
    plain => expect(toYaml(plain)).toBe(plain),
  );

  test.each(['', ' a', 'a ', 'a: b', 'a #b', '- a', '-', 'a,b', '[a', '*a', '@a', '~', 'null', 'a\nb', '"a"', '#a'])(
    'puts %j in quotes',
    quoted => expect(toYaml(quoted)).toBe(JSON.stringify(quoted)),
  );
});

describe('quotedLike', () => {
  test.each(['x', "'x'", '"x"', '|\n  x'])('any text in the place of %j reads back the same', old => {
    fc.assert(
      fc.property(text, value => {
        const node = leaf(parseSegment(`k: ${old}\n`).root) as Node;
        expect(leaf(parseSegment(`k: ${quotedLike(node, value)}\n`).root)).toMatchObject({ kind: 'scalar', value });
      }),
    );
  });
});

describe('toJson', () => {
  test.each([
    ['x', '"x"'],
    ["'x'", '"x"'],
    ['40', '40'],
    ['0123', '"0123"'],
    ['true', 'true'],
    ['yes', '"yes"'],
    ['~', 'null'],
    ['', 'null'],
    ['[a, {b: 1}]', '["a", {"b": 1}]'],
    ['*a', '*a'],
  ])('%s is %s', (yaml, json) => expect(toJson(yaml)).toBe(json));
});
