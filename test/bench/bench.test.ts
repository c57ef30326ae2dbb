import { expect, test } from 'vitest';
import { Analysis } from '../../server/src/analysis/analysis.ts';
import { formats } from './format.mjs';
import { generate } from './manifest.mjs';
import { burstInReference, cyclesOf } from './scenarios.mjs';

const size = 2000;

const cases: Record<string, { few: boolean; findings: number }> = {
  'a tenth of the operations violates a constraint': { few: false, findings: size / 10 },
  'three operations violate a constraint': { few: true, findings: 3 },
};

for (const [name, { few, findings }] of Object.entries(cases)) {
  test(`of a generated manifest, ${name}`, () => {
    const text = generate(size, { few });
    expect(text.match(/- action: /g)).toHaveLength(size);
    expect(text.length / size).toBeGreaterThan(250);
    expect(text.length / size).toBeLessThan(350);
    expect(new Analysis(text).findings()).toHaveLength(findings);
  });
}

test('1,000 operations read what the first image is, and 125 of them say so', () => {
  const text = generate(size, { few: true });
  const analysis = new Analysis(text);
  const at = text.indexOf('encrypted: false') + 'encrypted: '.length;
  const before = { ...analysis.work() };
  analysis.edit({ start: at, end: at + 'false'.length, text: 'true' });
  expect(analysis.work().evaluated - before.evaluated).toBeGreaterThanOrEqual(1000);
  expect(analysis.findings()).toHaveLength(3 + 125);
});

test.each(Object.entries(formats))('what is typed into %s changes it, and leaves it as it was', (_, format) => {
  const text = format.textOf(generate(100));
  for (const { id, steps } of cyclesOf(text, format)) {
    let typed = text;
    for (const { change, state } of steps) {
      typed = changed(typed, change);
      expect({ id, isOriginal: typed === text }).toEqual({ id, isOriginal: state === 0 });
    }
  }
});

test('each key of a burst in a reference changes what is told', () => {
  const text = generate(100, { few: true });
  const { keys, undo, typed } = burstInReference(text, formats.yaml);
  const texts = [text];
  for (const { change } of keys) texts.push(changed(texts.at(-1) ?? '', change));
  expect(texts.at(-1)).toBe(typed);
  expect(changed(typed, undo.change)).toBe(text);
  const told = texts.map(text => JSON.stringify(new Analysis(text).findings().map(({ message }) => message)));
  expect(new Set(told).size).toBe(texts.length);
});

type Step = ReturnType<typeof cyclesOf>[number]['steps'][number];

function changed(text: string, { range: { start, end }, text: added }: Step['change']): string {
  const lines = text.split('\n');
  const head = lines.slice(0, start.line).concat(lines[start.line]?.slice(0, start.character) ?? '');
  const tail = [lines[end.line]?.slice(end.character) ?? '', ...lines.slice(end.line + 1)];
  return head.join('\n') + added + tail.join('\n');
}
