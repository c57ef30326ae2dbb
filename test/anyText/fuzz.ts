import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { Coverage } from './coverage.ts';
import { editsOf, oneOf, randomFrom } from './mutate.ts';
import { startHere } from './server.ts';
import { shrunk } from './shrink.ts';
import { type Typed, textOf, wrongWith } from './wrong.ts';

/** Where texts are kept that something was wrong with. */
export const foundFolder = 'test/anyText/found';

interface Fuzzed {
  readonly runs: number;
  /** How many texts led to something new, those at the start among them. */
  readonly corpus: number;
  /** How many ways through functions have been taken. */
  readonly ways: number;
  /** What was wrong, by the file that the text is kept in. */
  readonly found: ReadonlyMap<string, readonly string[]>;
}

/** Longer texts are not edited further. */
const longest = 8000;

/** Edits texts at random for a time, those further that lead the product to run in new ways. */
export async function fuzz(start: readonly string[], seconds: number, seed: number): Promise<Fuzzed> {
  const servers = await Promise.all([startHere('en'), startHere('zh')]);
  const random = randomFrom(seed);
  const corpus = [...start];
  const coverage = new Coverage();
  const found = new Map<string, readonly string[]>();
  const kinds = new Set<string>();
  await coverage.start();
  let runs = 0;
  for (const end = Date.now() + seconds * 1000; Date.now() < end; runs++) {
    const server = oneOf(random, servers);
    const parts = [random()];
    // New texts are the more likely to lead on.
    const text = oneOf(random, random() < 0.5 ? corpus : corpus.slice(-200));
    const typed: Typed = { text, edits: editsOf(random, text, corpus) };
    const wrong = await wrongWith(server, typed, parts);
    const [first] = wrong;
    if (first !== undefined && !kinds.has(kindOf(first))) {
      kinds.add(kindOf(first));
      const least = await shrunk(typed, async smaller =>
        (await wrongWith(server, smaller, parts)).some(what => kindOf(what) === kindOf(first)),
      );
      found.set(keep(least, parts), wrong);
    }
    const now = textOf(typed);
    if ((await coverage.grows()) && now.length < longest) corpus.push(now);
  }
  coverage.stop();
  return { runs, corpus: corpus.length, ways: coverage.size, found };
}

/** What is the same defect, as far as can be told. */
const kindOf = (what: string): string => what.replace(/\d+/g, '').slice(0, 60);

/** Keeps a text as a test that is replayed from now on. */
function keep(typed: Typed, parts: readonly number[]): string {
  const content = `${JSON.stringify({ ...typed, parts }, undefined, 2)}\n`;
  const file = `${foundFolder}/${createHash('sha256').update(content).digest('hex').slice(0, 8)}.json`;
  mkdirSync(foundFolder, { recursive: true });
  writeFileSync(file, content);
  return file;
}
