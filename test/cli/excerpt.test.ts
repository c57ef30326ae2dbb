import { expect, test } from 'vitest';
import { quote } from '../../server/src/cli/report/quote.ts';

const style = { mark: '^', part: (text: string) => text, gutter: (text: string) => text, digits: 1 } as const;

/** The line with marks under the text between the guillemets. */
function quoted(marked: string): string {
  const start = marked.indexOf('«');
  const end = marked.indexOf('»') - 1;
  const line = marked.replace(/[«»]/g, '');
  return quote([line], { start: { line: 0, character: start }, end: { line: 0, character: end } }, style);
}

test.each([
  ['size: «160 GB»', '1 | size: 160 GB\n  |       ^^^^^^'],
  ['size:«»', '1 | size:\n  |      ^'],
  ['\tsize: «160 GB»', '1 |     size: 160 GB\n  |           ^^^^^^'],
  ['a:\t«b\tc»', '1 | a:  b   c\n  |     ^^^^^'],
  ['name: 镜像 «值»  ', '1 | name: 镜像 值\n  |            ^^'],
  ['name: 🗄️ «e\u0301x»', '1 | name: 🗄️ e\u0301x\n  |         ^^'],
  ['a\x1b[31m«b\x07»', '1 | a\ufffd[31mb\ufffd\n  |       ^^'],
])('%j', (marked, expected) => {
  expect(quoted(marked)).toBe(expected);
});

test('of a long line, what is around the part is shown', () => {
  const [line = '', marks = ''] = quoted(`${'a'.repeat(1e6)}«here»${'b'.repeat(1e6)}`).split('\n');
  expect(line.length).toBeLessThan(200);
  expect(line).toMatch(/^1 \| …a+hereb+…$/);
  expect(line.indexOf('here')).toBe(marks.indexOf('^^^^'));
});
