import { expect, test } from 'vitest';
import { CancellationToken, type Connection } from 'vscode-languageserver';
import type { Client } from '../../server/src/lsp/client.ts';
import { Progress } from '../../server/src/lsp/progress.ts';

test('a client that refuses a bar is asked for it once, and the work is done without', async () => {
  let asked = 0;
  const window = {
    createWorkDoneProgress: () => {
      asked++;
      return Promise.reject(new Error('no bars here'));
    },
  };
  const client = { showsProgress: true, language: 'en' } as Client;
  const progress = new Progress({ window } as unknown as Connection, client, { en: 'Working', zh: '处理中' });
  const done: string[] = [];
  const left = await progress.over(['a', 'b', 'c'], CancellationToken.None, async item => {
    await new Promise(resolve => setTimeout(resolve, 510));
    done.push(item);
  });
  expect({ left, done, asked }).toEqual({ left: [], done: ['a', 'b', 'c'], asked: 1 });
});
