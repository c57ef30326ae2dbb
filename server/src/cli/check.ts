import type { Language } from '../localized.ts';
import { ExitCode } from './exitCode.ts';
import { findFiles, readText, standardInput, type Unreadable } from './files.ts';
import { type Problem, problemsIn } from './problems.ts';
import { jsonReport } from './report/json.ts';
import { countOf } from './report/summary.ts';
import { textReport } from './report/text.ts';

export interface CheckOptions {
  readonly format: 'text' | 'json';
  readonly lang: 'en' | 'zh-cn';
  readonly color: 'auto' | 'always' | 'never';
  readonly maxWarnings?: number;
}

export interface CheckedFile {
  readonly path: string;
  readonly text: string;
  readonly problems: readonly Problem[];
}

/** What a check has found out. */
export interface Outcome {
  readonly files: readonly CheckedFile[];
  readonly unreadable: readonly Unreadable[];
}

export async function check(args: readonly string[], options: CheckOptions): Promise<ExitCode> {
  const { outcome, failed } = await checkFiles(args);
  const language: Language = options.lang === 'zh-cn' ? 'zh' : 'en';
  for (const { path, reason } of outcome.unreadable) console.error(`ims-manifest: ${path}: ${reason[language]}`);
  for (const { path, error } of failed) console.error(`ims-manifest: ${path}: internal error:`, error);
  const report =
    options.format === 'json' ? jsonReport(outcome, language) : textReport(outcome, language, wantsColor(options));
  process.stdout.write(report);
  if (failed.length > 0) return ExitCode.internal;
  return exitCodeOf(outcome, options.maxWarnings);
}

interface Failure {
  readonly path: string;
  readonly error: unknown;
}

async function checkFiles(args: readonly string[]): Promise<{ outcome: Outcome; failed: readonly Failure[] }> {
  const { paths, missing } = await findFiles(args);
  const files: CheckedFile[] = [];
  const unreadable = [...missing];
  const failed: Failure[] = [];
  for (const path of paths) {
    const text = await readText(path);
    if (typeof text !== 'string') {
      unreadable.push(text);
      continue;
    }
    const name = path === standardInput ? '<stdin>' : path;
    try {
      files.push({ path: name, text, problems: problemsIn(text) });
    } catch (error) {
      failed.push({ path: name, error });
    }
  }
  return { outcome: { files, unreadable }, failed };
}

function exitCodeOf({ files, unreadable }: Outcome, maxWarnings = Number.POSITIVE_INFINITY): ExitCode {
  if (unreadable.length > 0) return ExitCode.usage;
  return countOf(files, 'error') > 0 || countOf(files, 'warning') > maxWarnings ? ExitCode.findings : ExitCode.clean;
}

function wantsColor({ color }: CheckOptions): boolean {
  return color === 'always' || (color === 'auto' && process.stdout.isTTY && process.stdout.hasColors());
}
