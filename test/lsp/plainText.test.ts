import { expect, test } from 'vitest';
import { plainText } from '../../server/src/lsp/plainText.ts';

test.each([
  ['**share** an _image_', 'share an image'],
  ['`cmk_id` and `a_b_c`', 'cmk_id and a_b_c'],
  ['[share-encrypted](https://example.org/a_b_c)', 'share-encrypted (https://example.org/a_b_c)'],
  ['### Title\n\n> said\n- one\n- two', 'Title\n\nsaid\n- one\n- two'],
  ['```yaml\nsize: 40 GB\n```\n', 'size: 40 GB'],
  ['1 \\* 2 \\_ 3', '1 * 2 _ 3'],
])('%j', (markdown, expected) => {
  expect(plainText(markdown)).toBe(expected);
});
