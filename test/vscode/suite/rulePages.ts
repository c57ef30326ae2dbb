import { commands, window } from 'vscode';
import { poll } from './poll.ts';
import { test } from './tests.ts';

test('a rule is explained by its page', async () => {
  await commands.executeCommand('imsManifest.explainRule', 'import-size');
  await tab('import-size.md');
});

test('the constraint table opens', async () => {
  await commands.executeCommand('imsManifest.openConstraintTable');
  await tab('README.md');
});

/** Waits for the preview of a page, and closes it. */
async function tab(file: string): Promise<void> {
  const found = await poll(`a preview of ${file}`, () =>
    window.tabGroups.all.flatMap(({ tabs }) => tabs).find(({ label }) => label.includes(file)),
  );
  await window.tabGroups.close(found);
}
