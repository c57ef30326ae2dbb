/** A rule as `docs/rules/rules.json` lists it. */
export interface ListedRule {
  readonly id: string;
  readonly constraint: { readonly en: string; readonly zh: string };
}

export interface Choice {
  readonly label: string;
  readonly detail: string;
}

const isChinese = (language: string): boolean => /^zh\b/i.test(language);

/** The rules to choose from, those that found something at the cursor first. */
export function choices(rules: readonly ListedRule[], found: readonly string[], language: string): readonly Choice[] {
  const first = [...new Set(found)].flatMap(id => rules.find(rule => rule.id === id) ?? []);
  return [...first, ...rules.filter(rule => !first.includes(rule))].map(({ id, constraint }) => ({
    label: id,
    detail: isChinese(language) ? constraint.zh : constraint.en,
  }));
}

/** Where a page is among those of the rules, in the language of the window. */
export const pagePath = (file: string, language: string): string => (isChinese(language) ? `zh-cn/${file}` : file);
