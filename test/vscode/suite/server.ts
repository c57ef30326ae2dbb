import { commands } from 'vscode';
import { Manifest } from './manifest.ts';
import { running } from './running.ts';
import { test } from './tests.ts';

test('the command restarts the server', async () => {
  const stopped = await running();
  await commands.executeCommand('imsManifest.restartServer');
  await running(stopped);
  await (await Manifest.open('bad/vmware-migration.ims.yaml')).finding('share-encrypted', 'image: payroll');
});
