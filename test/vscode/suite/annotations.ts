import { assert } from 'chai';
import {
  type CodeLens,
  commands,
  type InlayHint,
  type InlayHintLabelPart,
  Range,
  type TextDocument,
  window,
  workspace,
} from 'vscode';
import { read, uriOf, write } from './files.ts';
import { poll } from './poll.ts';
import { test } from './tests.ts';

async function shown(path: string): Promise<TextDocument> {
  const document = await workspace.openTextDocument(uriOf(path));
  await window.showTextDocument(document);
  return document;
}

const everything = (document: TextDocument): Range =>
  new Range(document.positionAt(0), document.positionAt(document.getText().length));

test('a code lens counts the constraints of its operation, and shows them', async () => {
  const document = await shown('bad/vmware-migration.ims.yaml');
  const action = document.positionAt(document.getText().indexOf('share\n    image: payroll'));
  const lens = await poll('the lens of share', async () => {
    const lenses = await commands.executeCommand<CodeLens[]>('vscode.executeCodeLensProvider', document.uri, 100);
    return lenses.find(({ range }) => range.start.isEqual(action));
  });
  assert.match(lens.command?.title ?? '', /✓ \d+ · ✗ \d+.* constraints/);
  assert.ok(lens.command);
  await commands.executeCommand(lens.command.command, ...(lens.command.arguments ?? []));
  assert.ok(window.activeTextEditor?.selection.active.isEqual(action));
});

test('an inlay hint tells an inferred fact', async () => {
  const document = await shown('bad/vmware-migration.ims.yaml');
  const end = document.positionAt(document.getText().indexOf('image: payroll') + 'image: payroll'.length);
  const hint = await poll('the hint behind payroll', async () => {
    const range = everything(document);
    const hints = await commands.executeCommand<InlayHint[]>('vscode.executeInlayHintProvider', document.uri, range);
    return hints.find(({ position }) => position.isEqual(end));
  });
  assert.strictEqual((hint.label as InlayHintLabelPart[])[0]?.value, 'encrypted');
});

test('a new manifest is one, and is not on the disk yet', async () => {
  await commands.executeCommand('imsManifest.createManifest');
  const document = window.activeTextEditor?.document;
  assert.ok(document);
  assert.strictEqual(document.languageId, 'ims-manifest');
  assert.ok(document.isUntitled);
  assert.match(document.getText(), /^apiVersion: ims\/v1\n/);
});

test('new project settings are on the disk, and old ones stay', async () => {
  const path = '.ims-manifest.yaml';
  await commands.executeCommand('imsManifest.createConfig');
  assert.strictEqual(window.activeTextEditor?.document.uri.toString(), uriOf(path).toString());
  assert.match(await read(path), /^rules:$/m);
  await write(path, 'rules: {}\n');
  await commands.executeCommand('imsManifest.createConfig');
  assert.strictEqual(await read(path), 'rules: {}\n');
  await commands.executeCommand('workbench.action.closeActiveEditor');
  await workspace.fs.delete(uriOf(path));
});
