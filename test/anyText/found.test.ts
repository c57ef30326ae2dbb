import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { foundFolder } from './fuzz.ts';
import { startHere } from './server.ts';
import { type Typed, wrongWith } from './wrong.ts';

const server = await startHere('en');

/** Texts that something was wrong with once, by the files that they are kept in. */
test.each(readdirSync(foundFolder))('%s', async file => {
  const { parts, ...typed }: Typed & { readonly parts: readonly number[] } = JSON.parse(
    readFileSync(`${foundFolder}/${file}`, 'utf8'),
  );
  expect(await wrongWith(server, typed, parts)).toEqual([]);
});
