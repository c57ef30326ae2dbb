import type { Missing } from '../../facts/truth.ts';
import type { Localized } from '../../localized.ts';
import { code } from '../markdown.ts';

export const undecided: Localized = { en: 'undecided', zh: '无法判断' };

/** What an undecided constraint lacks, by name; each fact once. */
export function describeMissing(missing: readonly Missing[]): Localized {
  const named = (name: (fact: string, of: string) => string): readonly string[] => [
    ...new Set(missing.map(({ fact, of }) => name(code(fact), code(of)))),
  ];
  return {
    en: `Missing: ${named((fact, of) => `${fact} of ${of}`).join(', ')}.`,
    zh: `缺少：${named((fact, of) => `${of} 的 ${fact}`).join('、')}。`,
  };
}
