import { CommanderError } from 'commander';
import { commandLine } from './cli/commandLine.ts';
import { ExitCode } from './cli/exitCode.ts';

process.stdout.on('error', error => {
  // Whoever reads on the other side, `head` say, has read enough.
  if (!('code' in error && error.code === 'EPIPE')) throw error;
});

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
