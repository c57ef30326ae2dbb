// Changes the code of rooms in thousands of small ways, one at a time, and tells those that no test notices.
// usage: node test/mutation/run.mjs [room, or file of one, such as facts/truth.ts]...    (without any: the rooms below)
import { fileURLToPath } from 'node:url';
import { installAside } from '../../scripts/installAside.mjs';

const rooms = ['syntax', 'facts', 'rules'];

process.chdir(fileURLToPath(new URL('../..', import.meta.url)));
installAside('test/mutation', '.mutation');
const { Stryker } = await import('../../.mutation/node_modules/@stryker-mutator/core/dist/src/index.js');

const places = process.argv.slice(2);
const rows = [];
for (const place of places.length > 0 ? places : rooms) rows.push(rowOf(place, await mutate(place)));
console.log('\n| in | changes | noticed | of these by no end | not noticed | run by no test | left out | score |');
console.log(`| --- |${' ---: |'.repeat(7)}`);
for (const row of rows) console.log(`| ${row.join(' | ')} |`);

function mutate(place) {
  const report = `.mutation/${place.replaceAll('/', '-')}`;
  const stryker = new Stryker({
    configFile: 'test/mutation/stryker.config.mjs',
    mutate: [`server/src/${place.endsWith('.ts') ? place : `${place}/**/*.ts`}`],
    // All tests run through what reads YAML: its own alone are quicker, and have to notice.
    ...(place.startsWith('syntax') && { testFiles: ['test/syntax/*.test.ts'] }),
    htmlReporter: { fileName: `${report}.html` },
    jsonReporter: { fileName: `${report}.json` },
  });
  return stryker.runMutationTest();
}

function rowOf(place, changes) {
  const count = (...statuses) => changes.filter(({ status }) => statuses.includes(status)).length;
  const [noticed, missed] = [count('Killed', 'Timeout'), count('Survived', 'NoCoverage')];
  const score = `${((100 * noticed) / (noticed + missed)).toFixed(1)} %`;
  return [
    ...[place, noticed + missed, noticed, count('Timeout')],
    ...[count('Survived'), count('NoCoverage'), count('Ignored'), score],
  ];
}
