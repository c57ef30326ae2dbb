import { expect, test } from 'vitest';
import { type ClientCapabilities, ErrorCodes } from 'vscode-languageserver';
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

/** It can do all for which there is more to announce, and takes registrations. */
const able: ClientCapabilities = {
  ...pulling,
  textDocument: {
    ...pulling.textDocument,
    rename: { prepareSupport: true },
    formatting: { dynamicRegistration: true },
    rangeFormatting: { dynamicRegistration: true },
  },
};

test.each(Object.entries({ able, pulling, simple }))(
  'a client that is %s: what is announced or registered is handled, and the reverse',
  async (_name, capabilities) => {
    const client = await Client.start({ capabilities });
    const handled: string[] = [];
    for (const method of requests) if (await isHandled(client, method)) handled.push(method);
    const registered = client.registered.filter(method => requests.includes(method));
    expect(handled).toEqual([...announced(client.initialized.capabilities), ...registered].sort());
    await client.stop();
  },
);
