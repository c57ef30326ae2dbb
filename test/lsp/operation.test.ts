import { expect, test } from 'vitest';
import { sharesEncrypted } from '../support/manifests.ts';
import { Client, type Document } from './client.ts';

interface Status {
  readonly action: Parameters<Document['textAt']>[0];
  readonly constraints: unknown;
}

test('the operation at the cursor is told with its constraints', async () => {
  const client = await Client.start();
  const document = await client.open(sharesEncrypted);
  const at = (text: string): Promise<Status | null> =>
    client.request('ims/operation', { textDocument: { uri: document.uri }, position: document.positionOf(text) });
  const status = await at('tenants');
  expect(status && document.textAt(status.action)).toBe('share');
  expect(status?.constraints).toEqual({ holds: 2, violated: 1, undecided: 3 });
  expect(await at('images')).toBeNull();
  await client.stop();
});
