import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

/** What each room may import; it may always import from itself. */
const mayImport: Record<string, readonly string[]> = {
  syntax: [],
  model: ['syntax'],
  edit: ['syntax', 'model'],
  facts: ['syntax', 'model'],
  rules: ['syntax', 'model', 'facts', 'edit'],
  analysis: ['syntax', 'model', 'facts', 'rules', 'edit'],
  features: ['syntax', 'model', 'facts', 'rules', 'edit', 'analysis'],
  files: ['model', 'facts'],
  lsp: ['syntax', 'model', 'facts', 'rules', 'edit', 'analysis', 'features', 'files'],
  cli: ['syntax', 'model', 'facts', 'rules', 'edit', 'analysis', 'features', 'files', 'lsp'],
};

/** Packages that only some rooms may know: the parser, the protocol, and all that touches the outside. */
const reserved: Record<string, readonly string[]> = {
  yaml: ['syntax', 'edit'],
  'vscode-languageserver': ['lsp', 'cli'],
  'vscode-jsonrpc': ['lsp'],
  node: ['files', 'cli'],
};

const root = 'server/src';
const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(file => file.endsWith('.ts'));

function* importsOf(file: string): Iterable<string> {
  const text = readFileSync(path.join(root, file), 'utf8');
  for (const [, name] of text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)) yield name as string;
}

test('imports run one way', () => {
  const wrong: string[] = [];
  for (const file of files) {
    const room = file.split(path.sep)[0] as string;
    const allowed = mayImport[room];
    if (allowed === undefined) continue;
    for (const name of importsOf(file)) {
      if (name.startsWith('.')) {
        const target = path.join(path.dirname(file), name).split(path.sep);
        const other = target[0] as string;
        if (target.length > 1 && other !== '..' && other !== room && !allowed.includes(other))
          wrong.push(`${file} → ${target.join('/')}`);
      } else {
        const owner = Object.entries(reserved).find(
          ([key]) => name === key || name.startsWith(`${key}/`) || name.startsWith(`${key}:`),
        );
        if (owner !== undefined && !owner[1].includes(room)) wrong.push(`${file} → ${name}`);
      }
    }
  }
  expect(wrong).toEqual([]);
  expect(files.length).toBeGreaterThan(50);
});

test('the language server has its files through an interface: only the door to the disk knows Node', () => {
  const knowNode = files.filter(
    file => /^(lsp|files)\b/.test(file) && [...importsOf(file)].some(name => name.startsWith('node:')),
  );
  expect(knowNode).toEqual([path.join('files', 'nodeFiles.ts')]);
});

test('the protocol is imported in one place', () => {
  const importers = files.filter(file => [...importsOf(file)].includes('vscode-languageserver'));
  expect(importers).toEqual([path.join('lsp', 'protocol.ts')]);
});
