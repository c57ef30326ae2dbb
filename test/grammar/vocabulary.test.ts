import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { actions, commonKeys, regions, shapes } from '../../server/src/model/vocabulary/index.ts';

interface Rule {
  readonly match: string;
}

const { repository } = JSON.parse(readFileSync('syntaxes/ims-manifest.tmLanguage.json', 'utf8')) as {
  repository: { action: Rule; key: { patterns: [Rule, Rule] } };
};
const { action } = repository;
const [key, region] = repository.key.patterns;

/** The words that a pattern lists in its second group, after the opening quote. */
function words({ match }: Rule): string[] {
  return (/\(([\w|-]+)\)/.exec(match)?.[1] ?? '').split('|').sort();
}

describe('the grammar knows the vocabulary, and no more', () => {
  it('actions', () => {
    expect(words(action)).toEqual(Object.keys(actions).sort());
  });

  it('keys', () => {
    const maps = [commonKeys, ...[...Object.values(actions), ...Object.values(shapes)].map(({ keys }) => keys)];
    const known = new Set(['action', 'parallel', ...maps.flatMap(keys => Object.keys(keys))]);
    expect(words(key)).toEqual([...known].sort());
  });

  it.each(regions.map(({ id }) => id))('region %s', id => {
    expect(id).toMatch(new RegExp(`^(?:${region.match})`));
  });
});
