import fc from 'fast-check';
import { expect, test } from 'vitest';
import { unifiedDiff } from '../../server/src/cli/unifiedDiff.ts';
import type { TextChange } from '../../server/src/syntax/document.ts';
import { applied } from '../support/apply.ts';

/** A change for each `old=>new` between guillemets. */
function read(marked: string): { readonly text: string; readonly changes: readonly TextChange[] } {
  const changes: TextChange[] = [];
  let text = '';
  for (const [i, part] of marked.split(/[«»]/).entries()) {
    const [old = '', fresh] = i % 2 === 1 ? part.split('=>') : [part];
    if (fresh !== undefined) changes.push({ start: text.length, end: text.length + old.length, text: fresh });
    text += old;
  }
  return { text, changes };
}

test('a file by its absolute path is one below the root', () => {
  const { text, changes } = read('«a=>b»\n');
  expect(unifiedDiff('/tmp/x', text, changes)).toBe('--- a/tmp/x\n+++ b/tmp/x\n@@ -1,1 +1,1 @@\n-a\n+b\n');
});

test.each([
  ['nothing', 'a\n', ''],
  ['a change of nothing', 'a«x=>x»\n', ''],
  [
    'a word',
    '1\n2\n3\n4\nold «a=>b» line\n6\n7\n8\n9\n',
    '@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-old a line\n+old b line\n 6\n 7\n 8\n',
  ],
  ['two words of a line', '«a=>b» «c=>d»\n', '@@ -1,1 +1,1 @@\n-a c\n+b d\n'],
  ['a new line', 'a\n«=>b\n»c\n', '@@ -1,2 +1,3 @@\n a\n+b\n c\n'],
  ['a line that goes', 'a\n«b\n=>»c\n', '@@ -1,3 +1,2 @@\n a\n-b\n c\n'],
  ['all that there is', '«a\n=>»', '@@ -1,1 +0,0 @@\n-a\n'],
  ['from nothing', '«=>a\n»', '@@ -0,0 +1,1 @@\n+a\n'],
  [
    'no line break at the end',
    'a\nb«=>c»',
    '@@ -1,2 +1,2 @@\n a\n-b\n\\ No newline at end of file\n+bc\n\\ No newline at end of file\n',
  ],
  ['a line break at the end', 'a«=>\n»', '@@ -1,1 +1,1 @@\n-a\n\\ No newline at end of file\n+a\n'],
  ['the line breaks of Windows', '«a=>b»\r\nc\r\n', '@@ -1,2 +1,2 @@\n-a\r\n+b\r\n c\r\n'],
  [
    'far from each other',
    `«a=>b»\n${'·\n'.repeat(7)}«c=>d»\n`,
    '@@ -1,4 +1,4 @@\n-a\n+b\n ·\n ·\n ·\n@@ -6,4 +6,4 @@\n ·\n ·\n ·\n-c\n+d\n',
  ],
  [
    'near each other',
    `«a=>b\nb»\n${'·\n'.repeat(6)}«c=>d»\n`,
    `@@ -1,8 +1,9 @@\n-a\n+b\n+b\n${' ·\n'.repeat(6)}-c\n+d\n`,
  ],
])('a diff of %s', (_, marked, hunks) => {
  const { text, changes } = read(marked);
  expect(unifiedDiff('x', text, changes)).toBe(hunks === '' ? '' : `--- a/x\n+++ b/x\n${hunks}`);
});

test('the mark of a file belongs to its first line', () => {
  const { text, changes } = read('«a=>b»\n');
  expect(unifiedDiff('x', text, changes, '\ufeff')).toBe('--- a/x\n+++ b/x\n@@ -1,1 +1,1 @@\n-\ufeffa\n+\ufeffb\n');
});

/** Does what `patch` does, and is as strict as it can be. */
function patch(text: string, diff: string): string {
  const old = text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
  const body = diff.replaceAll('\n\\ No newline at end of file\n', '\0').match(/[^\n\0]*[\n\0]/g) ?? [];
  const result: string[] = [];
  let at = 0;
  for (const line of body.slice(2)) {
    const hunk = /^@@ -(\d+),(\d+) \+(\d+),(\d+) @@$/m.exec(line);
    if (hunk !== null) {
      const start = Number(hunk[1]) - (hunk[2] === '0' ? 0 : 1);
      while (at < start) result.push(old[at++] ?? '');
      expect(result.length).toBe(Number(hunk[3]) - (hunk[4] === '0' ? 0 : 1));
      continue;
    }
    const content = line.endsWith('\0') ? line.slice(1, -1) : line.slice(1);
    if (line.startsWith('+')) result.push(content);
    else expect(old[at++]).toBe(content);
    if (line.startsWith(' ')) result.push(content);
  }
  return [...result, ...old.slice(at)].join('');
}

test('whatever changes: patched with the diff, the text is as it is with the changes', () => {
  const part = fc.stringMatching(/^[ab\n]{0,4}$/);
  fc.assert(
    fc.property(fc.array(fc.tuple(part, part, fc.stringMatching(/^[ab\n]{1,20}$/)), { maxLength: 6 }), parts => {
      let text = '';
      const changes: TextChange[] = [];
      for (const [old, fresh, kept] of parts) {
        changes.push({ start: text.length, end: text.length + old.length, text: fresh });
        text += old + kept;
      }
      expect(patch(text, unifiedDiff('x', text, changes))).toBe(applied(text, changes));
    }),
    { numRuns: 2000 },
  );
});
