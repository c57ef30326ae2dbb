import { expect, test } from 'vitest';
import { CancellationToken, ResponseError } from 'vscode-languageserver';
import { Safely } from '../../server/src/lsp/safely.ts';

const logged: string[] = [];
const safely = new Safely({ error: message => logged.push(message) });
const fail = (): never => {
  throw new Error('a bug');
};

test('a bug in a request is logged, and answered with the fallback', async () => {
  const answer = await safely.asked(
    'textDocument/hover',
    (at: number) => `nothing at ${at}`,
    fail,
  )(7, CancellationToken.None);
  expect(answer).toBe('nothing at 7');
  expect(logged.splice(0)).toEqual([expect.stringMatching(/^textDocument\/hover failed: Error: a bug\n +at fail/)]);
});

test('a bug in a notification is logged', async () => {
  await safely.notified('textDocument/didChange', async () => fail())({});
  expect(logged.splice(0)).toEqual([expect.stringContaining('textDocument/didChange failed: Error: a bug')]);
});

test('an answer that is an error stays one', async () => {
  const error = new ResponseError(-1, 'on purpose');
  const handler = safely.asked(
    'x',
    () => '',
    () => Promise.reject(error),
  );
  await expect(handler(undefined, CancellationToken.None)).rejects.toBe(error);
  await expect(handler(undefined, CancellationToken.Cancelled)).rejects.toMatchObject({ code: -32800 });
  expect(logged).toEqual([]);
});
