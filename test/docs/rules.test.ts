import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { diff } from '../../scripts/rules/diff.ts';
import { pageFolder, pages, staleIn, writeTo } from '../../scripts/rules/pages.ts';
import { failingExample, isConstraint, passingExample, studies } from '../../scripts/rules/study.ts';
import { type Coverage, coverageOf } from '../../scripts/rules/table.ts';
import { ruleIds } from '../../server/src/rules/index.ts';

const all = studies();
const wanted = pages(all);

test('every rule has a page, and all are as `npm run generate` writes them', () => {
  const files = ['README.md', ...ruleIds.map(id => `${id}.md`)];
  const translated = files.map(file => `zh-cn/${file}`);
  expect([...wanted.keys()].sort()).toEqual([...files, 'rules.json', ...translated].sort());
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

/** What no case can show. */
const uncovered: Readonly<Record<string, readonly (keyof Coverage)[]>> = {
  // Every operation counts, whatever it uses.
  'create-concurrency': ['inherited', 'unknown'],
  'replicate-concurrency': ['inherited', 'unknown'],
  // What it counts is nothing that a single operation leaves behind.
  'create-image-quota': ['inherited'],
  // No operation makes a server of which the data disks are known.
  'create-data-disk-capacity': ['inherited'],
};

test.each(all.flatMap(({ rule, cases }) => (isConstraint(rule) ? [[rule.id, rule, cases] as const] : [])))(
  '%s is violated and holds, by facts that are written, inherited and unknown',
  (id, rule, cases) => {
    const gaps = Object.entries(coverageOf(rule, cases)).flatMap(([what, count]) => (count === 0 ? [what] : []));
    expect(gaps).toEqual(uncovered[id] ?? []);
  },
);

test('a page that is missing, changed or left over is stale', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ims-pages-'));
  try {
    const wanted = new Map([
      ['a.md', 'a\n'],
      ['b.md', 'b\n'],
      ['c.md', 'c\n'],
      ['zh-cn/a.md', 'a\n'],
    ]);
    writeFileSync(join(folder, 'a.md'), 'a\r\n');
    writeFileSync(join(folder, 'b.md'), 'old\n');
    writeFileSync(join(folder, 'd.md'), 'd\n');
    expect(staleIn(folder, wanted)).toEqual(['b.md', 'c.md', 'd.md', 'zh-cn/a.md']);
    writeTo(folder, wanted);
    expect(staleIn(folder, wanted)).toEqual([]);
    expect(staleIn(join(folder, 'nowhere'), wanted)).toEqual(['a.md', 'b.md', 'c.md', 'zh-cn/a.md']);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

const codeBlocks = (text: string): string => (text.match(/^```[\s\S]*?^```$/gm) ?? []).join('\n');

test.each(all.map(({ rule }) => rule.id))('the pages of %s differ in language alone, and lead to pages', id => {
  const [english, chinese] = [wanted.get(`${id}.md`) ?? '', wanted.get(`zh-cn/${id}.md`) ?? ''];
  expect(codeBlocks(chinese).replaceAll('-- 理由', '-- the reason')).toBe(codeBlocks(english));
  const told = (text: string): string => text.replace(/^```[\s\S]*?^```$/gm, '').replace(/`[^`\n]*`/g, '');
  expect(told(english).replace('[简体中文]', '')).not.toMatch(/\p{Script=Han}/u);
  for (const [file, text] of [[`${id}.md`, english] as const, [`zh-cn/${id}.md`, chinese] as const]) {
    for (const [, target = ''] of told(text).matchAll(/\]\((?!https:)([^)]+)\)/g)) {
      expect(wanted.has(join(file, '..', target)), `${file}: ${target}`).toBe(true);
    }
  }
});

test('a diff keeps the lines that both texts have', () => {
  expect(diff('a\nb\n\nc\n', 'a\nx\ny\n\nc\nd\n')).toEqual(['  a', '- b', '+ x', '+ y', '', '  c', '+ d']);
  expect(diff('a\n', 'a\n')).toEqual(['  a']);
});
