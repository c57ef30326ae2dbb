import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { check } from 'recheck';
import { expect, test } from 'vitest';
import { parseAst } from 'vitest/node';

/** A regular expression, and where it stands. */
interface Found {
  readonly file: string;
  readonly source: string;
  readonly flags: string;
}

interface Syntax {
  readonly type?: string;
  readonly callee?: { readonly name?: string };
  readonly arguments?: unknown;
  readonly regex?: { readonly pattern: string; readonly flags: string };
}

/** It reads what the user has typed as arguments, and no file. */
const spared = path.join('server/src/cli/wrongUsage.ts');

const files = ['server/src', 'client/src'].flatMap(root =>
  readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith('.ts'))
    .map(file => path.join(root, file))
    .filter(file => file !== spared),
);

/** The literals of a file; those that are joined into one by `new RegExp`, as its alternatives. */
function* expressionsIn(file: string, syntax: unknown): Generator<Found> {
  if (typeof syntax !== 'object' || syntax === null) return;
  const { type, callee, regex } = syntax as Syntax;
  if (regex !== undefined) yield { file, source: regex.pattern, flags: regex.flags };
  const parts = Object.values(syntax).flatMap(part => [...expressionsIn(file, part)]);
  yield* parts;
  if (type !== 'NewExpression' || callee?.name !== 'RegExp') return;
  expect(parts, `${file} makes an expression of something that is no literal`).not.toEqual([]);
  yield { file, source: parts.map(({ source }) => source).join('|'), flags: 'g' };
}

const expressions = files.flatMap(file => [
  ...expressionsIn(file, parseAst(readFileSync(file, 'utf8'), { lang: 'ts' })),
]);

/** What the checker says of an expression: it knows no flag `d`, by which no more is matched. */
async function verdict({ source, flags }: Pick<Found, 'source' | 'flags'>): Promise<string> {
  const said = await check(source, flags.replace('d', ''));
  return said.status === 'vulnerable' ? said.complexity.summary : said.status;
}

test('the checker knows what is slow', async () => {
  expect(await verdict({ source: '^(a|a)*$', flags: '' })).toBe('exponential');
  expect(await verdict({ source: ' +$', flags: '' })).toBe('2nd degree polynomial');
});

test('each regular expression takes no more than time in proportion to the text', async () => {
  const slow: string[] = [];
  for (const found of expressions) {
    const said = await verdict(found);
    if (said !== 'safe') slow.push(`${found.file}: /${found.source}/${found.flags} is ${said}`);
  }
  expect(slow).toEqual([]);
  expect(expressions.length).toBeGreaterThan(150);
});
