// Prints what share of the lines and branches of each room below the doors the tests of these rooms run through.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const rooms = ['syntax', 'model', 'edit', 'facts', 'rules', 'analysis', 'features'];

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
const vitest = [
  ...['vitest', 'run', ...rooms.map(room => `test/${room}/`)],
  ...['--coverage', '--coverage.reporter=json-summary', '--coverage.reporter=html'],
  ...rooms.map(room => `--coverage.include=server/src/${room}/**`),
];
const child = spawn('npx', vitest, { stdio: 'inherit', shell: process.platform === 'win32' });
[process.exitCode] = await once(child, 'close');
if (process.exitCode === 0) print(JSON.parse(readFileSync('coverage/coverage-summary.json', 'utf8')));

function print({ total, ...files }) {
  console.log('\n| room | lines | run through | branches | run through |\n| --- | ---: | ---: | ---: | ---: |');
  for (const room of rooms) {
    const own = Object.keys(files).filter(file => path.relative('server/src', file).split(path.sep)[0] === room);
    printRow(room, sum(own.map(file => files[file].lines)), sum(own.map(file => files[file].branches)));
  }
  printRow('all', total.lines, total.branches);
}

function printRow(title, lines, branches) {
  console.log(`| ${title} | ${lines.total} | ${share(lines)} | ${branches.total} | ${share(branches)} |`);
}

function share({ covered, total }) {
  return `${((100 * covered) / total).toFixed(1)} %`;
}

function sum(counts) {
  return {
    total: counts.reduce((all, { total }) => all + total, 0),
    covered: counts.reduce((all, { covered }) => all + covered, 0),
  };
}
