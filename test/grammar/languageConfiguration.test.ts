import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

interface EnterRule {
  readonly beforeText: string;
  readonly afterText?: string;
  readonly action: { readonly indent: 'none' | 'indent'; readonly appendText?: string };
}

interface Configuration {
  readonly wordPattern: { readonly pattern: string; readonly flags: string };
  readonly indentationRules: { readonly increaseIndentPattern: string };
  readonly onEnterRules: readonly EnterRule[];
}

const { wordPattern, indentationRules, onEnterRules }: Configuration = JSON.parse(
  readFileSync('syntaxes/language-configuration.json', 'utf8'),
);

/** What the editor puts on the new line when the line is broken at its mark: the first rule that fits, else the indentation. */
function entered(marked: string): string {
  const [before = '', after = ''] = marked.split('‸');
  const indent = /^ */.exec(before)?.[0] ?? '';
  const rule = onEnterRules.find(
    ({ beforeText, afterText }) =>
      new RegExp(beforeText).test(before) && (afterText === undefined || new RegExp(afterText).test(after)),
  );
  if (rule !== undefined) {
    return indent + (rule.action.indent === 'indent' ? '  ' : '') + (rule.action.appendText ?? '');
  }
  return new RegExp(indentationRules.increaseIndentPattern).test(before) ? `${indent}  ` : indent;
}

describe('the Enter key', () => {
  test.each([
    ['operations:‸', '  '],
    ['  web: # why‸', '    '],
    ['    size: 40 GB‸', '    '],
    ['  - action: share‸', '    '],
    ['  - action: share # why‸', '    '],
    ['  - parallel:‸', '      '],
    ['  - parallel: # at once‸', '      '],
    ['  - &base‸', '    '],
    ['  - {‸', '    '],
    ['    tenants: [‸', '      '],
    ['    description: |‸', '      '],
    ['      - 0a1b2c3d4e5f60718293a4b5c6d7e8f9‸', '      - '],
    ['      - team.sre # why‸', '      - '],
    ['- "a: b"‸', '- '],
    ["  - 'it''s: so'‸", '  - '],
    ['      - 0a1b‸2c3d', '      '],
    ['  - *base‸', '  '],
    ['  - { action: tag }‸', '  '],
    ['  - # why‸', '    '],
    ['  - "open‸', '  '],
  ])('at %s begins the next line with "%s"', (line, next) => {
    expect(entered(line)).toBe(next);
  });
});

test('a word is what a double click selects and a completion replaces', () => {
  const words = (text: string) => text.match(new RegExp(wordPattern.pattern, `${wordPattern.flags}g`));
  expect(words('  image: golden-image@cn-north-4 # ims-ignore: share-encrypted, tag-limit.')).toEqual([
    'image',
    'golden-image@cn-north-4',
    'ims-ignore',
    'share-encrypted',
    'tag-limit',
  ]);
  expect(words('flavor: s6.large.2, image_url: bucket:镜像.vmdk')).toEqual([
    'flavor',
    's6.large.2',
    'image_url',
    'bucket',
    '镜像.vmdk',
  ]);
});
