import { expect, test } from 'vitest';
import { casesOf, ruleIds, samples } from '../rules/cases.ts';
import { fuzz } from './fuzz.ts';
import { yamlTexts } from './texts.ts';

const start = [
  ...(['good', 'bad'] as const).flatMap(kind => samples(kind).map(({ text }) => text)),
  ...ruleIds.flatMap(rule => casesOf(rule)),
  ...yamlTexts.map(([, text]) => text).filter((_, i) => i % 10 === 0),
].filter(text => text.length < 2500);

const seconds = Number(process.env.FUZZ_SECONDS ?? 60);
// The same in every run of all tests: one that fails has to do with what has changed.
const seed = Number(process.env.FUZZ_SEED ?? 1);

test('random edits lead to nothing wrong', { timeout: (seconds + 600) * 1000 }, async () => {
  console.log(`fuzzing for ${seconds} s, seed ${seed}`);
  const { runs, corpus, ways, found } = await fuzz(start, seconds, seed);
  console.log(`${runs} texts, ${corpus - start.length} of them kept to go on with; ${ways} ways through functions`);
  expect(Object.fromEntries(found)).toEqual({});
});
