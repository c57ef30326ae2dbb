import { expect, test } from 'vitest';
import { features, featuresPage, isStale } from '../../scripts/features/page.ts';
import { tested } from '../../scripts/features/tested.ts';
import { requestTexts } from '../../scripts/features/texts.ts';

const all = features();

test('the matrix is as `npm run generate` writes it', () => {
  expect(isStale(featuresPage(all))).toBe(false);
});

test('what is served, taken in or sent is tested, and of what is not served nothing is told', () => {
  const { requests, taken, sent } = all;
  expect([...requests, ...taken, ...sent].filter(({ tests }) => tests.length === 0)).toEqual([]);
  expect(Object.keys(requestTexts).sort()).toEqual(requests.map(({ name }) => name).sort());
});

test('some are served only to those who can make use of them', () => {
  const conditional = all.requests.filter(({ when }) => when !== 'always').map(({ name }) => name);
  expect(conditional).toEqual([
    'codeAction/resolve',
    'textDocument/diagnostic',
    'textDocument/prepareRename',
    'workspace/diagnostic',
  ]);
});

test('a test is found by the method, a helper of its client, a type of the protocol, and the command of VS Code', () => {
  const testsOf = tested();
  expect(testsOf('textDocument/formatting')).toContain('test/lsp/formatting.test.ts');
  expect(testsOf('textDocument/hover')).toEqual(
    expect.arrayContaining(['test/lsp/hover.test.ts', 'test/vscode/suite/manifest.ts']),
  );
  expect(testsOf('textDocument/publishDiagnostics')).toContain('test/lsp/diagnostics.test.ts');
  expect(testsOf('textDocument/willSaveWaitUntil')).toEqual([]);
});
