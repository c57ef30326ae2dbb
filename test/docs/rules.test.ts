import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { diff } from '../../scripts/rules/diff.ts';
import { pageFolder, pages, staleIn, writeTo } from '../../scripts/rules/pages.ts';
import { failingExample, passingExample, studies } from '../../scripts/rules/study.ts';
import { ruleIds } from '../../server/src/rules/index.ts';

const all = studies();

test('every rule has a page, and all are as `npm run generate` writes them', () => {
  const wanted = pages(all);
  expect([...wanted.keys()].sort()).toEqual(['README.md', ...ruleIds.map(id => `${id}.md`)]);
  expect(staleIn(pageFolder, wanted)).toEqual([]);
});

test.each(all.map(study => [study.rule.id, study] as const))(
  '%s has cases, one that fails and one that passes',
  (_, study) => {
    expect(study.cases).not.toEqual([]);
    expect(failingExample(study)).toBeDefined();
    expect(passingExample(study)).toBeDefined();
  },
);

test('a page that is missing, changed or left over is stale', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ims-pages-'));
  try {
    const wanted = new Map([
      ['a.md', 'a\n'],
      ['b.md', 'b\n'],
      ['c.md', 'c\n'],
    ]);
    writeFileSync(join(folder, 'a.md'), 'a\r\n');
    writeFileSync(join(folder, 'b.md'), 'old\n');
    writeFileSync(join(folder, 'd.md'), 'd\n');
    expect(staleIn(folder, wanted)).toEqual(['b.md', 'c.md', 'd.md']);
    writeTo(folder, wanted);
    expect(staleIn(folder, wanted)).toEqual([]);
    expect(staleIn(join(folder, 'nowhere'), wanted)).toEqual(['a.md', 'b.md', 'c.md']);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('a diff keeps the lines that both texts have', () => {
  expect(diff('a\nb\n\nc\n', 'a\nx\ny\n\nc\nd\n')).toEqual(['  a', '- b', '+ x', '+ y', '', '  c', '+ d']);
  expect(diff('a\n', 'a\n')).toEqual(['  a']);
});
