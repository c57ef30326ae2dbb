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

test('a server starts without what it serves with', () => {
  const loaded = new Set<string>();
  const load = (file: string): void => {
    if (loaded.has(file)) return;
    loaded.add(file);
    const text = readFileSync(path.join(root, file), 'utf8');
    for (const [, name] of text.matchAll(/^(?:import|export) (?!type\b)[^;]*?from '(\.[^']+\.ts)'/gm))
      load(path.join(path.dirname(file), name as string));
  };
  load('node.ts');
  const rooms = new Set([...loaded].map(file => path.dirname(file)));
  expect([...rooms].sort()).toEqual(['.', 'files', 'lsp']);
  expect(loaded).not.toContain(path.join('lsp', 'serve.ts'));
});
