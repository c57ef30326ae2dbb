import { aboutFailure, aboutFile, complain } from './complain.ts';
import { ExitCode, exitCodeOf } from './exitCode.ts';
import { findFiles } from './files.ts';
import { languageOf, type ReportOptions, wantsColor } from './options.ts';
import type { Outcome } from './outcome.ts';
import { Progress } from './progress.ts';
import { givenIn } from './project.ts';
import { reporters } from './report/reporters.ts';
import { checkAll } from './workers.ts';

export interface CheckOptions extends ReportOptions {
  /** Whether to tell what is undecided, too. */
  readonly undecided?: true;
}

export async function check(args: readonly string[], options: CheckOptions): Promise<ExitCode> {
  const language = languageOf(options);
  const said = await givenIn(options);
  if ('reason' in said) {
    complain([aboutFile(said, language)]);
    return ExitCode.usage;
  }
  const { paths, missing } = await findFiles(args);
  const reporter = reporters[options.format];
  const asked = { undecided: options.undecided === true, fixes: reporter.wantsFixes };
  const progress = new Progress(paths.length, language);
  const portions = await checkAll(paths, { args, given: said.given, asked }, progress.add);
  progress.end();
  const failed = portions.flatMap(portion => portion.failed);
  const outcome: Outcome = {
    files: portions.flatMap(({ files }) => files),
    unreadable: [...missing, ...portions.flatMap(({ unreadable }) => unreadable)],
  };
  complain([
    ...said.complaints,
    ...portions.flatMap(({ complaints }) => complaints),
    ...outcome.unreadable.map(file => aboutFile(file, language)),
    ...failed.map(aboutFailure),
  ]);
  process.stdout.write(reporter.report(outcome, language, wantsColor(options, process.stdout)));
  return failed.length > 0 ? ExitCode.internal : exitCodeOf(outcome, options.maxWarnings);
}
