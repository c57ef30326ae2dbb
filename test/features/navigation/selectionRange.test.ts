import { expect, test } from 'vitest';
import { Analysis } from '../../../server/src/analysis/analysis.ts';
import { selections } from '../../../server/src/features/navigation/selectionRange.ts';
import { marked } from './marks.ts';

/** Where the selections begin, and what they come to. */
const steps: Readonly<Record<string, readonly [source: string, ...selections: string[]]>> = {
  'word, value, pair, operation, item, section, text': [
    'region: r\noperations:\n  - action: publish\n    image: "gol‸den-1"\n',
    'golden',
    'golden-1',
    '"golden-1"',
    'image: "golden-1"',
    'action: publish\n    image: "golden-1"',
    '- action: publish\n    image: "golden-1"',
    'operations:\n  - action: publish\n    image: "golden-1"\n',
    'region: r\noperations:\n  - action: publish\n    image: "golden-1"\n',
  ],
  'a key': [
    'images:\n  a: { ty‸pe: iso }\n',
    'type',
    'type: iso',
    '{ type: iso }',
    'a: { type: iso }',
    'images:\n  a: { type: iso }\n',
  ],
  'between manifests': [
    'region: a\n---\nregion: ‸b\n',
    'b',
    'region: b',
    'region: b\n',
    '---\nregion: b\n',
    'region: a\n---\nregion: b\n',
  ],
  'an empty line': ['region: a\n‸\nimages: {}\n', 'region: a\n\n', 'region: a\n\nimages: {}\n'],
  'an empty text': ['‸', ''],
};

test.each(Object.entries(steps))('selections grow: %s', (_, [source, ...expected]) => {
  const { text, cursor } = marked(source);
  const found = selections(new Analysis(text), cursor);
  expect(found.map(({ start, end }) => text.slice(start, end))).toEqual(expected);
});
