/** What the process tells its caller; of several, the highest. */
export const ExitCode = { clean: 0, findings: 1, usage: 2, internal: 3 } as const;

export type ExitCode = (typeof ExitCode)[keyof typeof ExitCode];
