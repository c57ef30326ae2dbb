import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import * as protocol from 'vscode-languageserver/node';

/** The commands of VS Code that have a provider asked. */
const asks: Readonly<Record<string, string>> = {
  'vscode.executeCodeActionProvider': 'textDocument/codeAction',
  'vscode.executeCodeLensProvider': 'textDocument/codeLens',
  'vscode.executeCompletionItemProvider': 'textDocument/completion',
  'vscode.executeDefinitionProvider': 'textDocument/definition',
  'vscode.executeDocumentHighlights': 'textDocument/documentHighlight',
  'vscode.executeDocumentRenameProvider': 'textDocument/rename',
  'vscode.executeDocumentSymbolProvider': 'textDocument/documentSymbol',
  'vscode.executeFoldingRangeProvider': 'textDocument/foldingRange',
  'vscode.executeFormatDocumentProvider': 'textDocument/formatting',
  'vscode.executeFormatRangeProvider': 'textDocument/rangeFormatting',
  'vscode.executeHoverProvider': 'textDocument/hover',
  'vscode.executeInlayHintProvider': 'textDocument/inlayHint',
  'vscode.executeLinkProvider': 'textDocument/documentLink',
  'vscode.executeReferenceProvider': 'textDocument/references',
  'vscode.executeSelectionRangeProvider': 'textDocument/selectionRange',
  'vscode.executeWorkspaceSymbolProvider': 'workspace/symbol',
  'vscode.prepareTypeHierarchy': 'textDocument/prepareTypeHierarchy',
  'vscode.provideSubtypes': 'typeHierarchy/subtypes',
  'vscode.provideSupertypes': 'typeHierarchy/supertypes',
};

const testClient = 'test/lsp/client.ts';
const folders = ['test/lsp', 'test/client', 'test/vscode/suite'];

/** The tests that have to do with a method or a command, by its name: files, in the order of the folders. */
export function tested(): (name: string) => readonly string[] {
  const members = membersOf(readFileSync(testClient, 'utf8'));
  const files = folders.flatMap(folder =>
    readdirSync(folder)
      .sort()
      .map(file => `${folder}/${file}`)
      .filter(file => file.endsWith('.ts') && file !== testClient),
  );
  const named = files.map(file => {
    const text = readFileSync(file, 'utf8');
    return { file, names: new Set([...namesIn(text), ...(file.startsWith('test/lsp') ? usedIn(text, members) : [])]) };
  });
  return name => named.filter(({ names }) => names.has(name)).map(({ file }) => file);
}

/** What a test is called by. */
export const testName = (file: string): string =>
  file.startsWith('test/vscode') ? `VS Code: ${basename(file, '.ts')}` : basename(file, '.test.ts');

/** Methods by the names of their types in the protocol. */
const methodOf = new Map(
  Object.entries(protocol as Record<string, unknown>).flatMap(([name, value]) => {
    const { method } = (value ?? {}) as { method?: unknown };
    return typeof method === 'string' ? [[name, method] as const] : [];
  }),
);

/** What the library of the connection has own words for. */
const idioms: readonly (readonly [word: string, method: string])[] = [
  ['new CancellationTokenSource', '$/cancelRequest'],
  ['.onProgress(', '$/progress'],
];

/** The methods and commands that a text names, be it by a provider's command or a type of the protocol. */
function namesIn(text: string): readonly string[] {
  const literals = Array.from(text.matchAll(/'([\w$]+(?:[./][\w/]+)+)'/g), ([, name]) => name as string);
  const types = Array.from(text.matchAll(/\b(\w+(?:Request|Notification))\.(?:type|method)\b/g), ([, name]) =>
    methodOf.get(name as string),
  );
  const meant = idioms.flatMap(([word, method]) => (text.includes(word) ? [method] : []));
  return [...literals.map(name => asks[name] ?? name), ...types, ...meant].filter(name => name !== undefined);
}

type Members = ReadonlyMap<string, readonly string[]>;

const usedIn = (text: string, members: Members): readonly string[] =>
  Array.from(text.matchAll(/\.(\w+)\b/g), ([, name]) => members.get(name as string) ?? []).flat();

/** What the members of the editor's stand-in have to do with: methods that they send, or note in a field. */
function membersOf(source: string): Members {
  const bodies = new Map<string, string>();
  const note = (name: string, body: string): void => void bodies.set(name, `${bodies.get(name) ?? ''}${body}`);
  for (const { 1: name = '', 2: body = '' } of source.matchAll(
    /^ {2}(?:static |async |get )*(\w+)\(.*?\{\n(.*?)^ {2}\}/gms,
  )) {
    if (name !== 'constructor') note(name, body);
  }
  const handlers = source.matchAll(/this\.connection\.on\w+\((.*?)^ {4}(?=this|\})/gms);
  for (const [handler] of handlers) {
    for (const [, field = ''] of handler.matchAll(/this\.(\w+)/g)) if (field !== 'connection') note(field, handler);
  }
  const methodsOf = (name: string, seen: ReadonlySet<string>): readonly string[] => {
    const body = bodies.get(name);
    if (body === undefined || seen.has(name)) return [];
    const others = Array.from(body.matchAll(/this\.(\w+)/g), ([, other]) => other as string);
    return [...namesIn(body), ...others.flatMap(other => methodsOf(other, new Set([...seen, name])))];
  };
  return new Map([...bodies.keys()].map(name => [name, [...new Set(methodsOf(name, new Set()))]]));
}
