import { assert } from 'chai';
import {
  type CodeLens,
  type CompletionList,
  commands,
  env,
  extensions,
  l10n,
  type MarkdownString,
  window,
  workspace,
} from 'vscode';
import { uriOf } from './files.ts';
import { Manifest } from './manifest.ts';
import { poll } from './poll.ts';
import { test } from './tests.ts';

const sample = 'bad/vmware-migration.ims.yaml';
const han = /\p{Script=Han}/u;

test('the window is Chinese', async () => {
  assert.strictEqual(env.language, 'zh-cn');
});

test('commands, settings and the walkthrough are in Chinese', async () => {
  const contributed = extensions.getExtension('ims-manifest.ims-manifest')?.packageJSON.contributes;
  for (const { command, title } of contributed.commands) assert.match(title.value, han, command);
  for (const [name, setting] of Object.entries<Record<string, string>>(contributed.configuration.properties))
    assert.match(setting.description ?? setting.markdownDescription ?? '', han, name);
  for (const { id, title, description } of contributed.walkthroughs[0].steps)
    assert.match(title + description, han, id);
});

test('what the extension says itself is in Chinese', async () => {
  assert.strictEqual(l10n.t('No problems'), '没有问题');
});

test('a finding, its origin and its fixes are in Chinese', async () => {
  const manifest = await Manifest.open(sample);
  const size = await manifest.finding('import-size', 'size: 128.5 GB');
  assert.match(size.message, /超过 128 GB/);
  for (const { title } of await manifest.fixes(size)) assert.match(title, han);
  const shared = await manifest.finding('share-encrypted', 'image: payroll');
  assert.match(shared.relatedInformation?.[0]?.message ?? '', han);
});

test('hovers, completions and lenses are in Chinese', async () => {
  const manifest = await Manifest.open(sample);
  assert.match(await manifest.hover('share\n    image: payroll'), /加密/);
  const place = manifest.place('image: |payroll');
  const { items } = await manifest.ask<CompletionList>('vscode.executeCompletionItemProvider', place, undefined, 9);
  assert.match((items[0]?.documentation as MarkdownString | undefined)?.value ?? '', han);
  const [lens] = await manifest.ask<CodeLens[]>('vscode.executeCodeLensProvider', 100);
  assert.match(lens?.command?.title ?? '', han);
});

test('new project settings are explained in Chinese', async () => {
  await commands.executeCommand('imsManifest.createConfig');
  assert.match(window.activeTextEditor?.document.getText() ?? '', han);
  await workspace.fs.delete(uriOf('.ims-manifest.yaml'));
});

test('the page of a rule is the Chinese one', async () => {
  await commands.executeCommand('imsManifest.explainRule', 'import-size');
  await poll('the page', () =>
    workspace.textDocuments.find(({ uri }) => uri.path.endsWith('docs/rules/zh-cn/import-size.md')),
  );
});
