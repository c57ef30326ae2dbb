import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import manifest from '../../package.json';

const page = readFileSync('docs/reliability.md', 'utf8');

/** The first column of the table below a heading, of rows that say something in the second. */
function listedUnder(heading: string): readonly string[] {
  const section = page.split(`\n### ${heading}\n`)[1]?.split(/\n##/)[0] ?? '';
  return [...section.matchAll(/^\| `([^`]+)` \| \S.*\|$/gm)].map(([, name]) => name as string);
}

test('each package has a line on why it is there', () => {
  const listed = ['What ships of others', 'What builds and tests'].flatMap(listedUnder);
  expect(listed.sort()).toEqual(Object.keys(manifest.devDependencies).sort());
});

test('what is installed needs no other package', () => {
  expect(manifest).not.toHaveProperty('dependencies');
});
