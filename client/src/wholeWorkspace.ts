import { commands, l10n, ProgressLocation, window, workspace } from 'vscode';
import type { Server } from './server.ts';

/** Looks at every manifest of the workspace anew, and says how they stand. */
export async function checkWorkspace(server: Server): Promise<void> {
  const summary = await server.checkWorkspace();
  if (summary === undefined) return;
  const { manifests, errors, warnings, notes } = summary;
  if (manifests === 0) return void window.showInformationMessage(l10n.t('The workspace has no manifests.'));
  const problems = errors + warnings + notes;
  if (problems === 0) return void window.showInformationMessage(l10n.t('No problems in {0} manifests.', manifests));
  const show = l10n.t('Show Problems');
  const message = l10n.t('{0} errors and {1} warnings in {2} manifests.', errors, warnings, manifests);
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
    ? l10n.t('{0} fixes in {1} manifests.', fixes, manifests)
    : l10n.t('The fixes could not be made, for a manifest has changed meanwhile. Try again.');
  void window.showInformationMessage(message);
}
