import { afterAll, beforeAll, expect, test } from 'vitest';
import { twoFindings } from '../support/manifests.ts';
import { Client } from './client.ts';

let client: Client;
beforeAll(async () => {
  client = await Client.start();
});
afterAll(() => client.stop());

const crlf = twoFindings.replaceAll('\n', '\r\n');

const cases: readonly { what: string; text: string; edits: readonly (readonly [old: string, text: string])[] }[] = [
  { what: 'a value', text: twoFindings, edits: [['160 GB', '16 GB']] },
  {
    what: 'a value, letter by letter',
    text: twoFindings,
    edits: [
      ['0 GB', ' GB'],
      ['16 GB', '1 GB'],
      ['1 GB', '900 GB'],
    ],
  },
  { what: 'a new line at the start', text: twoFindings, edits: [['apiVersion', '\n# a comment\napiVersion']] },
  { what: 'a new line, with CRLF', text: crlf, edits: [['    size: 160 GB', '    # a comment\r\n    size: 160 GB']] },
  { what: 'a line less, with CRLF', text: crlf, edits: [['    name: first\r\n', '']] },
  {
    what: 'the half of a CRLF',
    text: crlf,
    edits: [
      ['\r\n    size', '\n    size'],
      ['\r\n    min_disk', '\r    min_disk'],
    ],
  },
  { what: 'an emoji', text: twoFindings, edits: [['name: first', 'name: "🗄️ first" # 𠮷']] },
  {
    what: 'beside a surrogate pair',
    text: twoFindings.replace('size: 160', 'size: "🗄 160').replace('160 GB', '160 GB"'),
    edits: [
      ['🗄 ', ''],
      ['"160', '"🗄160'],
    ],
  },
  {
    what: 'one half of a surrogate pair',
    text: twoFindings.replace('name: first', 'name: 🗄first'),
    edits: [['\uddc4', '']],
  },
  {
    what: 'the end of the text',
    text: twoFindings,
    edits: [
      ['', '  - action: share\n'],
      ['', '    image: second\n'],
      ['', '    tenants: [a]'],
    ],
  },
  {
    what: 'the end of a text without line break',
    text: twoFindings.trimEnd(),
    edits: [
      ['', '\n  - action: nonsense'],
      ['', '\n'],
    ],
  },
  { what: 'an empty text', text: '', edits: [['', twoFindings]] },
  {
    what: 'everything',
    text: twoFindings,
    edits: [
      [twoFindings, ''],
      ['', 'operations: ['],
    ],
  },
  {
    what: 'a quote that is opened, and closed',
    text: twoFindings,
    edits: [
      ['name: first', 'name: "first'],
      ['"first', '"first"'],
    ],
  },
];

test.each(cases)('$what, edited, is as if it had been opened so', async ({ text, edits }) => {
  const document = await client.open(text);
  for (const [old, replacement] of edits) {
    await document.replace(old, replacement);
    const fresh = await client.open(document.text);
    expect(await document.diagnostics()).toEqual(await fresh.diagnostics());
    await fresh.close();
  }
});

test('several changes in one notification apply one after another', async () => {
  const document = await client.open(twoFindings);
  const start = document.positionOf('160 GB');
  await document.change([
    { range: { start, end: { ...start, character: start.character + 3 } }, text: '1' },
    {
      range: { start: { ...start, character: start.character + 1 }, end: { ...start, character: start.character + 1 } },
      text: '99',
    },
  ]);
  expect(await document.findings()).toEqual(['import-size: 199 GB', 'import-size: 200 GB']);
  await document.change([{ text: twoFindings }]);
  expect(await document.findings()).toEqual(['import-size: 160 GB', 'import-size: 200 GB']);
});

test('positions beyond a line or the text are brought back to its end', async () => {
  const document = await client.open(twoFindings);
  const { line } = document.positionOf('size: 160 GB');
  await client.notify('textDocument/didChange', {
    textDocument: { uri: document.uri, version: 2 },
    contentChanges: [
      { range: { start: { line, character: 999 }, end: { line, character: 1e9 } }, text: ' # a comment' },
      { range: { start: { line: 999, character: 3 }, end: { line: 1e9, character: 0 } }, text: '# the end' },
    ],
  });
  expect(await document.findings()).toEqual(['import-size: 160 GB', 'import-size: 200 GB']);
});
