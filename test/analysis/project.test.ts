import { describe, expect, test } from 'vitest';
import { defaultSettings } from '../../server/src/analysis/analysis.ts';
import { readProject, withProject } from '../../server/src/analysis/project.ts';
import { ProjectAnalysis } from '../../server/src/analysis/projectAnalysis.ts';

describe('what a project file says', () => {
  test.each([
    ['rules: { tag-limit: OFF, export-size: "hint" }\n', { 'tag-limit': 'off', 'export-size': 'hint' }, undefined],
    ['rules: { tag-limit: loud, nothing: off, export-size: off }\n', { 'export-size': 'off' }, undefined],
    ['normalExportRegions: []\n', {}, []],
    ['normalExportRegions: [cn-south-1, CN North-Beijing4, [x]]\n', {}, ['cn-south-1', 'cn-north-4']],
    ['normalExportRegions: cn-south-1\n', {}, undefined],
    [
      'rules:\n  tag-limit: &o off\n  share-encrypted: *o\n',
      { 'tag-limit': 'off', 'share-encrypted': 'off' },
      undefined,
    ],
    ['rules: { share-encrypted: *o, tag-limit: &o off }\n', { 'tag-limit': 'off' }, undefined],
    ['<<: &a { rules: { tag-limit: off } }\nnormalExportRegions: []\n', { 'tag-limit': 'off' }, []],
    ['a: &a { rules: { tag-limit: off } }\n<<: *a\n', { 'tag-limit': 'off' }, undefined],
    ['a: &r [cn-south-1]\nnormalExportRegions: *r\n', {}, ['cn-south-1']],
    ['', {}, undefined],
  ])('%j', (text, rules, normalExportRegions) => {
    expect(readProject(text)).toMatchObject({ rules, normalExportRegions });
  });

  test('it wins over what else is set, key by key', () => {
    const settings = {
      rules: { 'tag-limit': 'off', 'export-size': 'hint' },
      normalExportRegions: ['cn-east-3'],
    } as const;
    expect(withProject(settings, readProject('rules: { tag-limit: error }\n'))).toEqual({
      rules: { 'tag-limit': 'error', 'export-size': 'hint' },
      normalExportRegions: ['cn-east-3'],
    });
    expect(withProject(settings, readProject('normalExportRegions: []\n')).normalExportRegions).toEqual([]);
    expect(withProject(defaultSettings, undefined)).toEqual(defaultSettings);
  });
});

describe('the fixes of a project file', () => {
  const fixed = (text: string): string[] => {
    const analysis = new ProjectAnalysis(text);
    return analysis
      .findings()
      .flatMap(finding => analysis.fixes(finding))
      .map(({ changes }) => {
        const copy = new ProjectAnalysis(text);
        for (const change of [...changes].reverse()) copy.edit(change);
        return copy.document.text;
      });
  };

  test.each([
    ['rule:\n  tag-limit: of # why\n', ['rules:\n  tag-limit: of # why\n']],
    ['rules:\r\n    tag-limit: of # why\r\n', ['rules:\r\n    tag-limit: off # why\r\n']],
    ['rules: { "tag-limt": off }', ['rules: { "tag-limit": off }']],
    ['normalExportRegions:\n- CN South-Guangzhou\n', ['normalExportRegions:\n- cn-south-1\n']],
    ['rules: { nothing: off }\n', []],
    ['rules: [', []],
  ])('%j', (text, results) => {
    expect(fixed(text)).toEqual(results);
  });
});

test.each([
  ['rules:\n  tag-limit: &o off\n  share-encrypted: *o\n', []],
  ['rules:\n  share-encrypted: *o\n  tag-limit: &o off\n', ['unknown-reference']],
])('an anchor is known to the aliases behind it: %j', (text, rules) => {
  expect(readProject(text).findings.map(({ rule }) => rule)).toEqual(rules);
});

test('an edit is read anew, and the text is the same as if it had been so from the start', () => {
  const analysis = new ProjectAnalysis('rules:\n  tag-limit: of\n');
  expect(analysis.findings().map(({ rule }) => rule)).toEqual(['invalid-value']);
  analysis.edit({ start: 22, end: 22, text: 'f' });
  expect(analysis.findings()).toEqual([]);
  analysis.edit({ start: 0, end: 0, text: 'images:\n- a\n' });
  expect(analysis.slot.segment.text).toBe('images:\n- a\nrules:\n  tag-limit: off\n');
  expect(analysis.findings().map(({ place }) => analysis.rangeOf(place))).toEqual([{ start: 0, end: 6 }]);
});
