import { expect, test } from 'vitest';
import { readProject } from '../../server/src/analysis/project.ts';
import { withSeverity } from '../../server/src/analysis/projectEdit.ts';
import { applied } from '../support/apply.ts';

const cases: Record<string, readonly [text: string, expected: string | undefined]> = {
  'a new file': ['', 'rules:\n  tag-limit: off\n'],
  'only comments': ['# ours\n', '# ours\nrules:\n  tag-limit: off\n'],
  'no rules yet': [
    '# ours\nnormalExportRegions: [cn-north-4] # agreed',
    '# ours\nnormalExportRegions: [cn-north-4] # agreed\nrules:\n  tag-limit: off\n',
  ],
  'another rule, and more below': [
    'rules:\r\n    share-region: warning # why\r\n\r\nnormalExportRegions: []\r\n',
    'rules:\r\n    share-region: warning # why\r\n    tag-limit: off\r\n\r\nnormalExportRegions: []\r\n',
  ],
  'the rule itself': ['rules:\n  tag-limit: "warning" # why\n', 'rules:\n  tag-limit: off # why\n'],
  'in flow style': ['rules: { share-region: hint }\n', 'rules: { share-region: hint, tag-limit: off }\n'],
  'all in flow style': [
    '{ "normalExportRegions": [] }\n',
    '{ "normalExportRegions": [], "rules": {"tag-limit": "off"} }\n',
  ],
  'an empty key': ['rules:\nnormalExportRegions: []\n', 'rules:\n  tag-limit: off\nnormalExportRegions: []\n'],
  'an empty key at the end': ['rules: # ours', 'rules: # ours\n  tag-limit: off'],
  'an empty key with examples below': [
    'rules:\r\n    # server-batch: off\r\n    # share-region: hint\r\n\r\n# normalExportRegions: []\r\n',
    'rules:\r\n    tag-limit: off\r\n    # server-batch: off\r\n    # share-region: hint\r\n\r\n# normalExportRegions: []\r\n',
  ],
  'an empty key in flow style': ['{ rules: }\n', '{ rules: { tag-limit: off } }\n'],
  'a list of rules': ['rules:\n  - share-status: off\n', undefined],
  'one word for all rules': ['rules: off\n', undefined],
  'rules by an alias': ['x: &a { share-region: off }\nrules: *a\n', undefined],
  'rules by a merge': ['<<: { rules: { share-region: off } }\n', undefined],
  'a merge in the rules': [
    'rules:\n  <<: &a { share-region: off }\n',
    'rules:\n  <<: &a { share-region: off }\n  tag-limit: off\n',
  ],
  'a severity that another rule has by an alias': ['rules:\n  tag-limit: &a warning\n  share-region: *a\n', undefined],
  'a severity by an alias': [
    'rules:\n  share-region: &a off\n  export-size: &b hint\n  tag-limit: *b\n',
    'rules:\n  share-region: &a off\n  export-size: &b hint\n  tag-limit: off\n',
  ],
  'broken YAML': ['rules: "\n', undefined],
  'a list': ['- rules\n', undefined],
};

test.each(Object.entries(cases))('a severity in a project file: %s', (_, [text, expected]) => {
  const changes = withSeverity(text, 'tag-limit', 'off');
  if (changes === undefined) {
    expect(expected).toBeUndefined();
    return;
  }
  const after = applied(text, changes);
  expect(after).toBe(expected);
  expect(readProject(after).rules['tag-limit']).toBe('off');
  expect(applied(after, withSeverity(after, 'tag-limit', 'off') ?? [])).toBe(after);
});
