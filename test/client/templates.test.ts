import { describe, expect, test } from 'vitest';
import { configTemplate, manifestSnippet } from '../../client/src/templates.ts';
import { Analysis } from '../../server/src/analysis/analysis.ts';
import { readProject } from '../../server/src/analysis/project.ts';
import { format } from '../../server/src/features/format.ts';
import { atOnce } from '../../server/src/steps.ts';

test('a new manifest is sound and formatted as it is', () => {
  const text = manifestSnippet.replace(/\$\{\d:([^}]*)\}|\$0/g, '$1');
  const analysis = new Analysis(text);
  expect(analysis.findings()).toEqual([]);
  expect(atOnce(format(analysis, { start: 0, end: text.length }, 2))).toEqual([]);
});

describe.each(['en', 'zh-cn'])('new project settings in %s', language => {
  test('say nothing yet', () => {
    const { rules, normalExportRegions, findings } = readProject(configTemplate(language));
    expect(findings).toEqual([]);
    expect(rules).toEqual({});
    expect(normalExportRegions ?? []).toEqual([]);
  });

  test('mean something once the examples are no comments', () => {
    const text = configTemplate(language).replace(/^( *)# (?=[\w-]+:(?: |$)| +- )/gm, '$1');
    const { rules, normalExportRegions, findings } = readProject(text);
    expect(findings).toEqual([]);
    expect(rules).toEqual({ 'server-batch': 'off', 'replicate-concurrency': 'hint' });
    expect(normalExportRegions).toEqual(['cn-north-4']);
  });
});
