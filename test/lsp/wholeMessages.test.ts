import { once } from 'node:events';
import { PassThrough, Writable } from 'node:stream';
import { expect, test } from 'vitest';
import { StreamMessageWriter } from 'vscode-jsonrpc/node';
import { WholeMessages } from '../../server/src/wholeMessages.ts';

test('each message is passed on in one piece, in its order', async () => {
  const pieces: string[] = [];
  const to = new Writable({
    write(piece, _, done) {
      pieces.push(`${piece}`);
      setImmediate(done);
    },
  });
  const writer = new StreamMessageWriter(new WholeMessages(to));
  const messages = ['a', 'image 名称', 'x'.repeat(100_000)].map((params, i) => ({
    jsonrpc: '2.0',
    method: `m${i}`,
    params,
  }));
  await Promise.all(messages.map(message => writer.write(message)));
  expect(pieces).toEqual(
    messages.map(message => {
      const body = JSON.stringify(message);
      return `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
    }),
  );
});

test('whoever writes hears of a stream that breaks', async () => {
  const to = new PassThrough();
  const messages = new WholeMessages(to);
  const heard = once(messages, 'error');
  to.destroy(new Error('gone'));
  expect((await heard)[0]).toEqual(new Error('gone'));
});
