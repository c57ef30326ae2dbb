import type { Severity } from '../../analysis/finding.ts';
import type { Language } from '../../localized.ts';
import type { CheckedFile } from '../outcome.ts';

/** One line about all that was checked. */
export function summary(files: readonly CheckedFile[], language: Language): string {
  const say = words[language];
  if (files.length === 0) return say.noManifests;
  const found = severities.flatMap(severity => {
    const count = countOf(files, severity);
    return count > 0 ? [say[severity](count)] : [];
  });
  const problems = found.length > 0 ? found : [say.noProblems];
  const open = undecidedIn(files);
  const told = open > 0 ? [...problems, say.undecided(open)] : problems;
  return `${told.join(say.comma)}${say.checked(files.length)}`;
}

export function countOf(files: readonly CheckedFile[], severity: Severity): number {
  return files.reduce((sum, { problems }) => sum + problems.filter(problem => problem.severity === severity).length, 0);
}

const undecidedIn = (files: readonly CheckedFile[]): number =>
  files.flatMap(({ undecided = [] }) => undecided).reduce((sum, { constraints }) => sum + constraints.length, 0);

const severities = ['error', 'warning', 'information', 'hint'] as const satisfies readonly Severity[];

const counted = (noun: string) => (count: number) => `${count} ${noun}${count === 1 ? '' : 's'}`;

type Words = Readonly<Record<Severity | 'undecided' | 'checked', (count: number) => string>> &
  Readonly<Record<'comma' | 'noManifests' | 'noProblems', string>>;

const words: Readonly<Record<Language, Words>> = {
  en: {
    error: counted('error'),
    warning: counted('warning'),
    information: count => `${count} information`,
    hint: counted('hint'),
    undecided: counted('undecided constraint'),
    comma: ', ',
    checked: count => ` in ${counted('manifest')(count)}.`,
    noProblems: 'No problems',
    noManifests: 'There are no manifests to check.',
  },
  zh: {
    error: count => `${count} 个错误`,
    warning: count => `${count} 个警告`,
    information: count => `${count} 条信息`,
    hint: count => `${count} 条提示`,
    undecided: count => `${count} 项约束无法判断`,
    comma: '，',
    checked: count => `（共检查 ${count} 份清单）。`,
    noProblems: '没有问题',
    noManifests: '没有可检查的清单。',
  },
};
