import { inspect } from 'node:util';
import { applied } from '../analysis/compose.ts';
import { fixAll } from '../analysis/fixAll.ts';
import type { Language } from '../localized.ts';
import { ExitCode } from './exitCode.ts';
import { displayName, readFileText, standardInput, type Unreadable } from './files.ts';
import { Manifests } from './manifests.ts';
import type { ReportOptions } from './options.ts';
import type { Asked, CheckedFile, Failure } from './outcome.ts';
import { checked } from './problems.ts';
import { Progress } from './progress.ts';
import { Projects } from './project.ts';
import { replaceFile } from './replaceFile.ts';
import { reporters } from './report/reporters.ts';
import { begin, end } from './run.ts';
import { unifiedDiff } from './unifiedDiff.ts';

export interface FixOptions extends ReportOptions {
  /** Whether to show what would change, and change nothing. */
  readonly dryRun?: true;
}

/** Makes the safe fixes, and reports what they leave. */
export async function fix(args: readonly string[], options: FixOptions): Promise<ExitCode> {
  const begun = await begin(args, options);
  if (begun === undefined) return ExitCode.usage;
  const { paths, missing, given, language } = begun;
  const projects = new Projects(given);
  const fixer = new Fixer(new Manifests(projects, args), options.dryRun === true, {
    undecided: false,
    fixes: reporters[options.format].wantsFixes,
  });
  const progress = new Progress(paths.length, language);
  for (const path of paths) {
    await fixer.fix(path);
    progress.add();
  }
  progress.end();
  const { files, failed, output } = fixer;
  const isOwn = options.dryRun !== true && !paths.includes(standardInput);
  process.stdout.write(output);
  const exitCode = end(
    {
      files,
      unreadable: [...missing, ...fixer.unreadable],
      failed,
      complaints: [...begun.complaints, ...projects.takeComplaints()],
    },
    options,
    // A patch, or a text, has the standard output for itself.
    isOwn ? process.stdout : process.stderr,
  );
  console.error(summary(fixer, options, language));
  return exitCode;
}

/** Fixes manifests one by one, and keeps what has come of it. */
class Fixer {
  readonly files: CheckedFile[] = [];
  readonly unreadable: Unreadable[] = [];
  readonly failed: Failure[] = [];
  /** The text of the standard input after its fixes, or patches. */
  output = '';
  /** Fixes that there are, and those that are made. */
  found = 0;
  fixes = 0;
  fixedFiles = 0;

  constructor(
    private readonly manifests: Manifests,
    private readonly isDry: boolean,
    private readonly asked: Asked,
  ) {}

  async fix(path: string): Promise<void> {
    const file = await readFileText(path);
    if ('reason' in file) {
      this.unreadable.push(file);
      return;
    }
    try {
      await this.#fixText(path, file.mark, file.text);
    } catch (error) {
      this.failed.push({ path: displayName(path), error: inspect(error) });
    }
  }

  async #fixText(path: string, mark: string, text: string): Promise<void> {
    const analysis = await this.manifests.analyse(path, text);
    const { changes, count } = fixAll(analysis);
    this.found += count;
    const fault = await this.#write(path, mark, text, changes);
    if (fault !== undefined) this.unreadable.push(fault);
    const isMade = count > 0 && fault === undefined;
    if (isMade) {
      this.fixes += count;
      this.fixedFiles++;
    }
    const left = isMade ? await this.manifests.analyse(path, applied(text, changes)) : analysis;
    this.files.push(checked(displayName(path), left, this.asked));
  }

  /** Puts the changes where they belong, or tells why that cannot be. */
  async #write(
    path: string,
    mark: string,
    text: string,
    changes: Parameters<typeof unifiedDiff>[2],
  ): Promise<Unreadable | undefined> {
    if (this.isDry) {
      this.output += unifiedDiff(displayName(path), text, changes, mark);
    } else if (path === standardInput) {
      this.output += mark + applied(text, changes);
    } else if (changes.length > 0) {
      const reason = await replaceFile(path, mark + text, mark + applied(text, changes));
      if (reason !== undefined) return { path, reason };
    }
    return undefined;
  }
}

function summary({ found, fixes, fixedFiles }: Fixer, { dryRun }: FixOptions, language: Language): string {
  const say = words[language];
  if (found === 0) return say.nothing;
  return (dryRun ? say.would : say.did)(fixes, fixedFiles);
}

const some = (count: number, noun: string, plural = `${noun}s`): string => `${count} ${count === 1 ? noun : plural}`;

const words = {
  en: {
    nothing: 'There is nothing that can be fixed safely.',
    did: (fixes: number, files: number) => `Made ${some(fixes, 'fix', 'fixes')} in ${some(files, 'manifest')}.`,
    would: (fixes: number, files: number) =>
      `Would make ${some(fixes, 'fix', 'fixes')} in ${some(files, 'manifest')}. Nothing has been changed.`,
  },
  zh: {
    nothing: '没有可安全修复的问题。',
    did: (fixes: number, files: number) => `已在 ${files} 份清单中完成 ${fixes} 处修复。`,
    would: (fixes: number, files: number) => `可在 ${files} 份清单中完成 ${fixes} 处修复。未作任何修改。`,
  },
};
