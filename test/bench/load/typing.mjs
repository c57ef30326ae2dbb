import { setTimeout as sleep } from 'node:timers/promises';
import { generate } from '../manifest.mjs';
import { summary } from '../measure.mjs';
import { Editor } from './editor.mjs';

/** Manifests that are open at once, edits a second over all of them in turn, and for how long, in seconds. */
export const typingPlan = { manifests: 200, rate: 50, seconds: 60, parts: 6 };

/** Types in many manifests at once: from each edit to its diagnostics, and the memory, by parts of the time. */
export async function typing({ manifests, rate, seconds, parts }) {
  const editor = await Editor.start();
  const documents = Array.from({ length: manifests }, (_, i) => documentOf(i));
  for (const { uri, text } of documents) editor.open(uri, text);
  await Promise.all(documents.map(({ uri }) => editor.diagnostics(uri)));

  const perPart = Math.ceil((rate * seconds) / parts);
  const begun = performance.now();
  const rows = [];
  for (let part = 0; part < parts; part++) {
    const asked = [];
    for (let i = part * perPart; i < (part + 1) * perPart; i++) {
      await sleep(Math.max(0, begun + (i * 1000) / rate - performance.now()));
      asked.push(edited(editor, documents[i % manifests]));
    }
    rows.push({ ...summary(await Promise.all(asked)), ...(await editor.memory()) });
  }
  await editor.stop();
  return rows;
}

/** 20 to 29 operations, and where something is typed and taken back. */
function documentOf(i) {
  const text = generate(20 + (i % 10));
  const anchor = 'description: ';
  const lines = text.slice(0, text.indexOf(anchor)).split('\n');
  const place = { line: lines.length - 1, character: lines.at(-1).length + anchor.length };
  return { uri: `untitled:load-${i}.ims.yaml`, text, place, version: 1 };
}

/** How long it takes from an edit to the diagnostics after it. */
async function edited(editor, document) {
  const { uri, place, version } = document;
  const isTyped = version % 2 === 1;
  const end = { line: place.line, character: place.character + (isTyped ? 0 : 1) };
  const started = performance.now();
  document.version++;
  editor.notify('textDocument/didChange', {
    textDocument: { uri, version: document.version },
    contentChanges: [{ range: { start: place, end }, text: isTyped ? 'x' : '' }],
  });
  await editor.diagnostics(uri);
  return performance.now() - started;
}
