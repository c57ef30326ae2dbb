import { readdirSync, readFileSync } from 'node:fs';
import { transformSync } from 'esbuild';
import { expect, test } from 'vitest';
import { parseAst } from 'vitest/node';

const roots = ['server/src', 'client/src'];

/** What the client says in Chinese, by what it says in English. */
const bundle: object = JSON.parse(readFileSync('l10n/bundle.l10n.zh-cn.json', 'utf8'));

/** Where prose is for no reader: names of regions, what a format prescribes, errors of programmers and protocols. */
const exempt =
  /^server\/src\/(model\/vocabulary\/regions|cli\/unifiedDiff|cli\/report\/junit|library|lsp\/pull|lsp\/safely)\.ts$/;

/** A piece of text in the source: alone, or told in one of the languages beside the other. */
interface Piece {
  readonly file: string;
  readonly text: string;
  readonly language: 'en' | 'zh' | undefined;
}

/** The texts that stand beside one another: `{ en, zh }`, or the arguments of `said`. */
interface Pair {
  readonly file: string;
  readonly en: string;
  readonly zh: string;
}

const pieces: Piece[] = [];
const pairs: Pair[] = [];

type Node = { readonly [key: string]: unknown };

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;

/** The text of a literal, or of a piece of a template. */
function textOf(node: Node): string | undefined {
  if (node.type === 'Literal' && typeof node.value === 'string') return node.value;
  return node.type === 'TemplateElement' ? (node.value as { readonly cooked: string }).cooked : undefined;
}

function localizedIn(node: Node): { readonly en: unknown; readonly zh: unknown } | undefined {
  if (node.type === 'CallExpression' && (node.callee as Node).name === 'said') {
    const [en, zh] = node.arguments as readonly unknown[];
    return { en, zh };
  }
  if (node.type !== 'ObjectExpression') return undefined;
  const entries = (node.properties as readonly Node[]).map(({ key, value }) => [(key as Node)?.name, value]);
  const { en, zh } = Object.fromEntries(entries);
  return en && zh ? { en, zh } : undefined;
}

function walk(value: unknown, file: string, language?: 'en' | 'zh'): void {
  if (!isNode(value)) return;
  if (value.type === 'ImportDeclaration') return;
  const text = textOf(value);
  if (text !== undefined) pieces.push({ file, text, language });
  const localized = localizedIn(value);
  if (localized === undefined) {
    for (const child of Object.values(value)) walk(child, file, language);
    return;
  }
  const from = pieces.length;
  walk(localized.en, file, 'en');
  const middle = pieces.length;
  walk(localized.zh, file, 'zh');
  const told = (start: number, end?: number): string =>
    pieces
      .slice(start, end)
      .map(({ text }) => text)
      .join('…');
  pairs.push({ file, en: told(from, middle), zh: told(middle) });
}

const sources = roots.flatMap(root =>
  readdirSync(root, { recursive: true, encoding: 'utf8' }).map(file => `${root}/${file.replaceAll('\\', '/')}`),
);
for (const file of sources.filter(file => file.endsWith('.ts'))) {
  const { code } = transformSync(readFileSync(file, 'utf8'), { loader: 'ts', format: 'esm' });
  walk(parseAst(code), file);
}

const prose = /\p{Ll}{2,} \p{Ll}{2,}/u;
/** A command to be typed, or a word of the code. */
const unread = /^(check|fix|explain|rules|schema) |^at once$/;
const han = /\p{Script=Han}/u;

test('there is enough to look at', () => {
  expect(pairs.length).toBeGreaterThan(500);
});

test('what is said in English is said in Chinese, too', () => {
  const alone = pieces.filter(
    ({ file, text, language }) =>
      language === undefined && prose.test(text) && !(text in bundle) && !unread.test(text) && !exempt.test(file),
  );
  expect(alone).toEqual([]);
});

test('what is said in Chinese is Chinese, and what is said in English is not', () => {
  expect(pairs.filter(({ en, zh }) => prose.test(en) && !han.test(zh))).toEqual([]);
  expect(pairs.filter(({ en }) => han.test(en))).toEqual([]);
});
