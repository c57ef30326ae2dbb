// Writes the pages of docs/rules/ from the rules and their cases.
// usage: node scripts/generate.mjs [--check]: only tells which are stale, with exit code 1 if any is
import { chdir } from 'node:process';
import { fileURLToPath } from 'node:url';
import { importBundled } from './rules/bundle.mjs';

chdir(fileURLToPath(new URL('..', import.meta.url)));
const { pageFolder, pages, staleIn, writeTo } = await importBundled('scripts/rules/pages.ts');

const wanted = pages();
const stale = staleIn(pageFolder, wanted);
if (!process.argv.includes('--check')) {
  writeTo(pageFolder, wanted);
  console.log(`${wanted.size} pages in ${pageFolder}, ${stale.length} changed`);
} else if (stale.length > 0) {
  console.error(`Stale in ${pageFolder}: ${stale.join(', ')}. Run npm run generate.`);
  process.exitCode = 1;
}
