import fc from 'fast-check';
import { lexer, type Token } from 'marked';
import { describe, expect, test } from 'vitest';
import { Analysis } from '../../server/src/analysis/analysis.ts';
import { complete } from '../../server/src/features/completion/complete.ts';
import { documentationOf } from '../../server/src/features/completion/documentation.ts';
import { hover } from '../../server/src/features/hover.ts';
import { code } from '../../server/src/features/markdown.ts';
import { plainText } from '../../server/src/lsp/plainText.ts';
import { rulePage } from '../../server/src/rulePage.ts';
import { ruleIds } from '../../server/src/rules/index.ts';
import { visible } from '../../server/src/visible.ts';
import { hostileText, manifestOf, steering } from '../support/hostile.ts';

/** All tokens of a Markdown text, as the parser of VS Code's hovers reads it. */
function* tokensIn(tokens: readonly Token[]): Generator<Token> {
  for (const token of tokens) {
    yield token;
    yield* tokensIn(('items' in token ? token.items : 'tokens' in token && token.tokens) || []);
  }
}

const pages = new Set([...ruleIds].flatMap(id => [rulePage(id, 'en'), rulePage(id, 'zh')]));
const harmless = ['paragraph', 'text', 'codespan', 'strong', 'em', 'list', 'list_item', 'space', 'link', 'escape'];

/** What in a Markdown text is no text of ours: anything but prose, code, and links to the pages of rules. */
const foreign = (markdown: string): readonly string[] =>
  [...tokensIn(lexer(markdown))].flatMap(token => {
    if (!harmless.includes(token.type)) return [`${token.type}: ${token.raw}`];
    return token.type === 'link' && !pages.has(token.href) ? [`link: ${token.href}`] : [];
  });

/** Everything that hovers and the documentation of completions say of a text, in both languages. */
function* toldOf(text: string): Generator<string> {
  const analysis = new Analysis(text);
  const offsets = [...text.matchAll(/[\w"]+/g)].map(({ index }) => index);
  for (const language of ['en', 'zh'] as const) {
    for (const offset of offsets) {
      const told = hover(analysis, offset, language);
      if (told !== undefined) yield told.contents;
    }
    for (const offset of ['image: ', 'server: '].map(
      key => text.indexOf(key, text.indexOf('operations:')) + key.length,
    )) {
      for (const { topic } of complete(analysis, offset, language)?.items ?? []) {
        const documentation = topic && documentationOf(topic, analysis, language);
        if (documentation !== undefined) yield documentation;
      }
    }
  }
}

describe('a text of a manifest in Markdown', () => {
  test('is one piece of code, in which all of it can be seen', () => {
    fc.assert(
      fc.property(hostileText, text => {
        const [paragraph, ...others] = lexer(`a ${code(text)} b ${code('c`d')} e`);
        expect(others).toEqual([]);
        const { tokens } = paragraph as { readonly tokens: readonly Token[] };
        expect(tokens.map(({ type }) => type)).toEqual(['text', 'codespan', 'text', 'codespan', 'text']);
        expect(code(text)).not.toMatch(steering);
        expect(plainText(code(text))).toBe(visible(text.replace(/\s+/g, ' ')).trim());
      }),
      { numRuns: 1_000 },
    );
  });

  test('makes no link, image, tag or heading in a hover or a completion', () => {
    let told = 0;
    fc.assert(
      fc.property(hostileText, text => {
        for (const markdown of toldOf(manifestOf(text))) {
          expect(foreign(markdown)).toEqual([]);
          expect(markdown.replaceAll('\n', '')).not.toMatch(steering);
          told++;
        }
      }),
      { numRuns: 40 },
    );
    expect(told).toBeGreaterThan(1_000);
  });

  test('what is ours is no more than that either', () => {
    expect(foreign('[a](command:evil) <b>')).toEqual(['link: command:evil', 'html: <b>']);
  });
});
