import { assert } from 'chai';
import { commands, Selection, window } from 'vscode';
import { Manifest } from './manifest.ts';
import { test } from './tests.ts';

const operations = 50_000;

/** So many operations of which the last alone has a finding. */
const text = [
  'apiVersion: ims/v1',
  'region: cn-north-4',
  'images:',
  '  golden: { type: system-disk, status: Normal, encrypted: false }',
  '  sealed: { type: system-disk, status: Normal, encrypted: true }',
  'operations:',
  ...Array.from({ length: operations - 1 }, (_, i) => `  - { action: tag, image: golden, tags: { build: "${i}" } }`),
  '  - { action: share, image: sealed, tenants: [a] }',
  '',
].join('\n');

test(`${operations} operations: a finding at the end, typing, a hover`, async () => {
  const manifest = await Manifest.write('large/large.ims.yaml', text);
  const found = await manifest.finding('share-encrypted', 'image: sealed');
  assert.strictEqual(manifest.text(found.range), 'sealed');

  const editor = window.activeTextEditor;
  assert.strictEqual(`${editor?.document.uri}`, `${manifest.uri}`);
  if (editor) editor.selection = new Selection(found.range.end, found.range.end);
  await commands.executeCommand('type', { text: 'x' });
  await manifest.finding('unknown-reference', 'image: sealedx');
  await manifest.noFinding('share-encrypted', 'image: sealedx');
  await commands.executeCommand('hideSuggestWidget');
  await manifest.replace('image: sealedx', 'image: sealed');
  await manifest.finding('share-encrypted', 'image: sealed');
  assert.match(await manifest.hover('image: |sealed,'), /sealed.*encrypted: .*true/s);
  await manifest.save();
  await commands.executeCommand('workbench.action.closeActiveEditor');
});
