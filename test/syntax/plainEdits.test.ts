import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { split, startState } from '../../server/src/syntax/split.ts';
import { edits, manifestText } from '../support/arbitrary.ts';
import { isPlain } from './isPlain.ts';

const samples = ['good', 'bad'].flatMap(folder =>
  readdirSync(`samples/${folder}`).map(file => readFileSync(`samples/${folder}/${file}`, 'utf8')),
);

const pieces = (text: string): string[] => split(text, startState).segments.map(segment => segment.text);

test('what is read as plain says what yaml makes of it: manifests, edited anywhere', () => {
  let plain = 0;
  fc.assert(
    fc.property(fc.oneof(manifestText, fc.constantFrom(...samples)), edits, (start, script) => {
      let text = start;
      for (const { at, remove, insert } of script) {
        const from = Math.floor(at * (text.length + 1));
        text = text.slice(0, from) + insert + text.slice(from + remove);
        for (const piece of [text, ...pieces(text)]) if (isPlain(piece)) plain++;
      }
    }),
    { numRuns: 1500 },
  );
  expect(plain).toBeGreaterThan(1000);
}, 300_000);
