import { assert } from 'chai';
import type { TextEdit } from 'vscode';
import { read } from './files.ts';
import { Manifest } from './manifest.ts';
import { test } from './tests.ts';

const SAMPLE = 'good/golden-image.ims.yaml';
const options = { tabSize: 2, insertSpaces: true };
const messy = (text: string): string => text.replace(/^ {2}/gm, '    ');

test('a manifest can be formatted', async () => {
  const sound = await read(SAMPLE);
  const manifest = await Manifest.write('formatting/document.ims.yaml', messy(sound));
  await manifest.edit(await manifest.ask<TextEdit[]>('vscode.executeFormatDocumentProvider', options));
  assert.strictEqual(manifest.content, sound);
});

test('a selection can be formatted, and all else stays', async () => {
  const sound = await read(SAMPLE);
  const trailing = sound.replace(/^(.*(?:status: Stopped|count: 2))$/gm, '$1   ');
  const manifest = await Manifest.write('formatting/selection.ims.yaml', trailing);
  const range = manifest.range('count: 2   ');
  await manifest.edit(await manifest.ask<TextEdit[]>('vscode.executeFormatRangeProvider', range, options));
  assert.strictEqual(manifest.content, sound.replace(/^(.*status: Stopped)$/gm, '$1   '));
});
