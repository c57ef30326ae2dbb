import type { Severity } from '../../analysis/finding.ts';
import type { Language } from '../../localized.ts';
import type { CheckedFile } from '../check.ts';

/** One line about all that was checked. */
export function summary(files: readonly CheckedFile[], language: Language): string {
  const say = words[language];
  if (files.length === 0) return say.noManifests;
  const found = severities.flatMap(severity => {
    const count = countOf(files, severity);
    return count > 0 ? [say[severity](count)] : [];
  });
  return `${found.length > 0 ? found.join(say.comma) : say.noProblems}${say.checked(files.length)}`;
}

export function countOf(files: readonly CheckedFile[], severity: Severity): number {
  return files.reduce((sum, { problems }) => sum + problems.filter(problem => problem.severity === severity).length, 0);
}

const severities = ['error', 'warning', 'information', 'hint'] as const satisfies readonly Severity[];

const counted = (noun: string) => (count: number) => `${count} ${noun}${count === 1 ? '' : 's'}`;

type Words = Readonly<Record<Severity | 'checked', (count: number) => string>> &
  Readonly<Record<'comma' | 'noManifests' | 'noProblems', string>>;

const words: Readonly<Record<Language, Words>> = {
  en: {
    error: counted('error'),
    warning: counted('warning'),
    information: count => `${count} information`,
    hint: counted('hint'),
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
    comma: '，',
    checked: count => `（共检查 ${count} 个清单）。`,
    noProblems: '没有问题',
    noManifests: '没有可检查的清单。',
  },
};
