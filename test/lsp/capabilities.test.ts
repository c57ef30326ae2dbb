import { expect, test } from 'vitest';
import { ErrorCodes } from 'vscode-languageserver';
import { announced, requests } from '../../scripts/features/methods.ts';
import { Client, pulling, simple } from './client.ts';

/** Whether the server has a handler, whatever it makes of a question about nothing. */
async function isHandled(client: Client, method: string): Promise<boolean> {
  const nothing = { textDocument: { uri: 'untitled:none' }, position: { line: 0, character: 0 } };
  try {
    await client.request(method, nothing);
    return true;
  } catch (error) {
    return (error as { code?: number }).code !== ErrorCodes.MethodNotFound;
  }
}

test.each(Object.entries({ pulling, simple }))(
  'a client that is %s: what is announced is handled, and the reverse',
  async (_name, capabilities) => {
    const client = await Client.start({ capabilities });
    const handled: string[] = [];
    for (const method of requests) if (await isHandled(client, method)) handled.push(method);
    expect(handled).toEqual(announced(client.initialized.capabilities));
    await client.stop();
  },
);
