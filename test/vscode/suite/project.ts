import { assert } from 'chai';
import { type CompletionList, DiagnosticSeverity } from 'vscode';
import { twoFindings } from '../../support/manifests.ts';
import { Manifest } from './manifest.ts';
import { poll } from './poll.ts';
import { test } from './tests.ts';

test('a project file is checked, explained and completed, and counts as soon as it is saved', async () => {
  const file = await Manifest.write('project/.ims-manifest.yaml', 'rules:\n  import-size: loud\n  nonsense: off\n');
  assert.strictEqual(file.text((await file.finding('invalid-value', 'loud')).range), 'loud');
  await poll('a finding at nonsense', () => file.findings().find(({ range }) => file.text(range) === 'nonsense'));
  assert.match(await file.hover('import-size'), /128 GB.*https:.*import-size/s);

  const list = await file.ask<CompletionList>('vscode.executeCompletionItemProvider', file.place('import-size: |loud'));
  const labels = list.items.map(({ label }) => (typeof label === 'string' ? label : label.label));
  for (const severity of ['off', 'hint', 'information', 'warning', 'error'])
    assert.ok(labels.includes(severity), severity);

  await file.replace('  nonsense: off\n', '');
  await file.replace('loud', 'hint');
  assert.ok(await file.save());
  await poll('no findings', () => (file.findings().length === 0 ? true : undefined));
  const manifest = await Manifest.write('project/a.ims.yaml', twoFindings);
  const { severity } = await manifest.finding('import-size', 'size: 160 GB');
  assert.strictEqual(severity, DiagnosticSeverity.Hint);
});
