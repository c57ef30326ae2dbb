// Prints what there is for each rule (cases, fix, page), and how many constraints each action has.
import { chdir } from 'node:process';
import { fileURLToPath } from 'node:url';
import { importBundled } from './rules/bundle.mjs';

chdir(fileURLToPath(new URL('..', import.meta.url)));
const { ledgerTable, rulesTable } = await importBundled('scripts/rules/table.ts');
console.log(`${rulesTable()}\n\n${ledgerTable()}`);
