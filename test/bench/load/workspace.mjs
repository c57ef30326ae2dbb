import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { generate } from '../manifest.mjs';
import { summary } from '../measure.mjs';
import { Editor } from './editor.mjs';

export const workspaceSize = 10_000;

/** As VS Code does, it takes the diagnostics as they come. */
const partialResultToken = 'workspace';

/** Has a workspace of many manifests checked, and hovers meanwhile over one that is open. */
export async function workspace(manifests) {
  const folder = mkdtempSync(join(tmpdir(), 'ims-load-'));
  const bytes = fill(folder, manifests);
  const editor = await Editor.start(pathToFileURL(folder).href);
  const text = generate(100);
  const uri = pathToFileURL(join(folder, 'open.ims.yaml')).href;
  editor.open(uri, text);
  await editor.diagnostics(uri);
  const before = await editor.memory();

  const begun = performance.now();
  let isDone = false;
  let told = 0;
  editor.onProgress(({ items }) => {
    told += items.length;
  });
  const checked = editor.request('workspace/diagnostic', { previousResultIds: [], partialResultToken }).finally(() => {
    isDone = true;
  });
  const hovers = [];
  while (!isDone) {
    const started = performance.now();
    await editor.request('textDocument/hover', { textDocument: { uri }, position: { line: 8, character: 6 } });
    hovers.push(performance.now() - started);
    await sleep(20);
  }
  told += (await checked).items.length;
  const ms = performance.now() - begun;
  const after = await editor.memory();
  await editor.stop();
  rmSync(folder, { recursive: true, force: true });
  return { manifests: told, bytes, ms, hovers: summary(hovers), before, after };
}

/** Folders of a hundred manifests of 1 to 19 operations; tells how many bytes these are. */
function fill(folder, manifests) {
  let bytes = 0;
  for (let i = 0; i < manifests; i++) {
    const file = join(folder, `${Math.floor(i / 100)}`, `${i}.ims.yaml`);
    const text = generate(1 + (i % 19), { few: i % 10 > 0 });
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    bytes += text.length;
  }
  return bytes;
}
