import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, onTestFinished, test, vi } from 'vitest';
import {
  type CompletionList,
  CompletionRequest,
  ConfigurationRequest,
  createProtocolConnection,
  DidOpenTextDocumentNotification,
  InitializedNotification,
  InitializeRequest,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { folder, run } from '../cli/run.ts';
import { samples } from '../rules/cases.ts';

const server = createRequire(import.meta.url).resolve('yaml-language-server/bin/yaml-language-server');
const documented = readFileSync('docs/command-line.md', 'utf8');

/** The server of other editors, with the schemas and the setting of the documentation. */
class YamlServer {
  readonly #published = new Map<string, readonly string[]>();

  private constructor(
    private readonly connection: ProtocolConnection,
    private readonly folder: string,
  ) {
    connection.onNotification(PublishDiagnosticsNotification.type, ({ uri, diagnostics }) => {
      this.#published.set(
        uri,
        diagnostics.map(({ message, range: { start } }) => `${start.line + 1}:${start.character + 1} ${message}`),
      );
    });
  }

  static async start(): Promise<YamlServer> {
    const cwd = folder({
      'ims-v1.schema.json': (await run(folder({}), ['schema'])).stdout,
      'ims-project.schema.json': (await run(folder({}), ['schema', 'project'])).stdout,
    });
    const child = spawn(process.execPath, [server, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
    onTestFinished(() => void child.kill());
    const connection = createProtocolConnection(
      new StreamMessageReader(child.stdout),
      new StreamMessageWriter(child.stdin),
    );
    const [, schemas] = /^ *"yaml\.schemas": (\{.*\})$/m.exec(documented) ?? [];
    const yaml = {
      schemas: JSON.parse(schemas ?? ''),
      schemaStore: { enable: false },
      validate: true,
      completion: true,
    };
    connection.onRequest(ConfigurationRequest.type, ({ items }) =>
      items.map(({ section }) => (section === 'yaml' ? yaml : {})),
    );
    connection.listen();
    const rootUri = pathToFileURL(cwd).href;
    await connection.sendRequest(InitializeRequest.type, {
      processId: process.pid,
      rootUri,
      workspaceFolders: [{ uri: rootUri, name: 'manifests' }],
      capabilities: { workspace: { configuration: true } },
    });
    await connection.sendNotification(InitializedNotification.type, {});
    return new YamlServer(connection, cwd);
  }

  /** What it says of a file. */
  async errorsOf(name: string, text: string): Promise<readonly string[]> {
    const uri = await this.#open(name, text);
    return this.#published.get(uri)?.toSorted() ?? [];
  }

  /** What it offers at `|`. */
  async completionsAt(name: string, marked: string): Promise<readonly string[]> {
    const before = marked.split('|')[0] ?? '';
    const lines = before.split('\n');
    const list = await this.connection.sendRequest(CompletionRequest.type, {
      textDocument: { uri: await this.#open(name, marked.replace('|', '')) },
      position: { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 },
    });
    return (list as CompletionList).items.map(({ label }) => label);
  }

  /** Opens a file, and waits until it has been looked at. */
  async #open(name: string, text: string): Promise<string> {
    const uri = pathToFileURL(join(this.folder, name)).href;
    const textDocument = { uri, languageId: 'yaml', version: 1, text };
    await this.connection.sendNotification(DidOpenTextDocumentNotification.type, { textDocument });
    await vi.waitUntil(() => this.#published.has(uri), { timeout: 30_000 });
    return uri;
  }
}

const head = 'apiVersion: ims/v1\nregion: cn-north-4\n';

test('with the schema, another server tells structural errors, and none of the good samples has one', async () => {
  const yaml = await YamlServer.start();
  expect(
    await yaml.errorsOf('keys.ims.yaml', `${head}regoin: x\noperations:\n  - { action: share, image: a }\n`),
  ).toEqual(['3:1 Property regoin is not allowed.', '5:5 Missing property "tenants".']);
  expect(await yaml.errorsOf('values.ims.yaml', `${head}images: { a: { type: floppy } }\noperations: []\n`)).toEqual([
    expect.stringMatching(/^3:22 /),
  ]);
  expect(await yaml.errorsOf('.ims-manifest.yaml', 'rules: { share-encryptd: off }\n')).toEqual([
    expect.stringMatching(/share-encryptd is not allowed/),
  ]);
  for (const { file, text } of samples('good')) expect(await yaml.errorsOf(file, text), file).toEqual([]);
});

test('with the schema, another server completes keys and values', async () => {
  const yaml = await YamlServer.start();
  expect(await yaml.completionsAt('top.ims.yaml', `${head}|\n`)).toEqual(
    expect.arrayContaining(['images', 'servers', 'operations']),
  );
  expect(await yaml.completionsAt('action.ims.yaml', `${head}operations:\n  - action: |\n`)).toEqual(
    expect.arrayContaining(['share', 'replicate', 'create-system-disk-image']),
  );
  const keys = await yaml.completionsAt('key.ims.yaml', `${head}operations:\n  - action: share\n    |\n`);
  expect(keys).toEqual(expect.arrayContaining(['image', 'tenants']));
  expect(keys).not.toContain('target_region');
  expect(await yaml.completionsAt('.ims-manifest.yaml', 'rules:\n  share-encrypted: |\n')).toEqual(
    expect.arrayContaining(['hint', 'warning', 'error']),
  );
});
