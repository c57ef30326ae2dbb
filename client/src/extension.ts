import { commands, type ExtensionContext, extensions, window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { Command } from './commands.ts';
import { createConfig, createManifest } from './create.ts';
import { type Place, showLedger } from './ledger.ts';
import { RulePages } from './rulePages.ts';
import { hasYamlExtension, type NewClient, Server } from './server.ts';
import { StatusItems } from './statusItems.ts';
import { checkWorkspace, fixAllInWorkspace } from './wholeWorkspace.ts';

/** What the tests in a real window need to know. */
export interface Api {
  readonly client: () => BaseLanguageClient | undefined;
}

let server: Server | undefined;

/** All of the extension but what starts its server. */
export async function start(context: ExtensionContext, newClient: NewClient): Promise<Api> {
  const output = window.createOutputChannel('IMS Manifest', { log: true });
  const running = new Server(newClient, output);
  server = running;
  let besideYaml = hasYamlExtension();
  const pages = new RulePages(context.extensionUri);
  context.subscriptions.push(
    output,
    commands.registerCommand(Command.restartServer, () => running.restart()),
    commands.registerCommand(Command.showOutput, () => output.show()),
    commands.registerCommand(Command.explainRule, (rule?: unknown) => pages.explain(rule)),
    commands.registerCommand(Command.openConstraintTable, () => pages.openTable()),
    commands.registerCommand(Command.showLedger, (uri?: string, place?: Place) => showLedger(running, uri, place)),
    commands.registerCommand(Command.createManifest, (folder?: unknown) => createManifest(folder)),
    commands.registerCommand(Command.createConfig, () => createConfig()),
    commands.registerCommand(Command.checkWorkspace, () => checkWorkspace(running)),
    commands.registerCommand(Command.fixAllInWorkspace, () => fixAllInWorkspace(running)),
    new StatusItems(running),
    extensions.onDidChange(() => {
      if (besideYaml === hasYamlExtension()) return;
      besideYaml = !besideYaml;
      void running.restart();
    }),
  );
  void commands.executeCommand('setContext', 'imsManifest.active', true);
  await running.start();
  return { client: () => running.client };
}

/** Not a subscription: only what `deactivate` returns is awaited. */
export async function deactivate(): Promise<void> {
  await server?.dispose();
}
