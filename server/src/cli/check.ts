import { resolve } from 'node:path';
import { Analysis } from '../analysis/analysis.ts';
import { inventoryCache, inventoryFiles } from '../files/inventoryFiles.ts';
import { fileUri, nodeFiles } from '../files/nodeFiles.ts';
import { boundaryOf } from '../files/uri.ts';
import type { Language } from '../localized.ts';
import { ExitCode } from './exitCode.ts';
import { findFiles, readText, standardInput } from './files.ts';
import type { CheckedFile, Outcome } from './outcome.ts';
import { problemsIn } from './problems.ts';
import { Projects, readSettings } from './project.ts';
import { jsonReport } from './report/json.ts';
import { countOf } from './report/summary.ts';
import { textReport } from './report/text.ts';
import { undecidedIn } from './undecided.ts';

export interface CheckOptions {
  readonly format: 'text' | 'json';
  readonly lang: 'en' | 'zh-cn';
  readonly color: 'auto' | 'always' | 'never';
  readonly maxWarnings?: number;
  /** The project file that counts for all manifests, wherever they are. */
  readonly config?: string;
  /** Whether to tell what is undecided, too. */
  readonly undecided?: true;
}

export async function check(args: readonly string[], options: CheckOptions): Promise<ExitCode> {
  const language: Language = options.lang === 'zh-cn' ? 'zh' : 'en';
  const given = options.config === undefined ? undefined : await readSettings(options.config, language);
  if (given !== undefined && 'reason' in given) {
    console.error(`ims-manifest: ${given.path}: ${given.reason[language]}`);
    return ExitCode.usage;
  }
  const { outcome, failed } = await checkFiles(args, new Projects(language, given), options.undecided === true);
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

async function checkFiles(
  args: readonly string[],
  projects: Projects,
  tellsUndecided: boolean,
): Promise<{ outcome: Outcome; failed: readonly Failure[] }> {
  const { paths, missing } = await findFiles(args);
  const files: CheckedFile[] = [];
  const unreadable = [...missing];
  const failed: Failure[] = [];
  const inventories = inventoryCache(nodeFiles);
  const folders = ['.', ...args].map(folder => fileUri(resolve(folder)));
  for (const path of paths) {
    const text = await readText(path);
    if (typeof text !== 'string') {
      unreadable.push(text);
      continue;
    }
    const name = path === standardInput ? '<stdin>' : path;
    try {
      const settings = await projects.settingsFor(path);
      const uri = fileUri(resolve(path));
      const named = inventoryFiles(
        uri,
        () => boundaryOf(uri, folders),
        (file, boundary) => inventories.peek(file, boundary, uri),
      );
      const analysis = new Analysis(text, settings, named);
      await inventories.settled();
      analysis.refreshInventories();
      const undecided = tellsUndecided ? undecidedIn(analysis) : undefined;
      files.push({ path: name, text, problems: problemsIn(analysis), undecided });
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
  // Not a terminal: `isTTY` is absent, and the colour library would then decide by the environment.
  return color === 'always' || (color === 'auto' && process.stdout.isTTY === true && process.stdout.hasColors());
}
