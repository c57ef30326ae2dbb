// What it takes only to read a text, in a process of its own.
// usage: parse.cjs yaml | json <file> <seconds>: prints the times of reading it, the first one first
//        parse.cjs tree <folder>: reads all its files
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseDocument } from 'yaml';

const [how, path, seconds] = process.argv.slice(2);
const parse = {
  yaml: text => parseDocument(text, { prettyErrors: false, uniqueKeys: false }),
  json: JSON.parse,
};

if (how === 'tree') {
  for (const name of readdirSync(path)) parse.yaml(readFileSync(join(path, name), 'utf8'));
} else {
  const text = readFileSync(path, 'utf8');
  const times = [];
  const end = performance.now() + Number(seconds) * 1000;
  do {
    const start = performance.now();
    parse[how](text);
    times.push(performance.now() - start);
  } while (performance.now() < end && times.length < 200);
  console.log(JSON.stringify(times));
}
