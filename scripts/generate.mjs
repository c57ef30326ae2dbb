// Writes the pages of docs/rules/ from the rules and their cases, and docs/features.md from the capabilities and tests.
// usage: node scripts/generate.mjs [--check]: only tells which are stale, with exit code 1 if any is
import { writeFileSync } from 'node:fs';
import { chdir } from 'node:process';
import { fileURLToPath } from 'node:url';
import { importBundled } from './rules/bundle.mjs';

chdir(fileURLToPath(new URL('..', import.meta.url)));
const { pageFolder, pages, staleIn, writeTo } = await importBundled('scripts/rules/pages.ts');
const { featuresFile, featuresPage, isStale } = await importBundled('scripts/features/page.ts');

const wanted = pages();
const matrix = featuresPage();
const stale = [
  ...staleIn(pageFolder, wanted).map(file => `${pageFolder}/${file}`),
  ...(isStale(matrix) ? [featuresFile] : []),
];
if (!process.argv.includes('--check')) {
  writeTo(pageFolder, wanted);
  writeFileSync(featuresFile, matrix);
  console.log(`${wanted.size} pages in ${pageFolder}, and ${featuresFile}: ${stale.length} changed`);
} else if (stale.length > 0) {
  console.error(`Stale: ${stale.join(', ')}. Run npm run generate.`);
  process.exitCode = 1;
}
