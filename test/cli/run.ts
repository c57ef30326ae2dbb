import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { onTestFinished } from 'vitest';
import { cli } from '../support/dist.ts';

interface Result {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** A folder with files, as long as the test runs. */
export function folder(files: Readonly<Record<string, string | Uint8Array>>): string {
  const path = mkdtempSync(join(tmpdir(), 'ims-cli-'));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  fill(path, files);
  return path;
}

export function fill(path: string, files: Readonly<Record<string, string | Uint8Array>>): void {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(path, name)), { recursive: true });
    writeFileSync(join(path, name), content);
  }
}

/** The variables that say in which language the system speaks. */
type Locale = Readonly<Record<string, string>>;

/** Runs the command line in a folder, in a pipe, and where colour libraries would colour all the same. */
export const run = (
  cwd: string,
  args: readonly string[],
  input = '',
  locale: Locale = { LC_ALL: 'C' },
): Promise<Result> => runProgram(cli, cwd, args, input, locale);

export async function runProgram(
  program: string,
  cwd: string,
  args: readonly string[],
  input = '',
  locale: Locale = { LC_ALL: 'C' },
): Promise<Result> {
  const env = { ...process.env, CI: 'true', ...locale };
  const child = spawn(process.execPath, [program, ...args], { cwd, env });
  child.stdin.end(input);
  const exited = once(child, 'exit');
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
  const [code] = await exited;
  return { code, stdout, stderr };
}
