// Changes the code in thousands of small ways, one at a time, and tells those that no test notices.
// usage: node test/mutation/run.mjs [folder of server/src, or file in it] [options of Stryker, such as --incremental]
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { installAside } from '../../scripts/installAside.mjs';

const [place = '{syntax,facts,rules}', ...options] = process.argv.slice(2);
const files = place.endsWith('.ts') ? place : `${place}/**/*.ts`;

process.chdir(fileURLToPath(new URL('../..', import.meta.url)));
installAside('test/mutation', '.mutation');
const stryker = '.mutation/node_modules/@stryker-mutator/core/bin/stryker.js';
const run = ['run', 'test/mutation/stryker.config.mjs', '--mutate', `server/src/${files}`];
const child = spawn(process.execPath, [stryker, ...run, ...options], { stdio: 'inherit' });
[process.exitCode] = await once(child, 'close');
