import { assert } from 'chai';
import { type CompletionItem, type CompletionList, commands, Selection, window } from 'vscode';
import { Manifest } from './manifest.ts';
import { poll } from './poll.ts';
import { test } from './tests.ts';

const head = `apiVersion: ims/v1
region: cn-north-4
images:
  web: { type: system-disk, size: 9 GB, encrypted: false }
  data: { type: data-disk }
operations:
`;

/** What is written of an operation up to the cursor, what is offered first, and what it becomes when that is taken. */
const cases: Readonly<Record<string, readonly [typed: string, first: string, becomes: string]>> = {
  key: ['  - action: share\n    ima', 'image', '  - action: share\n    image: '],
  value: ['  - action: share\n    image: ', 'web', '  - action: share\n    image: web'],
  action: ['  - action: unpub', 'unpublish', '  - action: unpublish'],
  'value in a flow map': ['  - { action: share, image: w', 'web', '  - { action: share, image: web'],
  region: ['  - action: share\n    region: cn-so', 'cn-south-1', '  - action: share\n    region: cn-south-1'],
};

const labelOf = ({ label }: CompletionItem): string => (typeof label === 'string' ? label : label.label);

for (const [what, [typed, first, becomes]] of Object.entries(cases)) {
  test(`the first ${what} that is suggested can be taken`, async () => {
    const manifest = await Manifest.write(`completion/${what.replaceAll(' ', '-')}.ims.yaml`, head + typed);
    const end = manifest.end;
    const { items } = await poll('suggestions', async () => {
      const list = await manifest.ask<CompletionList>('vscode.executeCompletionItemProvider', end);
      return list.items.length > 0 ? list : undefined;
    });
    const likely = items.toSorted((a, b) => ((a.sortText ?? '') < (b.sortText ?? '') ? -1 : 1));
    const word = /[\w-]*$/.exec(typed)?.[0] ?? '';
    assert.strictEqual(
      likely.map(labelOf).find(label => label.startsWith(word)),
      first,
    );

    const editor = window.activeTextEditor;
    assert.strictEqual(editor?.document.uri.toString(), manifest.uri.toString());
    if (editor) editor.selection = new Selection(end, end);
    await poll(`"${first}" to be taken`, async () => {
      if (manifest.content !== head + typed) return true;
      await commands.executeCommand('editor.action.triggerSuggest');
      await commands.executeCommand('acceptSelectedSuggestion');
      return undefined;
    });
    assert.strictEqual(manifest.content.replace(/ $/, ''), (head + becomes).replace(/ $/, ''));
    await commands.executeCommand('hideSuggestWidget');
  });
}

test('suggested images tell their facts', async () => {
  const manifest = await Manifest.write('completion/facts.ims.yaml', `${head}  - action: share\n    image: `);
  const { items } = await manifest.ask<CompletionList>(
    'vscode.executeCompletionItemProvider',
    manifest.end,
    undefined,
    9,
  );
  const web = items.find(item => labelOf(item) === 'web');
  assert.match(web?.detail ?? '', /system-disk.*9 GB/);
  assert.ok(web?.documentation, 'it is told about when asked');
});

test('where nothing is to be suggested, nothing is', async () => {
  const manifest = await Manifest.write('completion/none.ims.yaml', `${head}  # a comment `);
  const list = await manifest.ask<CompletionList>('vscode.executeCompletionItemProvider', manifest.end);
  assert.deepEqual(list.items.map(labelOf), []);
});
