import { assert } from 'chai';
import { ConfigurationTarget, commands, type Diagnostic, DiagnosticSeverity, workspace } from 'vscode';
import { twoFindings } from '../../support/manifests.ts';
import { read, uriOf } from './files.ts';
import { Manifest } from './manifest.ts';
import { poll } from './poll.ts';
import { test } from './tests.ts';

const [first, second] = ['size: 160 GB', 'size: 200 GB'];
const fixed = twoFindings.replaceAll('min_disk: 400 GB', 'min_disk: 400 GB\n    is_quick_import: true');

async function opened(name: string): Promise<{ manifest: Manifest; finding: Diagnostic }> {
  const manifest = await Manifest.write(`actions/${name}.ims.yaml`, twoFindings);
  await manifest.finding('import-size', second);
  return { manifest, finding: await manifest.finding('import-size', first) };
}

const starting =
  (start: string) =>
  ({ title }: { title: string }): boolean =>
    title.startsWith(start);

test('the menu of a finding: fixes, all of a kind, suppressions, severity, explanation', async () => {
  const { manifest, finding } = await opened('menu');
  const actions = await manifest.fixes(finding);
  assert.deepEqual(
    actions.map(({ title }) => title),
    [
      'Import fast: `is_quick_import: true`',
      'Fix all `import-size` problems in this file',
      'Suppress `import-size` on this line',
      'Suppress `import-size` in this file',
      'Report `import-size` as `warning` in `.ims-manifest.yaml`',
      'Turn `import-size` off in `.ims-manifest.yaml`',
      'Explain `import-size`',
    ],
  );
  assert.deepEqual(
    actions.map(({ isPreferred = false }) => isPreferred),
    actions.map((_, i) => i === 0),
  );
  const explain = actions.at(-1)?.command;
  assert.deepEqual([explain?.command, explain?.arguments], ['imsManifest.explainRule', ['import-size']]);
});

/** An action, and the lines that it leaves with findings. */
const applied: Readonly<Record<string, readonly string[]>> = {
  'Import fast': [second],
  'Fix all': [],
  'Suppress `import-size` on this line': [second],
  'Suppress `import-size` in this file': [],
};

for (const [start, left] of Object.entries(applied)) {
  test(`"${start}" does so`, async () => {
    const { manifest, finding } = await opened(start.replace(/\W+/g, '-'));
    await manifest.fix(finding, starting(start));
    await manifest.foundAt(...left);
  });
}

test('another severity makes a project file, and the squiggle changes', async () => {
  const { manifest, finding } = await opened('severity');
  assert.strictEqual(finding.severity, DiagnosticSeverity.Error);
  await manifest.fix(finding, starting('Report'));
  const file = await Manifest.open('.ims-manifest.yaml');
  assert.strictEqual(file.content, 'rules:\n  import-size: warning\n');
  assert.ok(await file.save());
  await poll('a warning', async () =>
    (await manifest.finding('import-size', first)).severity === DiagnosticSeverity.Warning ? true : undefined,
  );
  await commands.executeCommand('workbench.action.closeActiveEditor');
  await workspace.fs.delete(uriOf('.ims-manifest.yaml'));
  await poll('an error', async () =>
    (await manifest.finding('import-size', first)).severity === DiagnosticSeverity.Error ? true : undefined,
  );
});

test('all safe fixes are made on saving, where that is wanted', async () => {
  const settings = workspace.getConfiguration('editor');
  const set = (value: object | undefined) => settings.update('codeActionsOnSave', value, ConfigurationTarget.Workspace);
  const { manifest } = await opened('save');
  await set({ 'source.fixAll.ims': 'explicit' });
  try {
    await manifest.replace('name: first', 'name: third');
    assert.ok(await manifest.save());
    assert.strictEqual(manifest.content, fixed.replace('first', 'third'));
    assert.strictEqual(await read('actions/save.ims.yaml'), manifest.content);
  } finally {
    await set(undefined);
  }
});
