import { assert } from 'chai';
import { DiagnosticSeverity } from 'vscode';
import { read } from './files.ts';
import { Manifest } from './manifest.ts';
import { test } from './tests.ts';

const SAMPLE = 'bad/vmware-migration.ims.yaml';

test('a sample is a manifest', async () => {
  const manifest = await Manifest.open(SAMPLE);
  assert.strictEqual(manifest.language, 'ims-manifest');
});

test('a violated constraint is underlined at the value that violates it', async () => {
  const manifest = await Manifest.open(SAMPLE);
  const finding = await manifest.finding('import-size', 'size: 128.5 GB');
  assert.strictEqual(manifest.text(finding.range), '128.5 GB');
  assert.strictEqual(finding.severity, DiagnosticSeverity.Error);
  assert.match(finding.message, /128 GB/);
  const code = finding.code;
  assert.ok(typeof code === 'object', 'the rule is a link');
  assert.match(`${code.target}`, /^https?:.*import-size/);
});

test('a finding says where its facts come from', async () => {
  const manifest = await Manifest.open(SAMPLE);
  const finding = await manifest.finding('share-encrypted', 'image: payroll');
  assert.strictEqual(manifest.text(finding.range), 'payroll');
  const origin = finding.relatedInformation?.find(related => related.message === 'encrypted here');
  assert.ok(origin, `in ${JSON.stringify(finding.relatedInformation)}`);
  assert.match(manifest.line(origin.location.range), /cmk_id: 244903f9/);
});

test('a quick-fix removes its finding', async () => {
  const manifest = await Manifest.write('findings/fixed.ims.yaml', await read(SAMPLE));
  const finding = await manifest.finding('import-size', 'size: 128.5 GB');
  const lines = manifest.findings().map(({ range }) => manifest.line(range).trim());
  await manifest.fix(finding, ({ isPreferred }) => isPreferred);
  await manifest.foundAt(...lines.filter(line => !line.startsWith('size: 128.5 GB')));
});

test('an inventory behind a link that leads out of the workspace is not read', async () => {
  const manifest = await Manifest.write(
    'findings/linked.ims.yaml',
    'apiVersion: ims/v1\nregion: cn-north-4\ninventory: ../linked/images.json\noperations: []\n',
  );
  const { message } = await manifest.finding('inventory-file', 'linked/images.json');
  assert.match(message, /leads out of the folder/);
});
