import { expect, test } from 'vitest';
import { LSPErrorCodes, type Range, ResponseError } from 'vscode-languageserver';
import { Lines } from '../support/lines.ts';
import { wrongIn } from './wrong.ts';

const uri = 'file:///w/a.ims.yaml';
const lines = new Lines('a: 1\r\nb: 2\n');
const range = (...[line, character, endLine, endCharacter]: [number, number, number, number]): Range => ({
  start: { line, character },
  end: { line: endLine, character: endCharacter },
});
const edit = (range: Range) => ({ range, newText: 'x' });
const all = range(0, 0, 2, 0);

test.each<[string, unknown]>([
  ['a place behind the end of a line', { range: range(0, 0, 0, 5) }],
  ['a place behind the last line', [{ location: { uri, range: range(0, 0, 3, 0) } }]],
  ['a place before a line', { position: { line: 1, character: -1 } }],
  ['a range that ends before it starts', { selection: range(1, 0, 0, 4) }],
  ['a name outside of what has it', { range: range(1, 0, 1, 4), selectionRange: range(0, 0, 0, 1) }],
  ['a fold of one line', [{ startLine: 1, endLine: 1 }]],
  ['a fold beyond the text', [{ startLine: 1, endLine: 3 }]],
  ['edits that overlap', { documentChanges: [{ edits: [edit(range(0, 0, 1, 1)), edit(range(0, 4, 1, 0))] }] }],
])('%s is wrong', (_, answer) => {
  expect(wrongIn({ method: 'any', offset: 0, answer }, uri, lines)).toHaveLength(1);
});

test.each<[string, unknown]>([
  ['nothing', null],
  ['the whole text', { range: all, selectionRange: range(0, 0, 0, 4) }],
  ['a fold', [{ startLine: 0, endLine: 2 }]],
  ['edits that meet', [edit(range(0, 0, 1, 1)), edit(range(1, 1, 1, 1))]],
  ['a place in another file', { uri: 'file:///w/images.json', range: range(7, 0, 7, 70) }],
])('%s is right', (_, answer) => {
  expect(wrongIn({ method: 'any', offset: 0, answer }, uri, lines)).toEqual([]);
});

test('an error is wrong, but for a name that cannot be changed', () => {
  const error = new ResponseError(LSPErrorCodes.RequestFailed, 'no');
  expect(wrongIn({ method: 'textDocument/hover', offset: 3, error }, uri, lines)).toEqual([
    'textDocument/hover at 3: no',
  ]);
  expect(wrongIn({ method: 'textDocument/rename', offset: 3, error }, uri, lines)).toEqual([]);
});
