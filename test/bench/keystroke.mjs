// The time from an edit to its diagnostics in the built server, over stdio, beside a parse of the same text by `yaml`.
// usage: node test/bench/keystroke.mjs [operations]
import { spawn } from 'node:child_process';
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-jsonrpc/node';
import { parseDocument } from 'yaml';
import { generate } from './manifest.mjs';

const count = Number(process.argv[2] ?? 10_000);
const text = generate(count);
const uri = 'file:///bench.ims.yaml';
const ms = async work => {
  const start = performance.now();
  await work();
  return performance.now() - start;
};
const quantile = (times, q) => [...times].sort((a, b) => a - b)[Math.floor((times.length - 1) * q)];

const child = spawn(process.execPath, ['dist/cli.js', 'lsp', '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
const connection = createMessageConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin));
connection.listen();
await connection.sendRequest('initialize', {
  processId: process.pid,
  rootUri: null,
  capabilities: { textDocument: { diagnostic: {} } },
});
await connection.sendNotification('initialized', {});

const pull = () => connection.sendRequest('textDocument/diagnostic', { textDocument: { uri } });
const opening = await ms(async () => {
  await connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri, languageId: 'ims-manifest', version: 1, text },
  });
  await pull();
});

const lines = text.split('\n');
const places = { start: 5, middle: Math.floor(lines.length / 2), end: lines.length - 4 };
let version = 1;
const rows = [];
for (const [name, near] of Object.entries(places)) {
  const line = lines.findIndex((content, i) => i >= near - 15 && content.includes('description: '));
  const character = lines[line].length;
  const times = [];
  for (let i = 0; i < 100; i++) {
    const inserted = i % 2 === 0;
    const range = { start: { line, character }, end: { line, character: character + (inserted ? 0 : 1) } };
    times.push(
      await ms(async () => {
        const contentChanges = [{ range, text: inserted ? 'x' : '' }];
        await connection.sendNotification('textDocument/didChange', {
          textDocument: { uri, version: ++version },
          contentChanges,
        });
        await pull();
      }),
    );
  }
  rows.push({ edit: name, p50: quantile(times, 0.5), p95: quantile(times, 0.95), max: Math.max(...times) });
}
const whole = await ms(() => parseDocument(text, { prettyErrors: false, uniqueKeys: false }));

await connection.sendRequest('shutdown');
await connection.sendNotification('exit');

const round = value => `${value.toFixed(2)} ms`;
console.log(`${count} operations, ${(text.length / 1e6).toFixed(1)} MB`);
console.log(`yaml parseDocument of the text: ${round(whole)}`);
console.log(`open → first diagnostics:       ${round(opening)} (${(opening / whole).toFixed(2)} × parseDocument)`);
for (const { edit, p50, p95, max } of rows) {
  const ratio = (whole / p50).toFixed(0);
  console.log(
    `edit at the ${edit.padEnd(6)} → diagnostics: p50 ${round(p50)}, p95 ${round(p95)}, max ${round(max)}; parseDocument takes ${ratio} ×`,
  );
}
connection.dispose();
