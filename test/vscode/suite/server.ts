import assert from 'node:assert/strict';
import { commands, extensions } from 'vscode';
import type { Api } from '../../../client/src/extension.ts';
import { Manifest } from './manifest.ts';
import { poll } from './poll.ts';
import { test } from './tests.ts';

const SAMPLE = 'bad/vmware-migration.ims.yaml';

test('a server that crashes comes back', async () => {
  const manifest = await Manifest.open(SAMPLE);
  const crashed = await serverPid();
  process.kill(crashed, 'SIGKILL');
  await poll('another server', async () => ((await serverPid()) === crashed ? undefined : true));
  await manifest.replace('size: 160 GB', 'size: 161 GB');
  await manifest.finding('import-size', 'size: 161 GB');
});

test('the command restarts the server', async () => {
  const stopped = await serverPid();
  await commands.executeCommand('imsManifest.restartServer');
  assert.notEqual(await serverPid(), stopped);
  await (await Manifest.open(SAMPLE)).finding('share-encrypted', 'image: payroll');
});

function serverPid(): Promise<number> {
  return poll('the server to run', () =>
    extensions.getExtension<Api>('ims-manifest.ims-manifest')?.exports?.serverPid(),
  );
}
