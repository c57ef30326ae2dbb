import { commands, type ExtensionContext, window } from 'vscode';
import { Command } from './commands.ts';
import { RulePages } from './rulePages.ts';
import { Server } from './server.ts';

/** What the tests in a real window need to know. */
export interface Api {
  readonly serverPid: () => number | undefined;
}

let server: Server | undefined;

export async function activate(context: ExtensionContext): Promise<Api> {
  const output = window.createOutputChannel('IMS Manifest', { log: true });
  const running = new Server(context.asAbsolutePath('dist/server.js'), output);
  server = running;
  const pages = new RulePages(context.extensionUri);
  context.subscriptions.push(
    output,
    commands.registerCommand(Command.restartServer, () => running.restart()),
    commands.registerCommand(Command.showOutput, () => output.show()),
    commands.registerCommand(Command.explainRule, (rule?: unknown) => pages.explain(rule)),
    commands.registerCommand(Command.openConstraintTable, () => pages.openTable()),
  );
  await running.start();
  return { serverPid: () => running.pid };
}

/** Not a subscription: only what `deactivate` returns is awaited. */
export async function deactivate(): Promise<void> {
  await server?.dispose();
}
