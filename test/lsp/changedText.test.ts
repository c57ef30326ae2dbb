import fc from 'fast-check';
import { expect, test } from 'vitest';
import { changedText, handful } from '../../server/src/lsp/changedText.ts';
import { changeIn } from '../../server/src/lsp/convert.ts';
import { Document } from '../../server/src/syntax/document.ts';
import { generate } from '../bench/manifest.mjs';
import { edits, manifestText } from '../support/arbitrary.ts';
import { Client } from './client.ts';

const place = fc.record({ line: fc.nat(12), character: fc.nat(20) });

test('a text is changed as one that is edited in parts', () => {
  fc.assert(
    fc.property(
      manifestText,
      fc.array(fc.tuple(place, fc.nat(3), fc.nat(20), edits), { maxLength: 30 }),
      (text, all) => {
        const changes = all.map(([start, lines, character, [edit]]) => ({
          range: {
            start,
            end:
              lines === 0
                ? { ...start, character: start.character + character }
                : { line: start.line + lines, character },
          },
          text: edit?.insert ?? '',
        }));
        const document = new Document(text);
        for (const { range, text } of changes) document.edit(changeIn(document, range, text));
        expect(changedText(text, changes)).toBe(document.text);
      },
    ),
    { numRuns: 1000 },
  );
});

test('a manifest of thousands of lines is formatted by as many changes in one message', async () => {
  const client = await Client.start();
  const document = await client.open(generate(400));
  const { uri } = document;
  const options = { tabSize: 4, insertSpaces: true };
  const edits: { range: never; newText: string }[] = await client.request('textDocument/formatting', {
    textDocument: { uri },
    options,
  });
  expect(edits.length).toBeGreaterThan(100 * handful);
  await document.change(edits.toReversed().map(({ range, newText }) => ({ range, text: newText })));
  expect(await document.findings()).toEqual(await (await client.open(document.text)).findings());
  await client.stop();
});
