import { expect, test, vi } from 'vitest';
import { Analysis } from '../../server/src/analysis/analysis.ts';
import { Charges } from '../../server/src/analysis/charges.ts';
import type { ActionName } from '../../server/src/model/vocabulary/index.ts';
import { constraintRules } from '../../server/src/rules/index.ts';
import type { TextChange } from '../../server/src/syntax/document.ts';
import { generate } from '../bench/manifest.mjs';

/** What is done, counted where it is done: segments parsed, bytes scanned, rules run. */
const work = vi.hoisted(() => ({ parsed: 0, scanned: 0, rules: 0 }));

vi.mock(import('../../server/src/syntax/parse.ts'), async original => {
  const parse = await original();
  return {
    ...parse,
    parseSegment: text => {
      work.parsed++;
      work.scanned += text.length;
      return parse.parseSegment(text);
    },
  };
});

vi.mock(import('../../server/src/syntax/split.ts'), async original => {
  const cut = await original();
  return {
    ...cut,
    split: (text, before) => {
      work.scanned += text.length;
      return cut.split(text, before);
    },
    hasFarReach: text => {
      work.scanned += text.length;
      return cut.hasFarReach(text);
    },
  };
});

const text = generate(10_000);
const tenOperations = 3_000;
const analysis = new Analysis(text);
for (const rule of constraintRules) {
  const violated = rule.violated.bind(rule);
  vi.spyOn(rule, 'violated').mockImplementation((...args) => {
    work.rules++;
    return violated(...args);
  });
}

const middle = text.indexOf('cmk_id:', text.length / 2);
const word = text.indexOf('the projects of', middle);
const name = text.lastIndexOf('name: nightly', middle) + 'name: '.length;
const capacity = text.indexOf('min_disk: 40 GB') + 'min_disk: '.length;
const flag = text.indexOf('encrypted: false') + 'encrypted: '.length;
const section = text.indexOf('\noperations:');
const item = text.indexOf('  - action: share', middle);
const nextItem = text.indexOf('  - action', item + 1);
const tag = '  - action: tag\n    image: golden-0\n    tags: { a: b }\n';

const typed = (at: number, text: string): TextChange => ({ start: at, end: at, text });
const replaced = (at: number, old: string, text: string): TextChange => ({ start: at, end: at + old.length, text });
const keyByKey = (at: number, word: string): TextChange[] => Array.from(word, (key, i) => typed(at + i, key));

const image: readonly ActionName[] = ['import-system-disk-image', 'share'];
const thousand = Array.from({ length: 125 }, (): readonly ActionName[] => [
  'create-servers',
  'create-system-disk-image',
  'replicate',
  'export',
  'share',
  'tag',
  'change-os',
  'share',
]).flat();

interface Case {
  readonly given?: readonly TextChange[];
  /** One after another, each in one segment. */
  readonly edits: readonly TextChange[];
  /** The operations that the facts of that segment reach. */
  readonly reached: readonly ActionName[];
}

const cases: Record<string, Case> = {
  'a key in a description': { edits: [typed(word, 'x')], reached: ['share'] },
  'a quote opened, and closed': { edits: [typed(word, '"'), replaced(word, '"', '')], reached: ['share'] },
  'a key, whose image is shared by the next operation': {
    edits: [typed(middle, 'description: x\n    ')],
    reached: ['import-system-disk-image'],
  },
  'an encryption that the next operation reads': { edits: [typed(middle + 'cmk_id'.length, 'x')], reached: image },
  'a name that the next operation refers to': { edits: [typed(name, 'x')], reached: image },
  'a capacity that 1,000 operations read': { edits: [replaced(capacity, '40', '41')], reached: thousand },
  'an encryption that 1,000 operations read': { edits: [replaced(flag, 'false', 'true')], reached: thousand },
  'a new top-level key': { edits: keyByKey(section, 'backups: {}'), reached: [] },
  'an item being typed': { edits: [typed(item, '  - \n')], reached: [] },
  'an operation added': {
    edits: [typed(item, tag)],
    reached: ['tag'],
  },
  'an operation removed, of an image that one other has to do with': {
    edits: [{ start: item, end: nextItem, text: '' }],
    reached: ['import-system-disk-image'],
  },
  'an operation removed, of an image that only others far before it have to do with': {
    given: [typed(item, tag)],
    edits: [replaced(item, tag, '')],
    reached: [],
  },
};

for (const [name, { given = [], edits, reached }] of Object.entries(cases)) {
  test(`an edit in the middle of 10,000 operations costs what it touches: ${name}`, () => {
    const rules = reached.flatMap(action => constraintRules.filter(({ actions }) => actions.includes(action))).length;
    const undoing: TextChange[] = [];
    const edited = (edit: TextChange): void => {
      const { start, end } = edit;
      undoing.unshift({ start, end: start + edit.text.length, text: analysis.document.slice(start, end) });
      analysis.edit(edit);
    };
    given.forEach(edited);
    for (const edit of edits) {
      Object.assign(work, { parsed: 0, scanned: 0, rules: 0 });
      edited(edit);
      analysis.findings();
      expect(work.parsed).toBeLessThanOrEqual(1);
      expect(work.scanned).toBeLessThan(tenOperations);
      expect(work.rules).toBe(rules);
    }
    analysis.edit(...undoing);
    expect(analysis.document.text).toBe(text);
  });
}

test('with suppressions, too, an edit has no more findings held against them than it changes', () => {
  const takerOf = vi.spyOn(Charges.prototype, 'takerOf');
  const noted = text
    .replace('\noperations:', '\n# ims-ignore: replicate-encrypted\noperations:')
    .replace(
      '  - action: share',
      '# ims-ignore-file: share-tenant-limit\n  - action: share # ims-ignore: share-encrypted',
    );
  const analysis = new Analysis(noted);
  expect(analysis.findings().length).toBeGreaterThan(900);
  const description = noted.indexOf('the projects of', noted.length / 2);
  const share = noted.indexOf('ims-ignore: share-encrypted') + 'ims-ignore: share-encrypted\n'.length;
  for (const edit of [typed(description, 'x'), typed(share, '    description: x\n')]) {
    takerOf.mockClear();
    analysis.edit(edit);
    analysis.findings();
    expect(takerOf.mock.calls.length).toBeLessThan(40);
  }
});

test('no finding of another rule is held against a new suppression', () => {
  const takerOf = vi.spyOn(Charges.prototype, 'takerOf');
  const analysis = new Analysis(text);
  expect(analysis.findings().length).toBeGreaterThan(900);
  takerOf.mockClear();
  analysis.edit(typed(0, '# ims-ignore-file: share-tenant-limit\n'));
  expect(analysis.findings().map(({ rule }) => rule)).toContain('unused-suppression');
  expect(takerOf.mock.calls.length).toBeLessThan(40);
});

test('an edit in the middle of 10,000 documents costs what it touches', () => {
  const one = '---\napiVersion: ims/v1\nregion: cn-north-4\n';
  const documents = one.repeat(10_000);
  const analysis = new Analysis(documents);
  const middle = documents.length / 2;
  const region = middle + one.indexOf('cn-north-4');
  const comment = middle + one.indexOf('apiVersion');
  const [first] = analysis.findings();
  for (const edit of [typed(region, 'x'), typed(comment, '# all\n'), typed(comment, 'inventory: a.json\n')]) {
    Object.assign(work, { parsed: 0, scanned: 0 });
    analysis.edit(edit);
    expect(analysis.findings()[0]).toBe(first);
    expect(work.parsed).toBeLessThanOrEqual(2);
    expect(work.scanned).toBeLessThan(tenOperations);
  }
});

test('a bracket above 10,000 keys, which are its content then, has them read a few times', () => {
  const keys = Array.from({ length: 10_000 }, (_, i) => `key-${i}: ${i}\n`).join('');
  const analysis = new Analysis(keys);
  work.scanned = 0;
  analysis.edit(typed(0, '['));
  expect(work.scanned).toBeLessThan(4 * keys.length);
});
