import { readFileSync } from 'node:fs';
import path from 'node:path';
import { globSync } from 'tinyglobby';
import { expect, test } from 'vitest';

const bundles = globSync('dist/**/*.js');

/** The folders of the packages that bundles say to be made of. */
const folders = new Set(
  bundles.flatMap(file =>
    [...readFileSync(file, 'utf8').matchAll(/^\s*\/\/ (\S*node_modules\/\S+)$/gm)].flatMap(
      ([, source = '']) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(source) ?? [],
    ),
  ),
);
const packages = [...folders].map(folder => JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')));
const named = ({ name, version }: { readonly name: string; readonly version: string }): string => `${name} ${version}`;

test('each package in a bundle has its licence in the notices', () => {
  const notices = readFileSync('dist/ThirdPartyNotices.txt', 'utf8');
  expect(packages.length).toBeGreaterThan(10);
  for (const folder of folders) {
    const [licence = 'none'] = globSync(`${folder}/licen[cs]e*`, { caseSensitiveMatch: false });
    expect(notices).toContain(readFileSync(licence, 'utf8').trim());
  }
  for (const each of packages) expect(notices).toContain(`${named(each)} (${each.license})`);
});

test('the bill of materials lists these packages and no others', () => {
  const bill = JSON.parse(readFileSync('dist/sbom.cdx.json', 'utf8'));
  expect(bill.bomFormat).toBe('CycloneDX');
  expect(bill.components.map(named).sort()).toEqual(packages.map(named).sort());
});
