import { assert } from 'chai';
import { commands } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { Manifest, ruleOf } from './manifest.ts';
import { poll } from './poll.ts';
import { client, running } from './running.ts';
import { test } from './tests.ts';

const file = 'bad/vmware-migration.ims.yaml';

/** So far apart kills are no loop. */
const PAUSE_MS = 4200;

const pause = (ms: number): Promise<void> => new Promise(resolve => setTimeout(resolve, ms));

/** Ends the process of a server, which may still be starting. */
async function kill(server: LanguageClient): Promise<void> {
  process.kill(await poll('the process of the server', () => server.serverProcess?.pid), 'SIGKILL');
}

/** Types behind a text, letter by letter. */
async function type(manifest: Manifest, behind: string, text: string): Promise<void> {
  for (let typed = behind; text !== ''; text = text.slice(1)) {
    await manifest.replace(`${typed}|`, text.charAt(0));
    typed += text.charAt(0);
  }
}

const seenIn = (manifest: Manifest): string[] =>
  manifest.findings().map(finding => `${ruleOf(finding)}: ${manifest.text(finding.range)}: ${finding.message}`);

test('a server that is killed twenty times in the middle of typing comes back, and the window ends up right', async () => {
  const manifest = await Manifest.open(file);
  const starts: number[] = [];
  for (let size = 160; size < 180; size++) {
    const killed = (await running()) as LanguageClient;
    await type(manifest, `size: ${size}`, '0 G');
    const since = performance.now();
    await kill(killed);
    await type(manifest, `size: ${size}0 G`, 'B B');
    await manifest.replace(`size: ${size}0 GB B`, `size: ${size + 1}`);
    await running(killed);
    starts.push(Math.round(performance.now() - since));
    await manifest.finding('import-size', `size: ${size + 1} GB`);
    await pause(PAUSE_MS);
  }
  const seen = seenIn(manifest);
  const last = await running();
  await commands.executeCommand('imsManifest.restartServer');
  await running(last);
  await poll('the findings of a new server', () => seenIn(manifest).length === seen.length || undefined);
  assert.deepEqual(seen, seenIn(manifest));
  console.log(`from a kill to a server that runs: ${starts.sort((a, b) => a - b).join(', ')} ms`);
});

test('a server that cannot stay up is given up, which is told with the way out, and the editor goes on', async () => {
  const manifest = await Manifest.open(file);
  let killed = await running();
  let starts = 0;
  for (let next: typeof killed | undefined = killed; next !== undefined; next = client()) {
    if (next === killed && starts > 0) {
      await pause(5);
      continue;
    }
    killed = next;
    starts++;
    await kill(killed as LanguageClient);
  }
  assert.equal(starts, 6);
  const edits: number[] = [];
  for (const letter of 'still typing') {
    const since = performance.now();
    await manifest.replace('# Importing|', letter);
    edits.push(Math.round(performance.now() - since));
    await pause(PAUSE_MS / 12);
    assert.isUndefined(client());
  }
  console.log(`edits with no server: ${edits.join(', ')} ms`);
  await commands.executeCommand('notification.acceptPrimaryAction');
  await running();
  await manifest.replace('size: 180 GB', 'size: 181 GB');
  await manifest.finding('import-size', 'size: 181 GB');
});
