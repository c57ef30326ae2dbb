import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ProjectAnalysis } from '../../server/src/analysis/projectAnalysis.ts';
import { completeProject } from '../../server/src/features/project/completion.ts';
import { hoverProject } from '../../server/src/features/project/hover.ts';
import type { Language } from '../../server/src/localized.ts';
import { regions, wordLists } from '../../server/src/model/vocabulary/index.ts';
import { rulePage } from '../../server/src/rulePage.ts';
import { ruleIds } from '../../server/src/rules/index.ts';

const mark = '‸';

/** A project file with a mark, and what is found there. */
function at(marked: string): { readonly text: string; readonly analysis: ProjectAnalysis; readonly offset: number } {
  const text = marked.replace(mark, '');
  return { text, analysis: new ProjectAnalysis(text), offset: marked.indexOf(mark) };
}

describe('hover', () => {
  function check(
    language: Language,
    cases: readonly (readonly [text: string, over: string, ...says: string[]])[],
  ): void {
    test.each(cases)('over %j', (marked, over, ...says) => {
      const { text, analysis, offset } = at(marked);
      const told = hoverProject(analysis, offset, language);
      expect(told && text.slice(told.start, told.end)).toBe(over);
      expect(told?.contents.split('\n\n')).toEqual(says);
    });
  }

  const rule = (id: string): string => `[\`${id}\`](${rulePage(id)})`;

  check('en', [
    [
      'ru‸les: {}\n',
      'rules',
      '**rules**',
      'The severity of a rule where it is not the rule’s own; `off` turns the rule off.',
      'Value: a map of keys and values',
    ],
    [
      'normalExportRegions‸: []\n',
      'normalExportRegions',
      '**normalExportRegions**',
      'Regions in which images above 128 GB can be exported without fast export.',
      'Value: a list',
    ],
    [
      'rules:\n  export-‸size: off\n',
      'export-size',
      '**export-size**',
      'An image of 1 TB or more cannot be exported.',
      rule('export-size'),
    ],
    ['rules: { "export-size": of‸f }\n', 'off', '`off`', 'The rule is turned off.'],
    ['rules: { export-size: OF‸F }\n', 'OFF', '`OFF` = `off`', 'The rule is turned off.'],
    [
      'normalExportRegions:\n- ‸cn-south-1\n',
      'cn-south-1',
      '**CN South-Guangzhou** · `cn-south-1`',
      `Images of up to 300 GB can be replicated from here to another region: ${rule('replicate-size')}`,
    ],
    // Broken above: the rest can still be told.
    [
      'rules:\n  tag\n  export-size: warn‸ing\n',
      'warning',
      '`warning`',
      'Likely to be wrong, or against a recommendation.',
    ],
  ]);

  check('zh', [
    [
      'ru‸les: {}\n',
      'rules',
      '**rules**',
      '规则的严重程度，未填写时使用规则自身的严重程度；`off` 表示关闭该规则。',
      '取值：由键和值组成的映射',
    ],
  ]);

  test.each([
    'other‸: 1\n',
    'rules: { nothing‸: off }\n',
    'rules: { export-size: ‸loud }\n',
    '# rules‸\n',
    '‸',
    '- ‸a\n',
    'rules: ‸off\n',
    'rules: { a: [o‸ff] }\n',
  ])('nothing to say about %j', marked => {
    const { analysis, offset } = at(marked);
    expect(hoverProject(analysis, offset, 'en')).toBeUndefined();
  });
});

describe('completion', () => {
  const severities = wordLists.severity.words.map(({ word }) => word);
  const regionIds = regions.map(({ id }) => id);
  const except = (all: readonly string[], ...some: string[]): string[] => all.filter(one => !some.includes(one));

  const offered = (marked: string): string[] => {
    const { analysis, offset } = at(marked);
    return completeProject(analysis, offset, 'en').items.map(({ label }) => label);
  };

  test.each<[marked: string, labels: readonly string[]]>([
    ['‸', ['rules', 'normalExportRegions']],
    ['ru‸', ['rules', 'normalExportRegions']],
    ['# settings\n\n‸', ['rules', 'normalExportRegions']],
    ['‸\nnormalExportRegions: []\n', ['rules']],
    ['rules: {}\nn‸', ['normalExportRegions']],
    ['rules:\n  tag-limit: off\n‸\n', ['normalExportRegions']],
    ['{ "‸" }', ['rules', 'normalExportRegions']],
    ['{ rules: {}, ‸', ['normalExportRegions']],
    ['{"rules":{"‸":""}}', ruleIds],
    ['{"rules":{"tag-limit":"‸"}}', severities],
    ['rules:\n  ‸', ruleIds],
    ['rules:\n  ‸\n  tag-limit: off\n', except(ruleIds, 'tag-limit')],
    ['rules:\n  tag-limit: off\n  expo‸\n\nnormalExportRegions: []\n', except(ruleIds, 'tag-limit')],
    ['rules:\r\n  tag-limit: off\r\n  expo‸\r\n', except(ruleIds, 'tag-limit')],
    ['rules:\n    tag-limit: off\n    expo‸rt: warning\n', except(ruleIds, 'tag-limit')],
    ['rules: { tag-limit: off, exp‸', except(ruleIds, 'tag-limit')],
    ['rules: { exp‸ }\n', ruleIds],
    ['rules: {‸}\n', ruleIds],
    ["rules:\n  '‸\n", ruleIds],
    ['rules:\n  export-size: ‸\n', severities],
    ['rules:\n  export-size: ‸', severities],
    ['rules:\n  export-size: war‸\n  tag-limit: off\n', severities],
    ['rules: { export-size: ‸', severities],
    ['rules: { export-size: "e‸" }', severities],
    ['normalExportRegions:\n  - ‸', regionIds],
    ['normalExportRegions:\n- cn-north-4\n- cn-‸\n', except(regionIds, 'cn-north-4')],
    ['normalExportRegions: [cn-north-4, ‸]', except(regionIds, 'cn-north-4')],
    ['normalExportRegions: [‸', regionIds],
    ['normalExportRegions: [\n  cn-north-4,\n  ‸\n', except(regionIds, 'cn-north-4')],
    ['rules: ‸', []],
    ['rules:\n  export-size: # ‸', []],
    ['# ‸', []],
    ['normalExportRegions: ‸', []],
    ['rules:\n  export-size:‸', []],
    ['other:\n  ‸', []],
    ['other: { a: ‸', []],
    ['rules:\n  - ‸', []],
  ])('at %j', (marked, labels) => {
    expect(offered(marked)).toEqual(labels);
  });

  test('a rule comes with its constraint, its own severity and its page', () => {
    const { analysis, offset } = at('rules:\n  ‸\n');
    const { items } = completeProject(analysis, offset, 'zh');
    expect(items.find(({ label }) => label === 'export-size')).toEqual({
      kind: 'rule',
      label: 'export-size',
      detail: 'error',
      documentation: `**export-size**\n\n1 TB 及以上的镜像不能导出。\n\n[\`export-size\`](${rulePage('export-size', 'zh')})`,
      text: 'export-size: ',
    });
  });

  test('a region comes with its name', () => {
    const { analysis, offset } = at('normalExportRegions: [‸]\n');
    const { items } = completeProject(analysis, offset, 'en');
    expect(items.find(({ label }) => label === 'cn-south-1')).toMatchObject({ detail: 'CN South-Guangzhou' });
  });

  test.each([
    ['ru‸', 'rules', 'rules:'],
    ['ru‸: {}\n', 'rules', 'rules: {}\n'],
    ['rules:\n  exp‸\n', 'export-size', 'rules:\n  export-size: \n'],
    ['rules:\n  exp‸ort-format: off\n', 'export-size', 'rules:\n  export-size: off\n'],
    ['rules: { "exp‸": off }\n', 'export-size', 'rules: { "export-size": off }\n'],
    ['{ "ru‸', 'rules', '{ "rules'],
    ['rules: { tag-limit: w‸arn }\n', 'warning', 'rules: { tag-limit: warning }\n'],
    ['normalExportRegions: [cn-‸]\n', 'cn-north-4', 'normalExportRegions: [cn-north-4]\n'],
  ])('%j with %s becomes %j', (marked, label, result) => {
    const { text, analysis, offset } = at(marked);
    const { start, end, items } = completeProject(analysis, offset, 'en');
    const item = items.find(one => one.label === label);
    expect(text.slice(0, start) + item?.text + text.slice(end)).toBe(result);
  });
});

test('at every place of any text, hover and completion have an answer, within the text', () => {
  const piece = fc.constantFrom(
    ...[
      'rules:',
      'normalExportRegions:',
      ' tag-limit',
      ': off',
      '\n',
      '\n  ',
      '- ',
      '{',
      '}',
      '[',
      ']',
      ', ',
      '"',
      "'",
    ],
    ...['# ', 'cn-north-4', '\t', '\r\n', '&a ', '*a', '|', '---', '\u0000', '\ud800'],
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), pieces => {
      const text = pieces.join('');
      const analysis = new ProjectAnalysis(text);
      for (let offset = 0; offset <= text.length; offset++) {
        const { start, end } = completeProject(analysis, offset, 'en');
        expect(start <= offset && offset <= end && end <= text.length).toBe(true);
        hoverProject(analysis, offset, 'zh');
      }
    }),
  );
});
