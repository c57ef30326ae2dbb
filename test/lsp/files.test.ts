import { describe, expect, test } from 'vitest';
import { FileCache } from '../../server/src/files/fileCache.ts';
import type { FileRead, Files } from '../../server/src/files/files.ts';
import { isWithin, normalUri, parentOf, pathOf, resolveUri, wayTo } from '../../server/src/files/uri.ts';
import { Folders } from '../../server/src/lsp/folders.ts';

describe('URIs', () => {
  test.each([
    ['file:///c%3A/Team/x.ims.yaml', 'file:///C:/Team/x.ims.yaml'],
    ['file:///w/a%20b/%C3%A9%2B.yaml', 'file:///w/a b/é+.yaml'],
    ['file:///w/', 'file:///w'],
    ['file:///w/%40a/x', 'file:///w/@a/x'],
    ['vscode-vfs://github/o/r/x', 'vscode-vfs://github/o/r/%78'],
  ])('%s and %s are the same', (one, other) => {
    expect(normalUri(one)).toBe(normalUri(other));
    expect(normalUri(normalUri(one) as string)).toBe(normalUri(one));
  });

  test.each(['untitled:x.ims.yaml', 'file:///%ff', 'nonsense', ''])('%j is in no folder', uri => {
    expect(normalUri(uri)).toBeUndefined();
  });

  test.each([
    ['file:///w/a', '../i b.json', 'file:///w/i%20b.json', '/w/i b.json'],
    ['file:///w/a', './镜像/i.json', 'file:///w/a/%E9%95%9C%E5%83%8F/i.json', '/w/a/镜像/i.json'],
    ['file:///c%3A/w', 'in\\i.json', 'file:///c%3A/w/in/i.json', 'c:/w/in/i.json'],
    ['file:///w', 'a//./b#1?%', 'file:///w/a/b%231%3F%25', '/w/a/b#1?%'],
    ['file:///w', '\ud800', 'file:///w/%EF%BF%BD', '/w/\ufffd'],
  ])('from %s, %s leads to %s', (folder, path, uri, shown) => {
    expect(resolveUri(folder, path)).toBe(uri);
    expect(pathOf(uri)).toBe(shown);
  });

  test('a folder holds itself and what is below it', () => {
    expect(isWithin('file:///w', 'file:///w')).toBe(true);
    expect(isWithin('file:///w', 'file:///w/a/b')).toBe(true);
    expect(isWithin('file:///w', 'file:///wide/a')).toBe(false);
    expect(isWithin('file:///w', resolveUri('file:///w/a', '../../../../w2/x'))).toBe(false);
    expect(wayTo('file:///w', 'file:///w/a%20b/c')).toBe('a b/c');
    expect(parentOf('file:///w/a')).toBe('file:///w');
  });

  test('the root may be the folder', () => {
    const root = normalUri('file:///') as string;
    expect(isWithin(root, 'file:///w/a')).toBe(true);
    expect(resolveUri(root, 'a')).toBe('file:///a');
    expect(pathOf(root)).toBe('');
  });
});

test('a document belongs to the innermost workspace folder', () => {
  const folder = (uri: string) => ({ uri, name: uri });
  const folders = new Folders({ workspaceFolders: [folder('file:///w'), folder('file:///w/in/')], rootUri: null });
  expect(folders.boundaryOf('file:///w/a/x')).toBe('file:///w');
  expect(folders.boundaryOf('file:///w/in/a/x')).toBe('file:///w/in');
  expect(folders.boundaryOf('file:///v/a/x')).toBe('file:///v/a');
  folders.change({ added: [folder('file:///v')], removed: [folder('file:///w/in')] });
  expect(folders.boundaryOf('file:///w/in/a/x')).toBe('file:///w');
  expect(folders.boundaryOf('file:///v/a/x')).toBe('file:///v');
});

/** Files that are read when the test says so. */
class SlowFiles implements Files {
  readonly reads: string[] = [];
  readonly #waiting: ((read: FileRead) => void)[] = [];

  reach(): boolean {
    return true;
  }

  read(uri: string): Promise<FileRead> {
    this.reads.push(uri);
    return new Promise(resolve => this.#waiting.push(resolve));
  }

  async manifestsIn(): Promise<readonly string[]> {
    return [];
  }

  /** Ends the read of that number, the first being 0. */
  end(read: number, text: string, real = this.reads[read] as string): void {
    this.#waiting[read]?.({ content: { text }, real });
  }
}

describe('the cache', () => {
  const start = () => {
    const files = new SlowFiles();
    let loads = 0;
    const cache = new FileCache<string>(
      files,
      content => ('text' in content ? content.text : content.fault),
      () => void loads++,
    );
    return { files, cache, loads: () => loads };
  };

  test('reads a file once for all who use it', async () => {
    const { files, cache, loads } = start();
    const read = Promise.all([cache.read('w/f', 'w', 'a'), cache.read('w/f', 'w', 'b')]);
    expect(cache.peek('w/f', 'w', 'c')).toBeUndefined();
    files.end(0, 'text');
    expect(await read).toEqual(['text', 'text']);
    expect(cache.peek('w/f', 'w', 'd')).toBe('text');
    expect(files.reads).toEqual(['w/f']);
    expect(loads()).toBe(1);
  });

  test('of two reads, the newer counts, though the older ends later', async () => {
    const { files, cache, loads } = start();
    const read = cache.read('w/f', 'w', 'a');
    cache.changed('w/f');
    files.end(1, 'new');
    await new Promise(setImmediate);
    files.end(0, 'old');
    expect(await read).toBe('new');
    expect(loads()).toBe(1);
  });

  test('a change concerns who uses the file, also by a link to it', async () => {
    const { files, cache } = start();
    cache.peek('w/f', 'w', 'a');
    cache.peek('w/g', 'w', 'b');
    files.end(0, '', 'w/g');
    files.end(1, '');
    await cache.settled();
    expect([...cache.changed('w/g')]).toEqual(['a', 'b']);
    expect([...cache.changed('w/h')]).toEqual([]);
    expect(files.reads).toEqual(['w/f', 'w/g', 'w/f', 'w/g']);
  });

  test('what nobody uses any more is forgotten', () => {
    const { files, cache } = start();
    for (const user of ['a', 'b']) cache.peek('w/f', 'w', user);
    cache.release('a');
    cache.peek('w/f', 'w', 'b');
    expect(files.reads).toHaveLength(1);
    cache.release('b');
    cache.peek('w/f', 'w', 'c');
    expect(files.reads).toHaveLength(2);
  });
});
