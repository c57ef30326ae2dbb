import { assert } from 'chai';
import { commands, Selection, window } from 'vscode';
import { Manifest } from './manifest.ts';
import { test } from './tests.ts';

/** A text, and what it is after Enter and an `x`. */
const cases: readonly (readonly [before: string, after: string])[] = [
  ['operations:', 'operations:\n  x'],
  ['operations:\n  - action: share', 'operations:\n  - action: share\n    x'],
  ['operations:\n  - action: share\n    tenants:', 'operations:\n  - action: share\n    tenants:\n      x'],
  ['tenants:\n  - a', 'tenants:\n  - a\n  - x'],
];

for (const [i, [before, after]] of cases.entries()) {
  test(`Enter after "${before.split('\n').at(-1)?.trim()}" goes on where one would`, async () => {
    const manifest = await Manifest.write(`typing/${i}.ims.yaml`, before);
    const editor = window.activeTextEditor;
    assert.strictEqual(`${editor?.document.uri}`, `${manifest.uri}`);
    if (editor) editor.selection = new Selection(manifest.end, manifest.end);
    await commands.executeCommand('hideSuggestWidget');
    await commands.executeCommand('type', { text: '\n' });
    await commands.executeCommand('type', { text: 'x' });
    assert.strictEqual(manifest.content, after);
    await commands.executeCommand('hideSuggestWidget');
  });
}
