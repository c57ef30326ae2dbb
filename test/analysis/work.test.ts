import { expect, test } from 'vitest';
import { Analysis } from '../../server/src/analysis/analysis.ts';
import { generate } from '../bench/manifest.mjs';

const text = generate(10_000);
const analysis = new Analysis(text);
const middle = text.indexOf('cmk_id:', text.length / 2);

const cases: Record<string, { at: number; insert: string; bound: number; evaluated: number }> = {
  'a word in a description': { at: text.indexOf('the projects of', middle), insert: 'x', bound: 1, evaluated: 1 },
  'a key, whose image is shared by the next operation': {
    at: middle,
    insert: 'description: x\n    ',
    bound: 1,
    evaluated: 1,
  },
  'an encryption that the next operation reads': { at: middle + 'cmk_id'.length, insert: 'x', bound: 1, evaluated: 2 },
  'a name that the next operation refers to': {
    at: text.lastIndexOf('name: nightly', middle) + 'name: '.length,
    insert: 'x',
    bound: 1,
    evaluated: 2,
  },
  'a top-level key being typed': { at: text.indexOf('operations:'), insert: 'i\n', bound: 1, evaluated: 0 },
  'an item being typed': { at: text.lastIndexOf('  - action', middle), insert: '  - \n', bound: 1, evaluated: 0 },
};

for (const [name, { at, insert, bound, evaluated }] of Object.entries(cases)) {
  test(`an edit in the middle of 10,000 operations costs what it touches: ${name}`, () => {
    const before = { ...analysis.work() };
    analysis.edit({ start: at, end: at, text: insert });
    const after = analysis.work();
    expect(after.bound - before.bound).toBe(bound);
    expect(after.evaluated - before.evaluated).toBe(evaluated);
    analysis.edit({ start: at, end: at + insert.length, text: '' });
    expect(analysis.document.text).toBe(text);
  });
}
