import { availableParallelism } from 'node:os';
import { ExitCode } from './exitCode.ts';
import type { ReportOptions } from './options.ts';
import { Progress } from './progress.ts';
import { reporters } from './report/reporters.ts';
import { begin, end } from './run.ts';
import { checkAll } from './workers.ts';

export interface CheckOptions extends ReportOptions {
  /** Whether to tell what is undecided, too. */
  readonly undecided?: true;
  /** At most so many; one for each core, where it is not said. */
  readonly threads?: number;
}

export async function check(args: readonly string[], options: CheckOptions): Promise<ExitCode> {
  const begun = await begin(args, options);
  if (begun === undefined) return ExitCode.usage;
  const { paths, missing, given, language } = begun;
  const asked = { undecided: options.undecided === true, fixes: reporters[options.format].wantsFixes };
  const progress = new Progress(paths.length, language);
  const portions = await checkAll(
    paths,
    { args, given, asked },
    options.threads ?? availableParallelism(),
    progress.add,
  );
  progress.end();
  return end(
    {
      files: portions.flatMap(({ files }) => files),
      unreadable: [...missing, ...portions.flatMap(({ unreadable }) => unreadable)],
      failed: portions.flatMap(({ failed }) => failed),
      complaints: [...begun.complaints, ...portions.flatMap(({ complaints }) => complaints)],
    },
    options,
  );
}
