import { expect, test } from 'vitest';
import type { TextEdit } from 'vscode-languageserver/node';
import { manifest } from '../support/manifests.ts';
import { Client, type Document, eventually, pulling } from './client.ts';

const options = { tabSize: 4, insertSpaces: true };

const format = (document: Document): Promise<TextEdit[] | null> =>
  document.client.request('textDocument/formatting', { textDocument: { uri: document.uri }, options });

const formatOnly = (document: Document, text: string): Promise<TextEdit[] | null> => {
  const start = document.text.indexOf(text);
  const range = document.rangeOf(start, start + text.length);
  return document.client.request('textDocument/rangeFormatting', {
    textDocument: { uri: document.uri },
    range,
    options,
  });
};

const text = manifest(
  'operations:\n    - action: tag\n      tags:\n        a: b  \n    - action: tag\n      tags:\n        c: d',
);

test('a manifest is formatted by edits of white space in its lines', async () => {
  const client = await Client.start();
  expect(client.initialized.capabilities).toMatchObject({
    documentFormattingProvider: true,
    documentRangeFormattingProvider: true,
  });
  const document = await client.open(text);
  const edits = (await format(document)) ?? [];
  expect(edits.every(({ range }) => range.start.line === range.end.line)).toBe(true);
  await document.apply({ changes: { [document.uri]: edits } });
  expect(document.text).toBe(text.replace('    a: b  ', '      a: b').replace('    c: d', '      c: d\n'));
  expect(await format(document)).toEqual([]);
  await client.stop();
});

test('a selection is formatted with the operations that it touches', async () => {
  const client = await Client.start();
  const document = await client.open(text);
  const edits = (await formatOnly(document, 'a: b')) ?? [];
  await document.apply({ changes: { [document.uri]: edits } });
  expect(document.text).toBe(text.replace('    a: b  ', '      a: b'));
  await client.stop();
});

test('a document of another language is left to others', async () => {
  const client = await Client.start();
  const uri = 'untitled:plain.yaml';
  await client.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'yaml', version: 1, text } });
  expect(await client.request('textDocument/formatting', { textDocument: { uri }, options })).toBeNull();
  await client.stop();
});

test('an editor that can is told for which language this is a formatter', async () => {
  const formatting = { dynamicRegistration: true };
  const client = await Client.start({
    capabilities: { ...pulling, textDocument: { ...pulling.textDocument, formatting, rangeFormatting: formatting } },
  });
  expect(client.initialized.capabilities).not.toHaveProperty('documentFormattingProvider');
  const document = await client.open(text);
  expect(await format(document)).not.toEqual([]);
  await eventually(() => expect(client.registered).toContain('textDocument/rangeFormatting'));
  const registerOptions = { documentSelector: [{ language: 'ims-manifest' }] };
  expect(client.registrations.filter(({ method }) => method.endsWith('ormatting'))).toMatchObject([
    { method: 'textDocument/formatting', registerOptions },
    { method: 'textDocument/rangeFormatting', registerOptions },
  ]);
  await client.stop();
});
