import { CommanderError } from 'commander';
import { commandLine } from './cli/commandLine.ts';
import { ExitCode } from './cli/exitCode.ts';

commandLine()
  .parseAsync()
  .catch(error => {
    process.exitCode = exitCodeOf(error);
  });

function exitCodeOf(error: unknown): ExitCode {
  // Whoever throws this has already said why.
  if (error instanceof CommanderError) return error.exitCode === 0 ? ExitCode.clean : ExitCode.usage;
  console.error(error);
  return ExitCode.internal;
}
