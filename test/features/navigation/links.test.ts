import { expect, test } from 'vitest';
import { Analysis } from '../../../server/src/analysis/analysis.ts';
import { links } from '../../../server/src/features/navigation/links.ts';
import { marked, withMarks } from './marks.ts';

test.each([
  ['a path', 'inventory: ⟦a/b.json⟧\n'],
  ['a quoted one', 'inventory: "⟦a b.json⟧"\n'],
  ['with its region', 'inventory: { path: ⟦a.json⟧, region: r }\n'],
  ['several', "inventory:\n  - ⟦a.json⟧\n  - path: '⟦b.json⟧'\n"],
  ['in JSON', '{ "inventory": "⟦a.json⟧", "operations": [] }'],
  ['of each manifest', 'inventory: ⟦a.json⟧\n---\ninventory: ⟦b.json⟧\n'],
  ['none where none is', 'inventory:\nimages: { a: {} }\n'],
])('the paths of inventories are links: %s', (_, source) => {
  const { text, stretches } = marked(source);
  const found = links(new Analysis(text));
  expect(withMarks(text, found)).toBe(withMarks(text, stretches));
  expect(found.map(({ path }) => path)).toEqual(stretches.map(({ start, end }) => text.slice(start, end)));
});
