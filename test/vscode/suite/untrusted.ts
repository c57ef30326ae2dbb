import { chmodSync, existsSync } from 'node:fs';
import { assert } from 'chai';
import { commands, DiagnosticSeverity, workspace } from 'vscode';
import { contributes } from '../../../package.json';
import { twoFindings } from '../../support/manifests.ts';
import { uriOf, write } from './files.ts';
import { Manifest } from './manifest.ts';
import { poll } from './poll.ts';
import { running } from './running.ts';
import { test } from './tests.ts';

test('nobody trusts the workspace', async () => {
  assert.isFalse(workspace.isTrusted);
});

test('its settings count', async () => {
  await configure({ 'imsManifest.rules': { 'import-size': 'hint' } });
  const manifest = await Manifest.write('untrusted/settings.ims.yaml', twoFindings);
  await poll('a hint', async () =>
    (await manifest.finding('import-size', 'size: 160 GB')).severity === DiagnosticSeverity.Hint ? true : undefined,
  );
});

test('a program that every one of its settings names is not run', async () => {
  const path = 'untrusted/program.cjs';
  const program = uriOf(path).fsPath;
  await write(path, "#!/usr/bin/env node\nrequire('node:fs').writeFileSync(__filename + '.ran', '');\n");
  chmodSync(program, 0o755);
  const names = Object.keys(contributes.configuration.properties);
  await configure(Object.fromEntries(names.map(name => [name, program])));
  await poll(
    'these settings',
    () => names.every(name => workspace.getConfiguration().get(name) === program) || undefined,
  );

  const stopped = await running();
  await commands.executeCommand('imsManifest.restartServer');
  await running(stopped);
  const manifest = await Manifest.write('untrusted/served.ims.yaml', twoFindings);
  await manifest.finding('import-size', 'size: 160 GB');
  assert.isFalse(existsSync(`${program}.ran`));
});

/** Gives the workspace these settings, and no others. */
function configure(settings: object): Promise<void> {
  return write('.vscode/settings.json', JSON.stringify(settings));
}
