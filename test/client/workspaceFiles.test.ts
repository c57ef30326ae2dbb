import { posix } from 'node:path';
import { beforeEach, expect, test, vi } from 'vitest';
import type { BaseLanguageClient } from 'vscode-languageclient';

/** As much of VS Code's own as the files take: a workspace folder `/in`, links in it, and all that is asked for. */
const host = vi.hoisted(() => ({ asked: [] as string[] }));

vi.mock('vscode', () => {
  class Uri {
    constructor(
      readonly scheme: string,
      readonly path: string,
    ) {}
    static parse(text: string): Uri {
      const [, scheme = '', path = ''] = /^([^:]+):(?:\/\/[^/]*)?(.*)$/s.exec(text) ?? [];
      return new Uri(scheme, decodeURIComponent(path));
    }
    static joinPath({ scheme, path }: Uri, step: string): Uri {
      return new Uri(scheme, posix.join(path, step));
    }
    toString(): string {
      return `${this.scheme}:${this.path}`;
    }
  }
  const link = 64;
  const stat = async ({ path }: Uri) => ({ type: /\/linked$|\/link\.json$/.test(path) ? link : 1 });
  const noted =
    <T>(answer: T) =>
    async (uri: Uri): Promise<T> => {
      host.asked.push(`${uri}`);
      return answer;
    };
  return {
    Uri,
    FileSystemError: class extends Error {},
    FileType: { File: 1, Directory: 2, SymbolicLink: link },
    workspace: {
      fs: { stat, readFile: noted(new TextEncoder().encode('[]')), readDirectory: noted([['a.ims.yaml', 1]]) },
      getWorkspaceFolder: ({ scheme, path }: Uri) =>
        scheme === 'memfs' && `${path}/`.startsWith('/in/') ? {} : undefined,
    },
  };
});

const { serveFiles } = await import('../../client/src/workspaceFiles.ts');

/** What the client answers to the server. */
const answers = new Map<string, (params: unknown) => unknown>();
serveFiles({
  onRequest: (method: string, answer: (params: unknown) => unknown) => answers.set(method, answer),
} as unknown as BaseLanguageClient);
const ask = (method: string, params: unknown) => answers.get(method)?.(params);

beforeEach(() => {
  host.asked = [];
});

test('a file of the workspace is read', async () => {
  expect(await ask('ims/readFile', { uri: 'memfs:///in/a/i.json', boundary: 'memfs:///in' })).toEqual({ text: '[]' });
  expect(host.asked).toEqual(['memfs:/in/a/i.json']);
  expect(await ask('ims/manifestsIn', { folder: 'memfs:///in' })).toEqual(['memfs:/in/a.ims.yaml']);
});

test.each([
  'memfs:///out/i.json',
  'memfs:///inner/i.json',
  'memfs:///in/../out/i.json',
  'memfs:///in/%2e%2e/out/i.json',
  'memfs:///in/..%2fout/i.json',
  'memfs:///in/a/%2E%2E/%2e./out/i.json',
  'file:///in/i.json',
  'file:///etc/passwd',
  'https://example.invalid/in/i.json',
  'memfs:///in/link.json',
  'memfs:///in/linked/i.json',
  'memfs:///in/linked/a/i.json',
])('%s is not', async uri => {
  expect(await ask('ims/readFile', { uri, boundary: 'memfs:///in' })).toEqual({ fault: 'outside' });
  expect(host.asked).toEqual([]);
});

test.each(['memfs:///out', 'memfs:///', 'memfs:///in/..', 'file:///in'])(
  'what is in %s is not listed',
  async folder => {
    expect(await ask('ims/manifestsIn', { folder })).toEqual([]);
    expect(host.asked).toEqual([]);
  },
);
