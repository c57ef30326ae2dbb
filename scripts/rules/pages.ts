import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { indexPage, rulePage } from './page.ts';
import { type Study, studies } from './study.ts';

export const pageFolder = 'docs/rules';

/** The pages as they should be, by file name. */
export function pages(all: readonly Study[] = studies()): ReadonlyMap<string, string> {
  return new Map([
    ['README.md', indexPage(all)],
    ...all.map(study => [`${study.rule.id}.md`, rulePage(study)] as const),
  ]);
}

/** The files of a folder that are missing, differ from their page, or belong to none. */
export function staleIn(folder: string, wanted: ReadonlyMap<string, string>): readonly string[] {
  const present = existsSync(folder) ? readdirSync(folder) : [];
  const outdated = [...wanted].filter(([file, text]) => !present.includes(file) || read(join(folder, file)) !== text);
  return [...outdated.map(([file]) => file), ...present.filter(file => !wanted.has(file))].sort();
}

/** Makes the files of a folder what they should be. */
export function writeTo(folder: string, wanted: ReadonlyMap<string, string>): void {
  mkdirSync(folder, { recursive: true });
  for (const file of staleIn(folder, wanted)) {
    const text = wanted.get(file);
    if (text === undefined) rmSync(join(folder, file));
    else writeFileSync(join(folder, file), text);
  }
}

/** A checkout may have its own line endings. */
const read = (path: string): string => readFileSync(path, 'utf8').replaceAll('\r\n', '\n');
