/** The ids of the commands, as `package.json` contributes them. */
export const Command = {
  restartServer: 'imsManifest.restartServer',
  showOutput: 'imsManifest.showOutput',
} as const;
