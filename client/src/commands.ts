/** The ids of the commands, as `package.json` contributes them. */
export const Command = {
  restartServer: 'imsManifest.restartServer',
  showOutput: 'imsManifest.showOutput',
  explainRule: 'imsManifest.explainRule',
  openConstraintTable: 'imsManifest.openConstraintTable',
  showLedger: 'imsManifest.showLedger',
  createManifest: 'imsManifest.createManifest',
  createConfig: 'imsManifest.createConfig',
  checkWorkspace: 'imsManifest.checkWorkspace',
  fixAllInWorkspace: 'imsManifest.fixAllInWorkspace',
} as const;

/** Those that the server may offer, as in a code lens or beside a quick-fix. */
export const offeredCommands: readonly string[] = [Command.showLedger, Command.explainRule];
