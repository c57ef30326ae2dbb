import { readFileSync } from 'node:fs';
import { globSync } from 'tinyglobby';
import { expect, test } from 'vitest';
import { parseAst } from 'vitest/node';

/** By what a program reaches a network, starts another, or runs what is no code yet: modules, and names that are always there. */
const modules =
  /^(?:node:)?(net|http|https|http2|dns|tls|dgram|child_process|cluster|vm|module|inspector|worker_threads)(?:\/.*)?$/;
const globals =
  /^(fetch|WebSocket|XMLHttpRequest|EventSource|WebTransport|RTCPeerConnection|sendBeacon|importScripts|eval)$/;

/** The modules of these that the bundles have all the same, and what for. The sealed tests see that they do no more. */
const exceptions: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'dist/client.js': {
    child_process: 'vscode-languageclient starts the server',
    net: 'vscode-jsonrpc has transports over pipes and sockets; the client uses the channel of the process',
  },
  'dist/server.js': {
    child_process: 'vscode-languageserver finds modules for servers that load them; this one does not',
    net: 'vscode-jsonrpc, as above; the server uses the channel of the process, or standard input and output',
  },
  'dist/cli.js': {
    child_process:
      'commander runs subcommands that are programs, of which there are none; vscode-languageserver, as above',
    net: 'vscode-jsonrpc, as above',
    worker_threads: 'manifests are checked in several threads, which run this bundle',
  },
};

interface Syntax {
  readonly type?: string;
  readonly name?: string;
  readonly value?: unknown;
  readonly callee?: Syntax & { readonly property?: Syntax };
  readonly source?: Syntax;
  readonly arguments?: readonly Syntax[];
}

/** What a bundle has of all that. */
function* reachedBy(syntax: unknown): Generator<string> {
  if (typeof syntax !== 'object' || syntax === null) return;
  const { type, name = '', value, callee, arguments: [argument] = [] } = syntax as Syntax;
  const loaded = type === 'CallExpression' ? argument?.value : undefined;
  if (typeof loaded === 'string' && isRequire(syntax as Syntax)) {
    const [, module] = modules.exec(loaded) ?? [];
    if (module !== undefined) yield module;
  }
  if (type === 'Identifier' && globals.test(name)) yield name;
  if (callee?.name === 'Function') yield 'Function';
  if (value === undefined || typeof value === 'object') {
    for (const part of Object.values(syntax)) yield* reachedBy(part);
  }
}

/** `require(…)`, also as esbuild has it: `__require(…)`. */
const isRequire = ({ callee }: Syntax): boolean => callee?.name?.endsWith('require') ?? false;

const bundles = globSync(['dist/*.js', 'dist/web/*.js']);

test.each(bundles)('%s reaches no network, starts no program and makes no code', file => {
  const reached = new Set(reachedBy(parseAst(readFileSync(file, 'utf8'))));
  expect([...reached].sort()).toEqual(Object.keys(exceptions[file] ?? {}).sort());
});

test('all that ships is looked at', () => {
  const pure = ['dist/library.js', 'dist/web/client.js', 'dist/web/server.js'];
  expect(bundles.sort()).toEqual([...Object.keys(exceptions), ...pure].sort());
});

test.each(bundles)('%s is of ASCII characters: V8 keeps and reads it in half the memory', file => {
  expect(readFileSync(file, 'utf8')).not.toMatch(/[^\0-\x7f]/);
});
