import { commands, l10n, type MessageItem, window } from 'vscode';
import { Command } from './commands.ts';

interface Button extends MessageItem {
  readonly command: string;
}

export function sayRestarting(): void {
  const message = l10n.t('The IMS Manifest server crashed and is being restarted.');
  void follow(window.showWarningMessage(message, showOutput()));
}

export function sayGaveUp(): void {
  const message = l10n.t('The IMS Manifest server keeps crashing. It was not restarted again.');
  void follow(window.showErrorMessage(message, restart(), showOutput()));
}

const restart = (): Button => ({ title: l10n.t('Restart'), command: Command.restartServer });
const showOutput = (): Button => ({ title: l10n.t('Show Output'), command: Command.showOutput });

async function follow(choice: Thenable<Button | undefined>): Promise<void> {
  const button = await choice;
  if (button) await commands.executeCommand(button.command);
}
