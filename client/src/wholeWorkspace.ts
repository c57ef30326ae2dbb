import { commands, l10n, ProgressLocation, window, workspace } from 'vscode';
import { fixedText, summaryText } from './counts.ts';
import { say } from './say.ts';
import type { Server } from './server.ts';

/** Looks at every manifest of the workspace anew, and says how they stand. */
export async function checkWorkspace(server: Server): Promise<void> {
  const summary = await server.checkWorkspace();
  if (summary === undefined) return;
  const message = summaryText(summary, say);
  const { errors, warnings, notes } = summary;
  if (errors + warnings + notes === 0) return void window.showInformationMessage(message);
  const show = l10n.t('Show Problems');
  if ((await window.showInformationMessage(message, show)) === show) {
    await commands.executeCommand('workbench.actions.view.problems');
  }
}

/** Makes all safe fixes of the workspace: one step to undo, and what was saved is saved again. */
export async function fixAllInWorkspace(server: Server): Promise<void> {
  const location = { location: ProgressLocation.Notification, title: l10n.t('Fixing manifests'), cancellable: true };
  const found = await window.withProgress(location, (_, token) => server.fixesOfWorkspace(token));
  if (found === undefined) return;
  const { edit, fixes, manifests } = found;
  if (fixes === 0) return void window.showInformationMessage(l10n.t('There is nothing to fix safely.'));
  const done = await workspace.applyEdit(edit, { isRefactoring: true });
  const message = done
    ? fixedText(fixes, manifests, say)
    : l10n.t('The fixes could not be made, for a manifest has changed meanwhile. Try again.');
  void window.showInformationMessage(message);
}
