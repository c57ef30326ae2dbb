import { describe, expect, test } from 'vitest';
import { Analysis, defaultSettings } from '../../server/src/analysis/analysis.ts';
import { complete } from '../../server/src/features/completion/complete.ts';
import { hover } from '../../server/src/features/hover.ts';
import { samples } from '../rules/cases.ts';
import { inventories } from '../support/arbitrary.ts';
import { seen } from '../support/seen.ts';

const texts = (['good', 'bad'] as const).flatMap(kind =>
  samples(kind).map(({ file, text }) => [`${kind}/${file}`, text] as const),
);

const analysisOf = (text: string): Analysis => new Analysis(text, defaultSettings, inventories);

/** Every so many edits, all is compared with what the text is from scratch. */
const step = 50;

/** Every so many edits it is asked where the text is cut; these take most of the time. */
const asked = 7;

function look(analysis: Analysis, offset: number): void {
  analysis.findings();
  if (offset % asked > 0) return;
  const language = offset % 2 === 0 ? 'en' : 'zh';
  hover(analysis, offset, language);
  complete(analysis, offset, language);
}

const offsetsIn = (text: string): number[] => Array.from({ length: text.length }, (_, i) => i);

describe('a sample without its end, character by character', () => {
  test.each(texts)('%s', (_, text) => {
    const analysis = analysisOf(text);
    for (const end of offsetsIn(text).reverse()) {
      analysis.edit({ start: end, end: end + 1, text: '' });
      look(analysis, end);
      if (end % step === 0) expect(seen(analysis)).toEqual(seen(analysisOf(text.slice(0, end))));
    }
    expect(analysis.findings()).toEqual([]);
  });
});

describe('a sample without one of its characters, each in turn', () => {
  test.each(texts)('%s', (_, text) => {
    const analysis = analysisOf(text);
    const whole = seen(analysis);
    for (const start of offsetsIn(text)) {
      analysis.edit({ start, end: start + 1, text: '' });
      look(analysis, start);
      if (start % step === 0) {
        expect(seen(analysis)).toEqual(seen(analysisOf(text.slice(0, start) + text.slice(start + 1))));
      }
      analysis.edit({ start, end: start, text: text.charAt(start) });
    }
    expect(seen(analysis)).toEqual(whole);
  });
});
