/** The ids of the commands, as `package.json` contributes them. */
export const Command = {
  restartServer: 'imsManifest.restartServer',
  showOutput: 'imsManifest.showOutput',
  explainRule: 'imsManifest.explainRule',
  openConstraintTable: 'imsManifest.openConstraintTable',
} as const;
