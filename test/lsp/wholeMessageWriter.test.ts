import { PassThrough, Writable } from 'node:stream';
import { expect, test } from 'vitest';
import { WholeMessageWriter } from '../../server/src/wholeMessageWriter.ts';

const message = (method: string, params?: unknown) => ({ jsonrpc: '2.0', method, params });

test('each message is passed on in one piece, in its order', async () => {
  const pieces: string[] = [];
  const to = new Writable({
    write(piece, _, done) {
      pieces.push(`${piece}`);
      setImmediate(done);
    },
  });
  const writer = new WholeMessageWriter(to);
  const messages = ['a', 'image 名称', 'x'.repeat(100_000)].map((params, i) => message(`m${i}`, params));
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
  const writer = new WholeMessageWriter(to);
  const heard: unknown[] = [];
  writer.onError(([error]) => heard.push(error));
  writer.onClose(() => heard.push('closed'));
  to.destroy(new Error('gone'));
  await expect(writer.write(message('late'))).rejects.toThrow();
  expect(heard).toEqual([new Error('gone'), 'closed']);
});

test('what cannot be written is told, and costs nothing else', async () => {
  const to = new PassThrough();
  const writer = new WholeMessageWriter(to);
  const circle: { self?: unknown } = {};
  circle.self = circle;
  await expect(writer.write(message('circle', circle))).rejects.toThrow('circular');
  await writer.write(message('next'));
  expect(`${to.read()}`).toMatch(/\{"jsonrpc":"2.0","method":"next"\}$/);
});
