import type { Outcome } from './outcome.ts';
import { countOf } from './report/summary.ts';

/** What the process tells its caller; of several, the highest. */
export const ExitCode = { clean: 0, findings: 1, usage: 2, internal: 3 } as const;

export type ExitCode = (typeof ExitCode)[keyof typeof ExitCode];

export function exitCodeOf({ files, unreadable }: Outcome, maxWarnings = Number.POSITIVE_INFINITY): ExitCode {
  if (unreadable.length > 0) return ExitCode.usage;
  return countOf(files, 'error') > 0 || countOf(files, 'warning') > maxWarnings ? ExitCode.findings : ExitCode.clean;
}
