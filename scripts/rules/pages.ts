import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import type { Language } from '../../server/src/localized.ts';
import { indexPage, rulePage } from './page.ts';
import { isConstraint, type Study, safetyOf, severitiesOf, studies } from './study.ts';

export const pageFolder = 'docs/rules';

/** The pages as they should be, by file name, and the list of rules that the extension and the command line read. */
export function pages(all: readonly Study[] = studies()): ReadonlyMap<string, string> {
  return new Map([
    ...pagesIn('en', all),
    ...[...pagesIn('zh', all)].map(([file, text]) => [`zh-cn/${file}`, text] as const),
    ['rules.json', `${JSON.stringify(all.map(listed), null, 2)}\n`],
  ]);
}

/** A rule as programs read of it. */
function listed(study: Study) {
  const { rule, cases } = study;
  return {
    id: rule.id,
    constraint: rule.constraint,
    severities: severitiesOf(study),
    source: isConstraint(rule) ? rule.source : [],
    fixes: safetyOf(cases.flatMap(({ fixes }) => fixes)),
  };
}

const pagesIn = (language: Language, all: readonly Study[]): ReadonlyMap<string, string> =>
  new Map([
    ['README.md', indexPage(all, language)],
    ...all.map(study => [`${study.rule.id}.md`, rulePage(study, language)] as const),
  ]);

/** The files of a folder that are missing, differ from their page, or belong to none. */
export function staleIn(folder: string, wanted: ReadonlyMap<string, string>): readonly string[] {
  const present = filesIn(folder);
  const outdated = [...wanted].filter(([file, text]) => !present.includes(file) || read(join(folder, file)) !== text);
  return [...outdated.map(([file]) => file), ...present.filter(file => !wanted.has(file))].sort();
}

/** The files of a folder and those below it, by their path in it. */
function filesIn(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'));
}

/** Makes the files of a folder what they should be. */
export function writeTo(folder: string, wanted: ReadonlyMap<string, string>): void {
  for (const file of staleIn(folder, wanted)) {
    const text = wanted.get(file);
    const path = join(folder, file);
    if (text === undefined) {
      rmSync(path);
      continue;
    }
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
}

/** A checkout may have its own line endings. */
const read = (path: string): string => readFileSync(path, 'utf8').replaceAll('\r\n', '\n');
