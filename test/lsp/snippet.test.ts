import { expect, test } from 'vitest';
import { stop } from '../../server/src/edit/template.ts';
import { toSnippet } from '../../server/src/lsp/snippet.ts';

test.each([
  ['a text', ['costs $5 {or \\6}'], 'costs \\$5 {or \\\\6\\}'],
  ['one place, where the cursor ends', ['tags: { ', stop(), ' }'], 'tags: { $0 \\}'],
  ['several places', ['a: ', stop(), ', b: ', stop()], `a: $\{1}, b: $\{2}`],
  ['a place that has a text', [stop('a}$b'), ':'], `$\{1:a\\}\\$b}:`],
  ['a place with choices', [stop('a,b', 'c|d', 'e')], `$\{1|a\\,b,c\\|d,e|}`],
] as const)('%s', (_, template, snippet) => {
  expect(toSnippet(template)).toBe(snippet);
});
