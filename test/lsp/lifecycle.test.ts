import { expect, test } from 'vitest';
import { CancellationTokenSource, FoldingRangeRequest, LSPErrorCodes, ResponseError } from 'vscode-languageserver/node';
import { version } from '../../package.json';
import { cli, server } from '../support/dist.ts';
import { twoFindings } from '../support/manifests.ts';
import { Client, simple, telling } from './client.ts';

test('the handshake tells what the server can do, and no more', async () => {
  const client = await Client.start();
  expect(client.initialized).toEqual({
    serverInfo: { name: 'ims-manifest', version },
    capabilities: {
      positionEncoding: 'utf-16',
      textDocumentSync: { openClose: true, change: 2, save: true },
      workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
      hoverProvider: true,
      codeLensProvider: { resolveProvider: true },
      inlayHintProvider: true,
      documentFormattingProvider: true,
      documentRangeFormattingProvider: true,
      completionProvider: { triggerCharacters: [' '], resolveProvider: true },
      codeActionProvider: { codeActionKinds: ['quickfix', 'source.fixAll.ims'], resolveProvider: true },
      diagnosticProvider: { identifier: 'ims', interFileDependencies: false, workspaceDiagnostics: true },
      documentSymbolProvider: true,
      workspaceSymbolProvider: true,
      definitionProvider: true,
      referencesProvider: true,
      documentHighlightProvider: true,
      renameProvider: true,
      foldingRangeProvider: true,
      selectionRangeProvider: true,
      documentLinkProvider: {},
      typeHierarchyProvider: true,
    },
  });
  await client.stop();
  expect(client.registered).toEqual(['workspace/didChangeConfiguration']);
});

test('a client that does not pull is offered no pulling', async () => {
  const client = await Client.start({ capabilities: simple });
  expect(client.initialized.capabilities).not.toHaveProperty('diagnosticProvider');
  expect(client.initialized.capabilities.codeActionProvider).toMatchObject({ resolveProvider: false });
  await client.stop();
});

test.each([
  ['server.js', [server]],
  ['cli.js', [cli, 'lsp']],
])('%s answers all that a client says that waits for nothing, in its order', async (_, program) => {
  const client = new Client(undefined, program);
  const said = client.initialize();
  void client.notify('initialized', {});
  const untouched = await client.open(twoFindings);
  const before = untouched.hover('160 GB');
  const document = await client.open(twoFindings);
  void document.replace('160 GB', '1 GB');
  const after = document.hover('1 GB');
  const unknown = expect(client.request('ims/unknown', {})).rejects.toMatchObject({ code: -32601 });
  const withdrawn = new CancellationTokenSource();
  const about = { textDocument: { uri: document.uri } };
  const cancelled = expect(
    client.connection.sendRequest(FoldingRangeRequest.type, about, withdrawn.token),
  ).rejects.toMatchObject({ code: LSPErrorCodes.RequestCancelled });
  withdrawn.cancel();
  const findings = document.findings();
  await said;
  expect(await before).toMatchObject(telling('160 GB'));
  expect(await after).toMatchObject(telling('1 GB'));
  await unknown;
  await cancelled;
  expect(await findings).toEqual(['import-size: 200 GB']);
  expect(await client.stop()).toBe(0);
  expect(client.logged).toEqual([]);
});

test('a request that comes before `initialize` is refused, and the server lives', async () => {
  const client = new Client();
  await expect(client.request('textDocument/hover', {})).rejects.toBeInstanceOf(ResponseError);
  await client.initialize();
  const document = await client.open(twoFindings);
  expect(await document.diagnostics()).toHaveLength(2);
  await client.stop();
});

test('exit after shutdown is a success, exit without is not', async () => {
  expect(await (await Client.start()).stop()).toBe(0);
  const client = await Client.start();
  await client.notify('exit');
  expect(await client.exitCode()).toBe(1);
  const hasty = new Client();
  void hasty.initialize();
  expect(await hasty.stop()).toBe(0);
});

test('the server ends with its input, well if after shutdown', async () => {
  const client = await Client.start();
  client.closeInput();
  expect(await client.exitCode()).toBe(1);
  const ready = await Client.start();
  await ready.request('shutdown');
  ready.closeInput();
  expect(await ready.exitCode()).toBe(0);
});

test('unknown methods and documents do no harm', async () => {
  const client = await Client.start();
  await expect(client.request('ims/unknown', {})).rejects.toMatchObject({ code: -32601 });
  await client.notify('ims/unknown', {});
  const document = await client.open(twoFindings);
  const diagnostics = await document.diagnostics();
  await document.close();
  expect(await document.diagnostics()).toEqual([]);
  expect(await document.hover('action')).toBeNull();
  expect(await document.actions(diagnostics)).toEqual([]);
  await document.replace('160 GB', '1 GB');
  await document.close();
  const reopened = await client.open(twoFindings);
  expect(await reopened.diagnostics()).toEqual(diagnostics);
  expect(await client.stop()).toBe(0);
  expect(client.logged).toEqual([]);
});
