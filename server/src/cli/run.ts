import type { Language } from '../localized.ts';
import { aboutFailure, aboutFile, complain } from './complain.ts';
import { ExitCode, exitCodeOf } from './exitCode.ts';
import { type Files, findFiles } from './files.ts';
import { languageOf, type ReportOptions, wantsColor } from './options.ts';
import type { Failure, Outcome } from './outcome.ts';
import { type Given, givenIn } from './project.ts';
import { reporters } from './report/reporters.ts';

/** What a command that goes over manifests begins with. */
export interface Begun extends Files {
  readonly language: Language;
  readonly given: Given;
  readonly complaints: readonly string[];
}

/** Reads the options and finds the files. Nothing, where the project file that is named cannot be read: that is told. */
export async function begin(args: readonly string[], options: ReportOptions): Promise<Begun | undefined> {
  const language = languageOf(options);
  const said = await givenIn(options);
  if ('reason' in said) {
    complain([aboutFile(said, language)]);
    return undefined;
  }
  return { language, ...said, ...(await findFiles(args)) };
}

export interface Ended extends Outcome {
  readonly failed: readonly Failure[];
  /** What is wrong beside the manifests. */
  readonly complaints: readonly string[];
}

/** Tells what has come of it. */
export function end(
  { failed, complaints, ...outcome }: Ended,
  options: ReportOptions,
  stream: NodeJS.WriteStream = process.stdout,
): ExitCode {
  const language = languageOf(options);
  complain([
    ...complaints,
    ...outcome.unreadable.map(file => aboutFile(file, language)),
    ...failed.map(failure => aboutFailure(failure, language)),
  ]);
  stream.write(reporters[options.format].report(outcome, language, wantsColor(options, stream)));
  return failed.length > 0 ? ExitCode.internal : exitCodeOf(outcome, options.maxWarnings);
}
