import { isMainThread, parentPort, workerData } from 'node:worker_threads';
import { CommanderError } from 'commander';
import { CommandLine } from './cli/commandLine.ts';
import { ExitCode } from './cli/exitCode.ts';
import { serve } from './cli/worker.ts';

if (!isMainThread && parentPort !== null) serve(parentPort, workerData);
else main();

function main(): void {
  process.stdout.on('error', error => {
    // Whoever reads on the other side, `head` say, has read enough.
    if (!('code' in error && error.code === 'EPIPE')) throw error;
  });
  new CommandLine(process.argv.slice(2)).run().catch(error => {
    process.exitCode = exitCodeOf(error);
  });
}

function exitCodeOf(error: unknown): ExitCode {
  // Whoever throws this has already said why.
  if (error instanceof CommanderError) return error.exitCode === 0 ? ExitCode.clean : ExitCode.usage;
  console.error(error);
  return ExitCode.internal;
}
