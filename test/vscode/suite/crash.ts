import { assert } from 'chai';
import type { LanguageClient } from 'vscode-languageclient/node';
import { Manifest } from './manifest.ts';
import { running } from './running.ts';
import { test } from './tests.ts';

test('a server that crashes comes back', async () => {
  const manifest = await Manifest.open('bad/vmware-migration.ims.yaml');
  const crashed = (await running()) as LanguageClient;
  const pid = crashed.serverProcess?.pid;
  assert.ok(pid);
  process.kill(pid, 'SIGKILL');
  await running(crashed);
  await manifest.replace('size: 160 GB', 'size: 161 GB');
  await manifest.finding('import-size', 'size: 161 GB');
});
