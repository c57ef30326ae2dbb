// What it takes only to read a text, in a process of its own.
// usage: parse.cjs yaml | json <file> <seconds>: prints the times of reading it, the first one first
//        parse.cjs tree <folder> <threads>: reads all its files
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isMainThread, Worker, workerData } from 'node:worker_threads';
import { parseDocument } from 'yaml';

const parse = {
  yaml: text => parseDocument(text, { prettyErrors: false, uniqueKeys: false }),
  json: JSON.parse,
};

if (isMainThread) main(...process.argv.slice(2));
else readAll(workerData);

function main(how, path, number) {
  if (how === 'tree') readTree(path, Number(number));
  else console.log(JSON.stringify(timesOf(parse[how], readFileSync(path, 'utf8'), Number(number))));
}

function readTree(folder, threads) {
  const files = readdirSync(folder).map(name => join(folder, name));
  if (threads === 1) return readAll(files);
  for (let thread = 0; thread < threads; thread++) {
    new Worker(__filename, { workerData: files.filter((_, i) => i % threads === thread) });
  }
}

function readAll(files) {
  for (const file of files) parse.yaml(readFileSync(file, 'utf8'));
}

function timesOf(read, text, seconds) {
  const times = [];
  const end = performance.now() + seconds * 1000;
  do {
    const start = performance.now();
    read(text);
    times.push(performance.now() - start);
  } while (performance.now() < end && times.length < 200);
  return times;
}
