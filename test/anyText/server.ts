import { readFileSync } from 'node:fs';
import { PassThrough } from 'node:stream';
import {
  createConnection,
  createProtocolConnection,
  type InitializeResult,
  LogMessageNotification,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { announced } from '../../scripts/features/methods.ts';
import { ownRequests } from '../../scripts/features/served.ts';
import type { Files } from '../../server/src/files/files.ts';
import { startServer } from '../../server/src/lsp/server.ts';
import { pulling } from '../lsp/client.ts';

const listed = readFileSync('samples/inventory/images.json', 'utf8');

/** Every inventory that a text can name is there, and no project file. */
const files: Files = {
  reach: () => true,
  read: async uri => ({ content: uri.endsWith('.json') ? { text: listed } : { fault: 'missing' }, real: uri }),
  manifestsIn: async () => [],
};

/** A server that runs in this process, and what it says. */
export interface Server {
  readonly connection: ProtocolConnection;
  /** The requests that it serves. */
  readonly methods: readonly string[];
  /** What it has logged: each is a failure. */
  readonly logged: string[];
}

/** Starts a server for an editor that can do all for which there is more to announce. */
export async function startHere(locale: 'en' | 'zh'): Promise<Server> {
  const [up, down] = [new PassThrough(), new PassThrough()];
  startServer(createConnection(new StreamMessageReader(up), new StreamMessageWriter(down)), files);
  const connection = createProtocolConnection(new StreamMessageReader(down), new StreamMessageWriter(up));
  const logged: string[] = [];
  connection.onNotification(LogMessageNotification.type, ({ message }) => void logged.push(message));
  connection.listen();
  const { capabilities } = await connection.sendRequest<InitializeResult>('initialize', {
    processId: null,
    rootUri: null,
    capabilities: able,
    locale,
  });
  await connection.sendNotification('initialized', {});
  return { connection, methods: [...announced(capabilities), ...ownRequests()], logged };
}

const able = {
  ...pulling,
  workspace: { workspaceEdit: { documentChanges: true } },
  textDocument: {
    ...pulling.textDocument,
    rename: { prepareSupport: true },
    definition: { linkSupport: true },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    completion: { completionItem: { ...pulling.textDocument?.completion?.completionItem, snippetSupport: true } },
  },
};
