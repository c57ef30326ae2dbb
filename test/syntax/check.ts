import { describe, expect, test } from 'vitest';
import { parseSegment } from '../../server/src/syntax/parse.ts';
import type { Node, ScalarNode } from '../../server/src/syntax/tree.ts';

/** A node on one line: `✗` is broken, `!` damaged, `~` empty, `'…'` `"…"` `|…|` the styles of scalars. */
export function print(node: Node | undefined): string {
  if (!node) return 'nothing';
  const anchor = node.anchor === undefined ? '' : `&${node.anchor} `;
  return anchor + printContent(node);
}

function printContent(node: Node): string {
  switch (node.kind) {
    case 'scalar':
      return printScalar(node);
    case 'alias':
      return `*${node.name}`;
    case 'broken':
      return '✗';
    case 'seq':
      return `${node.damaged ? '!' : ''}[${node.items.map(print).join(', ')}]`;
    case 'map':
      return `${node.damaged ? '!' : ''}{${node.pairs.map(p => `${print(p.key)}: ${print(p.value)}`).join(', ')}}`;
  }
}

function printScalar({ style, value }: ScalarNode): string {
  const quote = { plain: '', single: "'", double: '"', block: '|' }[style];
  return value === '' && style === 'plain' ? '~' : quote + value.replaceAll('\n', '⏎') + quote;
}

/** Checks the tree of a text, and its faults: each as its code and the text at its span. */
function check(text: string, tree: string, ...faults: string[]): void {
  const { root, faults: found } = parseSegment(text);
  expect(print(root)).toBe(tree);
  expect(found.map(({ code, span }) => `${code} ${text.slice(span.start, span.end)}`)).toEqual(faults);
}

type Cases = Record<string, [text: string, tree: string, ...faults: string[]]>;

export function checkAll(title: string, cases: Cases): void {
  describe(title, () => {
    for (const [name, [text, tree, ...faults]] of Object.entries(cases)) test(name, () => check(text, tree, ...faults));
  });
}
